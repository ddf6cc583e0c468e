package dev.belay.wiring;

import dev.belay.aws.protocol.QueueMessage;
import dev.belay.chat.Chat;
import dev.belay.chat.Platform;
import dev.belay.conversation.OpenConversation;
import dev.belay.conversation.OpenConversation.Opening;
import dev.belay.event.RecordHint;
import dev.belay.settings.Settings;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Function;
import java.util.function.Supplier;

/** What a worker does with a hint about a record. */
public final class HintWork implements QueueWorker.Work {
    private static final System.Logger LOG = System.getLogger(HintWork.class.getName());

    private final OpenConversation open;
    private final Function<Platform, Chat> chats;
    private final Supplier<Settings> settings;
    private final Clock clock;

    HintWork(OpenConversation open, Function<Platform, Chat> chats, Supplier<Settings> settings, Clock clock) {
        this.open = open;
        this.chats = chats;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public Verdict handle(String body) {
        RecordHint hint = QueueMessage.hint(body);
        if (settings.get().pauseOutbound()) {
            return Pause.VERDICT;
        }
        Opening opening = open.open(hint.record(), chats.apply(hint.platform()));
        LOG.log(System.Logger.Level.INFO, "{0}: {1}", hint.eventId(), opening);
        return switch (opening) {
            case Opening.Agreed(), Opening.NotWanted _ -> new Verdict.Done();
            case Opening.RecordMissing() -> new Verdict.TryAgain("ServiceNow does not show " + hint.record());
            case Opening.Held(var until) -> Verdict.Wait.atLeast(Duration.between(clock.instant(), until));
        };
    }
}
