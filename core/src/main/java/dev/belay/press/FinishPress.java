package dev.belay.press;

import dev.belay.action.Actions;
import dev.belay.action.Refusal;
import dev.belay.card.CardAction;
import dev.belay.chat.Platform;
import dev.belay.conversation.draw.RefreshCard;
import dev.belay.event.AnswerQueue;
import dev.belay.event.HandledEvents;
import dev.belay.event.HandledEvents.Claim;
import dev.belay.event.Hints;
import dev.belay.event.NoticeQueue;
import dev.belay.event.Press;
import dev.belay.event.RecordHint;
import dev.belay.failure.CredentialsRefused;
import dev.belay.failure.ExternalFailure;
import dev.belay.failure.Rejected;
import dev.belay.health.Counters;
import dev.belay.health.Metric;
import dev.belay.link.ConversationLink.Made;
import dev.belay.platform.ChatPlatform;
import dev.belay.record.NoteReference;
import dev.belay.record.RecordSnapshot;
import dev.belay.record.Records;
import dev.belay.settings.Settings;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;

/**
 * The end of a press: everybody sees what came of it, its person is told, and it is marked as handled. A card that cannot be drawn
 * blocks no press: a hint is sent, and whoever keeps conversations true retries for longer.
 */
public final class FinishPress {
    private static final System.Logger LOG = System.getLogger(FinishPress.class.getName());

    private final HandledEvents events;
    private final Records records;
    private final RefreshCard refresh;
    private final AnswerPress answers;
    private final Outgoing outgoing;
    private final Counters counters;
    private final Clock clock;

    /** What is sent to other workers: hints about records, answers that wait, and notices to others than who pressed. */
    public record Outgoing(Hints hints, AnswerQueue answers, NoticeQueue notices) {}

    public FinishPress(
            HandledEvents events,
            Records records,
            RefreshCard refresh,
            TellPerson tell,
            Outgoing outgoing,
            Counters counters,
            Clock clock) {
        this.events = events;
        this.records = records;
        this.refresh = refresh;
        this.answers = new AnswerPress(tell, outgoing);
        this.outgoing = outgoing;
        this.counters = counters;
        this.clock = clock;
    }

    /** Nothing is left to show or say. */
    void silently(Press press) {
        events.finish(press.pressId());
    }

    /** The person is told no. */
    PressOutcome refused(Press press, ChatPlatform chat, Refusal refusal) {
        answers.refused(press, chat, refusal);
        events.finish(press.pressId());
        return new PressOutcome.Refused(refusal);
    }

    /** Nobody knows whether it was done: the person is told so, and the cards are drawn again once it has settled. */
    PressOutcome unknown(Press press, ChatPlatform chat, Settings settings) {
        hintEverywhere(press, settings);
        return refused(press, chat, Refusals.unknown());
    }

    /** The person is told no, and the card that was not true is drawn again. */
    PressOutcome corrected(
            Press press, ChatPlatform chat, Settings settings, Refusal refusal, Made link, RecordSnapshot record) {
        redrawn(press, chat, settings, link, record);
        return refused(press, chat, refusal);
    }

    /** The card showed something else: it is drawn again, and where it cannot be, the person gets the button that fits now. */
    PressOutcome stale(
            Press press, ChatPlatform chat, Settings settings, CardAction action, Made link, RecordSnapshot record) {
        return redrawn(press, chat, settings, link, record)
                ? refused(press, chat, Refusals.stale())
                : refused(
                        press,
                        chat,
                        Refusals.staleForGood(Actions.button(action, record, press.platform(), settings), record));
    }

    private boolean redrawn(Press press, ChatPlatform chat, Settings settings, Made link, RecordSnapshot record) {
        try {
            boolean shows = refresh.refresh(chat, link, record, settings);
            if (!shows) {
                notDrawn(press);
            }
            return shows;
        } catch (Rejected | CredentialsRefused e) {
            leaveToRetry(press, e);
            return false;
        }
    }

    /** It is so already: the card shows it, and whoever asked in words is told. */
    PressOutcome already(Press press, ChatPlatform chat, Settings settings, Made link, RecordSnapshot record) {
        answers.done(press, chat, record);
        shown(press, chat, settings, link, record);
        return new PressOutcome.AlreadyDone(record);
    }

    /** The record changed: the card shows it, and every platform hears of it and says so. */
    PressOutcome applied(Press press, ChatPlatform chat, Settings settings, Made link, RecordSnapshot record) {
        hintEverywhere(press, settings);
        answers.done(press, chat, record);
        answers.others(press, link, record);
        shown(press, chat, settings, link, record);
        return new PressOutcome.Applied(record);
    }

    /** The record changed, and the person is to hear more of it. They hear of it before the press is finished. */
    PressOutcome appliedBut(
            Press press, ChatPlatform chat, Settings settings, Refusal refusal, Made link, RecordSnapshot record) {
        hintEverywhere(press, settings);
        answers.refused(press, chat, refusal);
        answers.others(press, link, record);
        shown(press, chat, settings, link, record);
        return new PressOutcome.Refused(refusal);
    }

    /** The card shows the record, and the press is finished in the same transaction as its generation. */
    void shown(Press press, ChatPlatform chat, Settings settings, Made link, RecordSnapshot record) {
        RecordSnapshot drawn = record;
        while (sent(press, chat, settings, link, drawn)) {
            if (events.finishWithCard(press.pressId(), link, drawn.generation())) {
                return;
            }
            drawn = records.find(press.record()).orElse(drawn);
        }
        events.finish(press.pressId());
    }

    private boolean sent(Press press, ChatPlatform chat, Settings settings, Made link, RecordSnapshot record) {
        try {
            RefreshCard.Sent sent = refresh.send(chat, link, record, settings);
            if (sent == RefreshCard.Sent.CANNOT) {
                notDrawn(press);
            }
            return sent == RefreshCard.Sent.SENT;
        } catch (Rejected | CredentialsRefused e) {
            leaveToRetry(press, e);
            return false;
        }
    }

    private void notDrawn(Press press) {
        LOG.log(System.Logger.Level.WARNING, "{0}: its card was deleted or can no longer be changed", press);
        counters.count(Metric.CARD_NOT_DRAWN, press.platform().id());
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

    private void hintEverywhere(Press press, Settings settings) {
        Arrays.stream(Platform.values())
                .filter(settings.chats()::containsKey)
                .forEach(platform -> hint(press, platform));
    }

    private void hint(Press press, Platform platform) {
        Instant now = clock.instant();
        outgoing.hints()
                .send(new RecordHint(press.pressId(), platform, RecordHint.Type.UPDATED, press.record(), now, now));
    }

    /** The person is told something on the way, once: it is remembered under its own name, and no note is written. */
    void told(Press press, ChatPlatform chat, Refusal refusal, String name, NoteReference none) {
        switch (events.claim(name, none)) {
            case Claim.First _, Claim.Again _ -> {
                answers.refused(press, chat, refusal);
                events.finish(name);
            }
            case Claim.Held _, Claim.Done() -> {}
        }
    }

    /** The person is told something that is no end of the press. */
    void tell(Press press, ChatPlatform chat, Refusal refusal) {
        answers.refused(press, chat, refusal);
    }
}
