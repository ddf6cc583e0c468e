package dev.belay.link;

import dev.belay.chat.ConversationId;
import dev.belay.chat.Platform;
import dev.belay.record.RecordRef;
import java.util.List;
import java.util.Optional;

/**
 * The single source of truth for where the live conversation about a record is. One live link for each record and platform; one
 * record for each conversation. Reads see every write that was finished before.
 */
public interface ConversationLinks {
    Optional<ConversationLink> find(RecordRef record, Platform platform);

    /** The record that a conversation is linked to, if it is. */
    Optional<RecordRef> recordOf(ConversationId conversation);

    /**
     * Claims the record for one worker, before anything is made in chat.
     *
     * @return false when another claim or link stands; the same claim, repeated, is true
     */
    boolean claim(ConversationLink first);

    /**
     * Stores an open link's progress as {@link ConversationLink#next()}, if nobody changed it since it was read.
     *
     * @return what is stored now, or none when somebody else changed it: let go
     */
    Optional<ConversationLink> save(ConversationLink changed);

    /**
     * Makes the link {@link LinkState#READY} and binds its conversation to the record, both in one transaction.
     *
     * @return what is stored now, or none when somebody else changed the link or the conversation is bound to another record
     */
    Optional<ConversationLink> ready(ConversationLink finished);

    /**
     * Announces a card of this generation that is about to be sent.
     *
     * @return the newest announced generation: another than the one given only when a newer one was announced before
     */
    long raise(RecordRef record, Platform platform, long generation);

    /**
     * Remembers that the announced card of this generation was sent.
     *
     * @return false when a newer one was announced meanwhile: what was sent may stand over it, so draw once more
     */
    boolean drawn(RecordRef record, Platform platform, long generation);

    /** Remembers that the conversation was fitted out. */
    void fitted(RecordRef record, Platform platform);

    /**
     * Turns a link from one state to another.
     *
     * @return false when it is not in the first state (nor in the second by this very call)
     */
    boolean turn(RecordRef record, Platform platform, LinkState from, LinkState to);

    /** Remembers the channel's new name, which decides nothing. */
    void renamed(RecordRef record, Platform platform, String name);

    /** The links of one workspace or tenant that have a conversation. Reads the whole store: for what happens rarely. */
    List<ConversationLink> within(Platform platform, String workspace);
}
