package dev.belay.wiring;

import dev.belay.chat.Chat;
import dev.belay.chat.Platform;
import dev.belay.chat.TeamView;
import dev.belay.conversation.HeedNotice;
import dev.belay.conversation.OpenConversation;
import dev.belay.conversation.OpenConversation.Opening;
import dev.belay.event.PlaceNotice;
import dev.belay.event.RecordHint;
import dev.belay.events.PlaceNoticeCodec;
import dev.belay.events.RecordHintCodec;
import dev.belay.settings.Settings;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** What a worker does with a hint about a record, and with a notice about a place. */
public final class HintWork implements QueueWorker.Work {
    private static final System.Logger LOG = System.getLogger(HintWork.class.getName());

    /** What it is done with. */
    record Tools(OpenConversation open, HeedNotice heed, Map<Platform, Chat> chats) {}

    private final Supplier<Settings> settings;
    private final Supplier<Tools> tools;
    private final Clock clock;

    HintWork(Supplier<Settings> settings, Supplier<Tools> tools, Clock clock) {
        this.settings = settings;
        this.tools = tools;
        this.clock = clock;
    }

    @Override
    public Verdict handle(String body, boolean again) {
        if (PlaceNoticeCodec.matches(body)) {
            return heed(PlaceNoticeCodec.read(body), again, tools.get());
        }
        return open(RecordHintCodec.read(body), again);
    }

    private static Verdict heed(PlaceNotice notice, boolean again, Tools with) {
        Optional<TeamView> view = Optional.ofNullable(with.chats().get(notice.platform()))
                .flatMap(chat -> chat.view(notice.workspace(), notice.teamConversation(), notice.service()));
        with.heed().heed(notice, again, view);
        return new Verdict.Done();
    }

    private Verdict open(RecordHint hint, boolean again) {
        if (settings.get().pauseOutbound()) {
            return Pause.VERDICT;
        }
        Tools with = tools.get();
        Chat chat = with.chats().get(hint.platform());
        if (chat == null) {
            return Verdict.TryAgain.shortly(
                    "the settings name no " + hint.platform().word());
        }
        Opening opening = with.open().open(hint.record(), chat, again);
        LOG.log(System.Logger.Level.INFO, "{0}: {1}", hint.eventId(), opening);
        return switch (opening) {
            case Opening.Agreed(), Opening.NotWanted _ -> new Verdict.Done();
            case Opening.RecordMissing() ->
                hint.type() == RecordHint.Type.DELETED
                        ? new Verdict.Done()
                        : Verdict.TryAgain.shortly("ServiceNow does not show " + hint.record());
            case Opening.Held(var until) -> Verdict.Wait.atLeast(Duration.between(clock.instant(), until));
        };
    }
}
