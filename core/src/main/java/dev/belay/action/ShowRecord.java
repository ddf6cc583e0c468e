package dev.belay.action;

import dev.belay.chat.Chat;
import dev.belay.chat.Platform;
import dev.belay.conversation.RefreshCard;
import dev.belay.event.HandledEvents;
import dev.belay.event.Hints;
import dev.belay.event.Press;
import dev.belay.event.RecordHint;
import dev.belay.failure.Rejected;
import dev.belay.health.Counters;
import dev.belay.link.ConversationLink;
import dev.belay.record.RecordSnapshot;
import dev.belay.record.Records;
import dev.belay.settings.Settings;
import java.time.Clock;
import java.time.Instant;
import java.util.function.Supplier;

/**
 * Shows everybody what came of a press. A card that cannot be drawn keeps no press and none behind it: whoever keeps conversations
 * true tries for longer, and is heard in the end.
 */
final class ShowRecord {
    private static final System.Logger LOG = System.getLogger(ShowRecord.class.getName());

    private final HandledEvents events;
    private final Records records;
    private final RefreshCard refresh;
    private final Hints hints;
    private final Supplier<Settings> settings;
    private final Counters counters;
    private final Clock clock;

    ShowRecord(
            HandledEvents events,
            Records records,
            RefreshCard refresh,
            Hints hints,
            Supplier<Settings> settings,
            Counters counters,
            Clock clock) {
        this.events = events;
        this.records = records;
        this.refresh = refresh;
        this.hints = hints;
        this.settings = settings;
        this.counters = counters;
        this.clock = clock;
    }

    /** On the other platforms; ServiceNow sends no event of what its integration user wrote. */
    void elsewhere(Press press) {
        settings.get().chats().keySet().stream()
                .filter(platform -> platform != press.platform())
                .forEach(platform -> hint(press, platform));
    }

    /** On the card that was pressed. */
    void here(Press press, Chat chat, ConversationLink link, RecordSnapshot record) {
        try {
            refresh.refresh(chat, link, record);
        } catch (Rejected e) {
            leave(press, e);
        }
    }

    /** On the card that was pressed, and the press is done. */
    void andFinish(Press press, Chat chat, ConversationLink link, RecordSnapshot record) {
        RecordSnapshot drawn = record;
        while (sent(press, chat, link, drawn)) {
            if (events.finishIfCardIs(drawn.modCount(), press.record(), press.platform(), press.pressId())) {
                return;
            }
            drawn = records.find(press.record()).orElse(drawn);
        }
        events.finish(press.pressId());
    }

    private boolean sent(Press press, Chat chat, ConversationLink link, RecordSnapshot record) {
        try {
            return refresh.send(chat, link, record);
        } catch (Rejected e) {
            leave(press, e);
            return false;
        }
    }

    private void leave(Press press, Rejected e) {
        LOG.log(System.Logger.Level.ERROR, "{0}: the card cannot be drawn: {1}", press, e.getMessage());
        counters.count("CardNotDrawn", e.system());
        hint(press, press.platform());
    }

    private void hint(Press press, Platform platform) {
        Instant now = clock.instant();
        hints.send(new RecordHint(press.pressId(), platform, RecordHint.Type.UPDATED, press.record(), now, now));
    }
}
