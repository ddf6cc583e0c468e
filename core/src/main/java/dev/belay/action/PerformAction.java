package dev.belay.action;

import dev.belay.action.DecidePress.Step;
import dev.belay.action.Gates.Passage;
import dev.belay.action.Refusal.Reason;
import dev.belay.action.StateRule.Verdict;
import dev.belay.chat.Chat;
import dev.belay.chat.ChatUser;
import dev.belay.chat.PrivateAnswer;
import dev.belay.conversation.RefreshCard;
import dev.belay.event.HandledEvents;
import dev.belay.event.HandledEvents.Claim;
import dev.belay.event.Hints;
import dev.belay.event.Press;
import dev.belay.failure.CredentialsRefused;
import dev.belay.failure.Rejected;
import dev.belay.failure.Unavailable;
import dev.belay.health.Counters;
import dev.belay.link.ConversationLink;
import dev.belay.link.ConversationLinks;
import dev.belay.record.NoteReference;
import dev.belay.record.PartlyTaken;
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
    private final DecidePress decide;
    private final Records records;
    private final ConversationLinks links;
    private final ShowRecord show;
    private final Counters counters;
    private final RandomGenerator random;

    public PerformAction(
            HandledEvents events,
            Gates gates,
            Records records,
            ConversationLinks links,
            RefreshCard refresh,
            Hints hints,
            Supplier<Settings> settings,
            Counters counters,
            Clock clock,
            RandomGenerator random) {
        this.events = events;
        this.decide = new DecidePress(gates, records, settings, clock);
        this.records = records;
        this.links = links;
        this.show = new ShowRecord(events, records, refresh, hints, settings, counters, clock);
        this.counters = counters;
        this.random = random;
    }

    public ActionOutcome perform(Press press, Chat chat) {
        ActionOutcome outcome =
                switch (events.claim(press.pressId(), NoteReference.random(random))) {
                    case Claim.Done() -> new ActionOutcome.Repeated();
                    case Claim.First(NoteReference reference) ->
                        carryOut(decidedFirst(press, chat), press, chat, reference);
                    case Claim.Again(NoteReference reference) -> resume(press, chat, reference);
                };
        count(press, outcome);
        return outcome;
    }

    /** Tells the person that their press will not be performed, because something here is broken. */
    public void giveUp(Press press, Chat chat) {
        givenUp(press).ifPresent(refusal -> count(press, refuse(press, chat, refusal)));
    }

    /** None where the press did reach the record: then nobody is told that it did not. */
    private Optional<Refusal> givenUp(Press press) {
        try {
            return wasWritten(press)
                    ? Optional.empty()
                    : Optional.of(
                            Refusal.of(
                                    Reason.GIVEN_UP,
                                    "Your press could not be performed, and whoever runs Belay has been alerted. Open the record in ServiceNow meanwhile."));
        } catch (Unavailable | Rejected e) {
            return Optional.of(unknown());
        }
    }

    private boolean wasWritten(Press press) {
        return switch (events.claim(press.pressId(), NoteReference.random(random))) {
            case Claim.Done() -> true;
            case Claim.First _ -> false;
            case Claim.Again(NoteReference reference) -> records.bears(press.record(), reference);
        };
    }

    /** As long as nothing was sent to the record, the next run is the first again, and need not ask ServiceNow what became of it. */
    private Step decidedFirst(Press press, Chat chat) {
        try {
            return decide.decide(press, chat);
        } catch (Unavailable | Rejected e) {
            events.release(press.pressId());
            throw e;
        }
    }

    /** An earlier run may have written: what its note's reference marks is done, whatever the record says by now. */
    private ActionOutcome resume(Press press, Chat chat, NoteReference reference) {
        boolean written;
        try {
            written = records.bears(press.record(), reference);
        } catch (Unavailable | Rejected e) {
            if (decide.expired(press)) {
                return refuse(press, chat, unknown());
            }
            throw e;
        }
        return written ? written(press, chat) : carryOut(decide.decide(press, chat), press, chat, reference);
    }

    private ActionOutcome written(Press press, Chat chat) {
        RecordSnapshot record =
                records.find(press.record()).orElseThrow(() -> new Rejected("servicenow", press.record() + " is gone"));
        Optional<ConversationLink> link = links.find(press.record(), press.platform());
        if (link.isEmpty()) {
            events.finish(press.pressId());
            return new ActionOutcome.Applied(record);
        }
        return StateRule.tookHold(press, record)
                ? changed(press, chat, link.get(), record)
                : partlyChanged(press, chat, link.get(), record);
    }

    private ActionOutcome carryOut(Step step, Press press, Chat chat, NoteReference reference) {
        return switch (step) {
            case Step.Write(Passage.Admitted admitted, Verdict.Do todo) ->
                write(press, chat, admitted, todo, reference);
            case Step.Show(ConversationLink link, RecordSnapshot record) -> {
                show.andFinish(press, chat, link, record);
                yield new ActionOutcome.AlreadyDone(record);
            }
            case Step.Refuse(Refusal refusal) -> refuse(press, chat, refusal);
            case Step.Correct(Refusal refusal, ConversationLink link, RecordSnapshot record) -> {
                show.here(press, chat, link, record);
                yield refuse(press, chat, refusal);
            }
        };
    }

    private ActionOutcome write(
            Press press, Chat chat, Passage.Admitted admitted, Verdict.Do todo, NoteReference reference) {
        RecordChange change =
                RecordChange.takenOn(admitted.user().sysId(), todo.state(), new WorkNote(todo.note(), reference));
        try {
            return changed(press, chat, admitted.link(), records.change(press.record(), change));
        } catch (PartlyTaken e) {
            LOG.log(System.Logger.Level.WARNING, "{0} on {1}: {2}", press.word(), press.record(), e.getMessage());
            return partlyChanged(press, chat, admitted.link(), e.record());
        } catch (CredentialsRefused e) {
            throw e;
        } catch (Rejected e) {
            return notTaken(press, chat, e);
        }
    }

    private ActionOutcome notTaken(Press press, Chat chat, Rejected e) {
        if (!e.system().equals(Records.SYSTEM)) {
            throw e;
        }
        LOG.log(System.Logger.Level.WARNING, "{0} on {1} was refused: {2}", press.word(), press.record(), e.said());
        return refuse(
                press,
                chat,
                Refusal.of(
                        Reason.RECORD_REFUSED,
                        "ServiceNow did not take the change. Open the record there: its rules may ask for more."));
    }

    private ActionOutcome changed(Press press, Chat chat, ConversationLink link, RecordSnapshot record) {
        show.elsewhere(press);
        show.andFinish(press, chat, link, record);
        return new ActionOutcome.Applied(record);
    }

    /** The person hears of it before the press is finished, so that they hear of it. */
    private ActionOutcome partlyChanged(Press press, Chat chat, ConversationLink link, RecordSnapshot record) {
        Refusal refusal = Refusal.of(
                Reason.PARTLY_TAKEN,
                "ServiceNow took your work note but not all of the change: one of its rules, or a right that Belay lacks, stands in the way. Open the record there to finish it.");
        show.elsewhere(press);
        tell(press, chat, refusal);
        show.andFinish(press, chat, link, record);
        return new ActionOutcome.Refused(refusal);
    }

    private ActionOutcome refuse(Press press, Chat chat, Refusal refusal) {
        tell(press, chat, refusal);
        events.finish(press.pressId());
        return new ActionOutcome.Refused(refusal);
    }

    private void tell(Press press, Chat chat, Refusal refusal) {
        try {
            ChatUser person = new ChatUser(press.platform(), press.workspace(), press.user());
            PrivateAnswer answer = new PrivateAnswer(refusal.sentence(), refusal.offer());
            chat.tell(person, press.at(), press.responseUrl(), answer);
        } catch (Rejected e) {
            LOG.log(System.Logger.Level.WARNING, "{0} could not be told: {1}", press, e.getMessage());
            counters.count("AnswerFailed", refusal.reason().name());
        }
    }

    private static Refusal unknown() {
        return Refusal.of(
                Reason.UNKNOWN_OUTCOME,
                "ServiceNow does not answer, so it is not known whether your press was done. Look at the record before you press again.");
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
