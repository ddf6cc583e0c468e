package dev.belay.event;

import dev.belay.delivery.Deadline;
import dev.belay.link.ConversationLink.Made;
import dev.belay.record.NoteReference;
import java.time.Duration;

/** Which events were handled, remembered for days: what is delivered again takes no effect again. */
public interface HandledEvents {
    /** Longer than a worker may run over one event. */
    Duration LEASE = Deadline.OF_A_FUNCTION.plusSeconds(5);

    /** How an event stands when a worker takes it up. */
    sealed interface Claim {
        /** Nobody took it up before. The reference is stored. */
        record First(NoteReference reference) implements Claim {}

        /** It was taken up before and not finished: look for what was written under the reference before writing. */
        record Again(NoteReference reference) implements Claim {}

        /** Another worker took it up a moment ago and holds the lease. */
        record Held(Duration left) implements Claim {}

        /** It was finished. */
        record Done() implements Claim {}
    }

    /**
     * Takes an event up under a lease of {@link #LEASE}, and stores the reference of the note that it may write.
     *
     * @param proposed the reference to store if none is stored yet
     */
    Claim claim(String eventId, NoteReference proposed);

    /** Whether somebody took the event up and did not take that back. A look: it claims nothing. */
    boolean isTakenUp(String eventId);

    /**
     * Takes a first claim back, since nothing was written under it: unless somebody took the event up meanwhile, the next claim is
     * the first again.
     */
    void release(String eventId);

    /** Gives the lease back without being finished: the next claim is {@link Claim.Again} at once. */
    void endLease(String eventId);

    /** Marks the event as finished for good. */
    void finish(String eventId);

    /**
     * Finishes the event, and remembers that the card of this generation was sent, if no newer one was announced: both in one
     * transaction.
     *
     * @return false when the generation moved: the card must be drawn again
     */
    boolean finishWithCard(String eventId, Made link, long generation);
}
