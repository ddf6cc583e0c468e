package dev.belay.press;

import dev.belay.action.Refusal;
import dev.belay.action.Refusal.Reason;
import dev.belay.event.HandledEvents;
import dev.belay.event.HandledEvents.Claim;
import dev.belay.event.Press;
import dev.belay.failure.CredentialsRefused;
import dev.belay.failure.Rejected;
import dev.belay.failure.Unavailable;
import dev.belay.record.Happening;
import dev.belay.record.NoteReference;
import dev.belay.record.Records;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** What a person is told of a press that will not be performed, because something here is broken. */
final class GivenUp {
    private final HandledEvents events;
    private final Records records;
    private final BegunPage page;
    private final RandomGenerator random;

    GivenUp(HandledEvents events, Records records, BegunPage page, RandomGenerator random) {
        this.events = events;
        this.records = records;
        this.page = page;
        this.random = random;
    }

    /** None where the press did reach the record: then nobody is told that it did not. */
    Optional<Refusal> refusal(Press press) {
        try {
            return switch (events.claim(press.pressId(), NoteReference.random(random))) {
                case Claim.Done() -> Optional.empty();
                case Claim.First _, Claim.Held _ -> Optional.of(begun(press));
                case Claim.Again(NoteReference reference) -> again(press, reference);
            };
        } catch (Unavailable | Rejected | CredentialsRefused e) {
            return Optional.of(Refusals.unknown());
        }
    }

    private Optional<Refusal> again(Press press, NoteReference reference) {
        boolean written;
        try {
            written = records.hasNote(press.record(), reference);
        } catch (Unavailable | Rejected | CredentialsRefused e) {
            return Optional.of(afterAll(press, Refusals.unknown(), true));
        }
        return written ? Optional.empty() : Optional.of(begun(press));
    }

    /** Whatever refuses it now: what came of it before, or may have, the person must know too. */
    Refusal afterAll(Press press, Refusal refusal, boolean again) {
        return again ? earlier(press).map(said -> with(refusal, said)).orElse(refusal) : refusal;
    }

    private Optional<String> earlier(Press press) {
        return page.came(press)
                .map(Refusals::cameOfIt)
                .or(() -> page.mayHavePaged(press) ? Optional.of(Refusals.PERHAPS_PAGED) : Optional.empty());
    }

    private static Refusal with(Refusal refusal, String said) {
        return new Refusal(Reason.PAGE_UNKNOWN, refusal.sentence() + " " + said, refusal.offer());
    }

    private Refusal begun(Press press) {
        Optional<Happening> came = page.came(press);
        if (came.isPresent()) {
            return with(Refusals.givenUp(), Refusals.cameOfIt(came.get()));
        }
        if (page.mayHavePaged(press)) {
            return Refusal.of(Reason.PAGE_UNKNOWN, Refusals.PAGE_INTERRUPTED);
        }
        return page.waits(press) ? Refusal.of(Reason.PAGE_REFUSED, Refusals.PAGE_LIMITED) : Refusals.givenUp();
    }
}
