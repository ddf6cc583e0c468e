package dev.belay.link;

import dev.belay.record.NoteReference;
import java.time.Instant;
import java.util.Optional;

/**
 * A worker's claim on making a conversation, stored before anything is made.
 *
 * @param marker random, carried by what is made in chat, so that it can be found again
 * @param reference of the work note that tells of the conversation
 * @param at when the first claim was made: what is older in chat is not ours
 * @param leaseUntil the lease: until when nobody else may resume the claim
 * @param former the conversation that this one takes the place of
 */
public record LinkClaim(
        String marker, NoteReference reference, Instant at, Instant leaseUntil, Optional<Former> former) {
    /** On a record's first conversation. */
    public LinkClaim(String marker, NoteReference reference, Instant at, Instant leaseUntil) {
        this(marker, reference, at, leaseUntil, Optional.empty());
    }

    public LinkClaim until(Instant lease) {
        return new LinkClaim(marker, reference, at, lease, former);
    }

    /** In the place of another conversation. */
    public LinkClaim after(Former old) {
        return new LinkClaim(marker, reference, at, leaseUntil, Optional.of(old));
    }

    /** Whether the conversation takes the place of another for this reason. */
    public boolean isAfter(Former.Why why) {
        return former.filter(old -> old.why() == why).isPresent();
    }
}
