package dev.belay.press;

import dev.belay.action.Refusal;
import dev.belay.chat.Platform;
import dev.belay.chat.PrivateAnswer;
import dev.belay.conversation.RefreshCard;
import dev.belay.event.HandledEvents;
import dev.belay.event.Hints;
import dev.belay.event.Press;
import dev.belay.event.RecordHint;
import dev.belay.failure.CredentialsRefused;
import dev.belay.failure.ExternalFailure;
import dev.belay.failure.Rejected;
import dev.belay.health.Counters;
import dev.belay.health.Metric;
import dev.belay.link.ConversationLink.Made;
import dev.belay.platform.ChatPlatform;
import dev.belay.record.RecordSnapshot;
import dev.belay.record.Records;
import dev.belay.settings.Settings;
import java.time.Clock;
import java.time.Instant;

/**
 * The end of a press: everybody sees what came of it, its person is told, and it is marked as handled. A card that cannot be drawn
 * blocks no press: a hint is sent, and whoever keeps conversations true retries for longer.
 */
public final class FinishPress {
    private static final System.Logger LOG = System.getLogger(FinishPress.class.getName());

    private final HandledEvents events;
    private final Records records;
    private final RefreshCard refresh;
    private final Hints hints;
    private final Counters counters;
    private final Clock clock;

    public FinishPress(
            HandledEvents events, Records records, RefreshCard refresh, Hints hints, Counters counters, Clock clock) {
        this.events = events;
        this.records = records;
        this.refresh = refresh;
        this.hints = hints;
        this.counters = counters;
        this.clock = clock;
    }

    /** Nothing is left to show or say. */
    void silently(Press press) {
        events.finish(press.pressId());
    }

    /** The person is told no. */
    PressOutcome refused(Press press, ChatPlatform chat, Refusal refusal) {
        tell(press, chat, refusal);
        events.finish(press.pressId());
        return new PressOutcome.Refused(refusal);
    }

    /** The person is told no, and the card that was not true is drawn again. */
    PressOutcome corrected(Press press, ChatPlatform chat, Refusal refusal, Made link, RecordSnapshot record) {
        try {
            refresh.refresh(chat, link, record);
        } catch (Rejected | CredentialsRefused e) {
            leaveToRetry(press, e);
        }
        return refused(press, chat, refusal);
    }

    /** The record changed: the card shows it, and the other platforms hear of it, since ServiceNow sends no event of our own write. */
    PressOutcome applied(Press press, ChatPlatform chat, Settings settings, Made link, RecordSnapshot record) {
        hintElsewhere(press, settings);
        shown(press, chat, link, record);
        return new PressOutcome.Applied(record);
    }

    /** The record changed in part. The person hears of it before the press is finished, so that they hear of it. */
    PressOutcome partlyApplied(
            Press press, ChatPlatform chat, Settings settings, Refusal refusal, Made link, RecordSnapshot record) {
        hintElsewhere(press, settings);
        tell(press, chat, refusal);
        shown(press, chat, link, record);
        return new PressOutcome.Refused(refusal);
    }

    /** The card shows the record, and the press is finished in the same transaction as its generation. */
    void shown(Press press, ChatPlatform chat, Made link, RecordSnapshot record) {
        RecordSnapshot drawn = record;
        while (sent(press, chat, link, drawn)) {
            if (events.finishWithCard(press.pressId(), link.key(), drawn.modCount())) {
                return;
            }
            drawn = records.find(press.record()).orElse(drawn);
        }
        events.finish(press.pressId());
    }

    private boolean sent(Press press, ChatPlatform chat, Made link, RecordSnapshot record) {
        try {
            return refresh.send(chat, link, record);
        } catch (Rejected | CredentialsRefused e) {
            leaveToRetry(press, e);
            return false;
        }
    }

    private void leaveToRetry(Press press, ExternalFailure e) {
        LOG.log(
                System.Logger.Level.ERROR,
                "{0}: the card cannot be drawn, a retry is queued: {1}",
                press,
                e.getMessage());
        counters.count(Metric.CARD_NOT_DRAWN, e.system());
        hint(press, press.platform());
    }

    private void hintElsewhere(Press press, Settings settings) {
        settings.chats().keySet().stream()
                .filter(platform -> platform != press.platform())
                .forEach(platform -> hint(press, platform));
    }

    private void hint(Press press, Platform platform) {
        Instant now = clock.instant();
        hints.send(new RecordHint(press.pressId(), platform, RecordHint.Type.UPDATED, press.record(), now, now));
    }

    private void tell(Press press, ChatPlatform chat, Refusal refusal) {
        try {
            PrivateAnswer answer = new PrivateAnswer(refusal.sentence(), refusal.offer());
            chat.messages().tell(press.user(), press.at(), press.reply(), answer);
        } catch (Rejected | CredentialsRefused e) {
            LOG.log(System.Logger.Level.WARNING, "{0}: its person could not be told: {1}", press, e.getMessage());
            counters.count(Metric.ANSWER_FAILED, refusal.reason().name());
        }
    }
}
