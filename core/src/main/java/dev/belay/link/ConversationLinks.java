package dev.belay.link;

import dev.belay.chat.ConversationId;
import dev.belay.chat.Platform;
import dev.belay.link.ConversationLink.Claimed;
import dev.belay.link.ConversationLink.Made;
import dev.belay.link.ConversationLink.Standing;
import dev.belay.record.RecordRef;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The single source of truth for where the live conversation about a record is. One live link for each record and platform; one
 * record for each conversation. Reads are consistent: they see every write that was finished before. A write whose transition
 * {@link LinkStatus} does not allow changes nothing.
 */
public interface ConversationLinks {
    /** Newer than every card: the record's conversation is another one by now, and whoever made it draws its card. */
    long ELSEWHERE = Long.MAX_VALUE;

    Optional<ConversationLink> find(LinkKey key);

    /** The record that a conversation is linked to, if it is. */
    Optional<RecordRef> recordOf(ConversationId conversation);

    /**
     * Claims the record for one worker, before anything is made in chat.
     *
     * @return false when another claim or link exists; the same claim, repeated, is true
     */
    boolean claim(Claimed first);

    /**
     * Stores a claim's progress as {@link Claimed#next()}, if nobody changed it since it was read (optimistic lock).
     *
     * @return what is stored now, or none when somebody else changed it: let go
     */
    Optional<Claimed> save(Claimed changed);

    /**
     * Makes the link {@link LinkStatus#READY} and binds its conversation to the record, both in one transaction.
     *
     * @param finished of the version that the claim was read with
     * @return what is stored now, or none when somebody else changed the link or the conversation is bound to another record
     */
    Optional<Standing> ready(Standing finished);

    /**
     * Announces a card of this generation that is about to be sent.
     *
     * @param link the conversation whose card it is, as it was read: each write here and below changes nothing where the record has
     *     another conversation by now
     * @param drawn what it shows; remembered with the newest generation
     * @return the newest announced generation: another than the one given only when a newer one was announced before, or, as
     *     {@link #ELSEWHERE}, when the record has another conversation by now
     */
    long announceCard(Made link, long generation, Drawn drawn);

    /**
     * Confirms that the announced card of this generation was sent.
     *
     * @return false when a newer one was announced meanwhile: what was sent may lie over it, so draw once more
     */
    boolean confirmCard(Made link, long generation);

    /**
     * Remembers that one part of the channel's set-up is done.
     *
     * @param part the part's id
     * @param what a hash of what was set
     */
    default void markSetUp(Made link, String part, String what) {
        markSetUp(link, Map.of(part, what));
    }

    /**
     * Remembers that parts of the conversation's set-up are done, in one write or in several.
     *
     * @param parts for each part's id a hash of what was set
     */
    void markSetUp(Made link, Map<String, String> parts);

    /** Remembers the pager's incident about the record, in place of any before; what is not made has none. */
    void paged(LinkKey key, PagerIncident incident);

    /**
     * Begins another conversation of a record whose conversation is to go on elsewhere: the record's link becomes the new claim,
     * and the old conversation goes on pointing to the record, {@link LinkStatus#MOVED}. All in one transaction.
     *
     * @return what is stored now, or none when the link is not the one that was read
     */
    Optional<Claimed> move(Made from, Claimed to);

    /**
     * Puts the next conversation of a record in the place of its current one, binds it to the record, and ends the claim on it; the
     * old conversation goes on pointing to the record, {@link LinkStatus#MOVED}. All in one transaction.
     *
     * @param current as it was read
     * @param finished under the {@linkplain LinkKey#next next} slot, of the version that its claim was read with
     * @return what is stored now under the current slot, or none when either is not what was read, somebody was paged from the current
     *     one meanwhile, or the conversation is bound to another record
     */
    Optional<Standing> succeed(Standing current, Standing finished);

    /**
     * Claims the conversation that is to succeed the current one.
     *
     * @param current as it was read: where the record has another conversation by now, nothing is claimed
     * @return false when there is such a claim, or the current link is not the one that was read; the same claim, repeated, is true
     */
    boolean claimNext(Standing current, Claimed next);

    /**
     * Gives a claim on a record's next conversation up, as it was read.
     *
     * @return false when it is not there any more as it was read
     */
    boolean abandon(Claimed next);

    /**
     * Moves a made link from one status to another.
     *
     * @return false when it is not in the first status (nor in the second by this very call), or the record has another conversation
     * @throws IllegalArgumentException when {@link LinkStatus#checkMove} does not allow it
     */
    boolean transition(Made link, LinkStatus from, LinkStatus to);

    /** Remembers the channel's new name, which decides nothing. */
    void renamed(Made link, String name);

    /** The links of one workspace or tenant whose conversation was made. Reads the whole store: for what happens rarely. */
    List<Made> inWorkspace(Platform platform, String workspace);
}
