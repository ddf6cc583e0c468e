package dev.belay.action;

import dev.belay.action.Gates.Passage;
import dev.belay.action.Refusal.Reason;
import dev.belay.action.StateRule.Verdict;
import dev.belay.chat.Chat;
import dev.belay.chat.ChatUser;
import dev.belay.chat.PrivateAnswer;
import dev.belay.conversation.RefreshCard;
import dev.belay.event.HandledEvents;
import dev.belay.event.HandledEvents.Claim;
import dev.belay.event.Press;
import dev.belay.failure.Rejected;
import dev.belay.health.Counters;
import dev.belay.link.ConversationLink;
import dev.belay.link.ConversationLinks;
import dev.belay.record.NoteReference;
import dev.belay.record.RecordChange;
import dev.belay.record.RecordSnapshot;
import dev.belay.record.Records;
import dev.belay.record.WorkNote;
import dev.belay.settings.Settings;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * Does what a person pressed, once: through the gates, on the record, onto the card. May be killed after any outside call and run
 * again with the same press.
 */
public final class PerformAction {
    private static final System.Logger LOG = System.getLogger(PerformAction.class.getName());

    private final HandledEvents events;
    private final Gates gates;
    private final Records records;
    private final ConversationLinks links;
    private final RefreshCard refresh;
    private final Supplier<Settings> settings;
    private final Counters counters;
    private final Clock clock;
    private final RandomGenerator random;

    public PerformAction(
            HandledEvents events,
            Gates gates,
            Records records,
            ConversationLinks links,
            RefreshCard refresh,
            Supplier<Settings> settings,
            Counters counters,
            Clock clock,
            RandomGenerator random) {
        this.events = events;
        this.gates = gates;
        this.records = records;
        this.links = links;
        this.refresh = refresh;
        this.settings = settings;
        this.counters = counters;
        this.clock = clock;
        this.random = random;
    }

    public ActionOutcome perform(Press press, Chat chat) {
        ActionOutcome outcome =
                switch (events.claim(press.pressId(), NoteReference.random(random))) {
                    case Claim.Done() -> new ActionOutcome.Repeated();
                    case Claim.First(NoteReference reference) -> attempt(press, chat, reference);
                    case Claim.Again(NoteReference reference) -> resume(press, chat, reference);
                };
        count(press, outcome);
        return outcome;
    }

    /** An earlier run may have written: what its note's reference marks is done, whatever the record says by now. */
    private ActionOutcome resume(Press press, Chat chat, NoteReference reference) {
        if (!records.bears(press.record(), reference)) {
            return attempt(press, chat, reference);
        }
        RecordSnapshot record =
                records.find(press.record()).orElseThrow(() -> new Rejected("servicenow", press.record() + " is gone"));
        links.find(press.record(), press.platform())
                .ifPresentOrElse(link -> show(press, chat, link, record), () -> events.finish(press.pressId()));
        return new ActionOutcome.Applied(record);
    }

    private ActionOutcome attempt(Press press, Chat chat, NoteReference reference) {
        Settings now = settings.get();
        if (clock.instant().isAfter(press.acceptedAt().plus(now.pressLife()))) {
            return refuse(press, chat, expired(now));
        }
        return switch (gates.pass(press, chat, now)) {
            case Passage.Barred(Refusal refusal) -> refuse(press, chat, refusal);
            case Passage.Admitted admitted -> onRecord(press, chat, admitted, reference);
        };
    }

    private ActionOutcome onRecord(Press press, Chat chat, Passage.Admitted admitted, NoteReference reference) {
        Optional<RecordSnapshot> found = records.find(press.record());
        if (found.isEmpty()) {
            return refuse(
                    press,
                    chat,
                    Refusal.of(
                            Reason.RECORD_MISSING,
                            "ServiceNow does not show that record any more; it may be deleted."));
        }
        RecordSnapshot record = found.get();
        return switch (StateRule.judge(admitted.action(), press, admitted.user(), admitted.link(), record)) {
            case Verdict.Do todo -> write(press, chat, admitted, todo, reference);
            case Verdict.Already() -> {
                show(press, chat, admitted.link(), record);
                yield new ActionOutcome.AlreadyDone(record);
            }
            case Verdict.Not(Refusal refusal) -> notNow(press, chat, admitted.link(), record, refusal);
        };
    }

    private ActionOutcome write(
            Press press, Chat chat, Passage.Admitted admitted, Verdict.Do todo, NoteReference reference) {
        RecordChange change =
                RecordChange.takenOn(admitted.user().sysId(), todo.state(), new WorkNote(todo.note(), reference));
        RecordSnapshot changed;
        try {
            changed = records.change(press.record(), change);
        } catch (Rejected e) {
            LOG.log(System.Logger.Level.WARNING, "{0} on {1} was refused: {2}", press.word(), press.record(), e.said());
            return refuse(
                    press,
                    chat,
                    Refusal.of(
                            Reason.RECORD_REFUSED,
                            "ServiceNow did not take the change. Open the record there: its rules may ask for more."));
        }
        show(press, chat, admitted.link(), changed);
        return new ActionOutcome.Applied(changed);
    }

    /** Where what the person pressed on is not what is so, the card is drawn again too. */
    private ActionOutcome notNow(
            Press press, Chat chat, ConversationLink link, RecordSnapshot record, Refusal refusal) {
        if (refusal.reason() == Reason.STALE_CARD || !link.shows(record.modCount())) {
            refresh.refresh(chat, link, record);
        }
        return refuse(press, chat, refusal);
    }

    private void show(Press press, Chat chat, ConversationLink link, RecordSnapshot record) {
        RecordSnapshot drawn = record;
        while (refresh.send(chat, link, drawn)) {
            if (events.finishIfCardIs(drawn.modCount(), press.record(), press.platform(), press.pressId())) {
                return;
            }
            drawn = records.find(press.record()).orElse(drawn);
        }
        events.finish(press.pressId());
    }

    private ActionOutcome refuse(Press press, Chat chat, Refusal refusal) {
        try {
            ChatUser person = new ChatUser(press.platform(), press.workspace(), press.user());
            PrivateAnswer answer = new PrivateAnswer(refusal.sentence(), refusal.offer());
            chat.tell(person, press.at(), press.responseUrl(), answer);
        } catch (Rejected e) {
            LOG.log(System.Logger.Level.WARNING, "{0} could not be told: {1}", press, e.getMessage());
            counters.count("AnswerFailed", refusal.reason().name());
        }
        events.finish(press.pressId());
        return new ActionOutcome.Refused(refusal);
    }

    private static Refusal expired(Settings settings) {
        return Refusal.of(
                Reason.EXPIRED,
                "Your press could not be performed within "
                        + settings.pressLife().toMinutes()
                        + " minutes, so it was dropped. Look at the card and press again if it still fits.");
    }

    private void count(Press press, ActionOutcome outcome) {
        String kind =
                switch (outcome) {
                    case ActionOutcome.Applied _ -> "APPLIED";
                    case ActionOutcome.AlreadyDone _ -> "ALREADY_DONE";
                    case ActionOutcome.Repeated _ -> "REPEATED";
                    case ActionOutcome.Refused(Refusal refusal) ->
                        refusal.reason().name();
                };
        LOG.log(System.Logger.Level.INFO, "{0}: {1}", press, kind);
        counters.count("Press", kind);
    }
}
