package dev.belay.press;

import dev.belay.action.Actions;
import dev.belay.action.Refusal;
import dev.belay.action.Refusal.Reason;
import dev.belay.event.HandledEvents;
import dev.belay.event.HandledEvents.Claim;
import dev.belay.event.Press;
import dev.belay.failure.CredentialsRefused;
import dev.belay.failure.Rejected;
import dev.belay.failure.Unavailable;
import dev.belay.record.NoteReference;
import dev.belay.record.Records;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** What a person is told of a press that will not be performed, because something here is broken. */
final class GivenUp {
    private final HandledEvents events;
    private final Records records;
    private final RandomGenerator random;

    GivenUp(HandledEvents events, Records records, RandomGenerator random) {
        this.events = events;
        this.records = records;
        this.random = random;
    }

    /** None where the press did reach the record: then nobody is told that it did not. */
    Optional<Refusal> refusal(Press press) {
        try {
            return switch (events.claim(press.pressId(), NoteReference.random(random))) {
                case Claim.Done() -> Optional.empty();
                case Claim.First _, Claim.Held _ -> Optional.of(Refusals.givenUp());
                case Claim.Again(NoteReference reference) ->
                    records.hasNote(press.record(), reference) ? Optional.empty() : Optional.of(begun(press));
            };
        } catch (Unavailable | Rejected | CredentialsRefused e) {
            return Optional.of(Refusals.unknown());
        }
    }

    /** Whatever refuses it now: where an earlier run may have paged somebody, the person must know that too. */
    Refusal afterAll(Press press, Refusal refusal, boolean again) {
        return again && hasBegun(press)
                ? new Refusal(Reason.PAGE_UNKNOWN, refusal.sentence() + " " + Refusals.PERHAPS_PAGED, refusal.offer())
                : refusal;
    }

    /** Whether a pager may have been asked. */
    private boolean hasBegun(Press press) {
        return Actions.actsFirst(press.button()) && AskPager.mayHavePaged(press, events);
    }

    private Refusal begun(Press press) {
        if (hasBegun(press)) {
            return Refusal.of(Reason.PAGE_UNKNOWN, Refusals.PAGE_INTERRUPTED);
        }
        return Actions.actsFirst(press.button()) && events.isTakenUp(PageFirst.waits(press))
                ? Refusal.of(Reason.PAGE_REFUSED, Refusals.PAGE_LIMITED)
                : Refusals.givenUp();
    }
}
