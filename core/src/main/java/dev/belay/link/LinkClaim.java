package dev.belay.link;

import dev.belay.record.NoteReference;
import java.time.Instant;

/**
 * A worker's claim on making a conversation, stored before anything is made.
 *
 * @param marker random, carried by what is made in chat, so that it can be found again
 * @param reference of the work note that tells of the conversation
 * @param at when the first claim was made: what is older in chat is not ours
 * @param leaseUntil the lease: until when nobody else may resume the claim
 */
public record LinkClaim(String marker, NoteReference reference, Instant at, Instant leaseUntil) {
    public LinkClaim until(Instant lease) {
        return new LinkClaim(marker, reference, at, lease);
    }
}
