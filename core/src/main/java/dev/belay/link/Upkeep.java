package dev.belay.link;

import dev.belay.link.ConversationLink.Made;
import dev.belay.link.Told.Account;
import dev.belay.link.Told.Telling;
import java.time.Instant;
import java.util.Optional;

/**
 * Remembers on made links what was told in their conversations, which delivery waits, and what is to come of their records' ends.
 * Nothing is remembered where the record has another conversation by now.
 */
public interface Upkeep {
    /**
     * Begins to give an account, before anything is said of it.
     *
     * @param now a telling of somebody else whose lease has ended by then gives way
     * @return false when another account of this number was given, or somebody else is giving one
     */
    boolean begin(Made link, Telling telling, Instant now);

    /** Remembers that an account was given, and that nothing is being told. Idempotent: an account of the same number or a later one stays. */
    void told(Made link, Account account);

    /** Nothing was said: what was being told under this number is forgotten. */
    void notTold(Made link, long number);

    /** It is not known whether it was said: nobody looks before that time. */
    void lookFrom(Made link, long number, Instant then);

    /** Remembers that a message's delivery ends in a wait that was chosen, until the next card is announced. */
    void waits(Made link, String message);

    /**
     * Begins one part of what is done once in a conversation, before it is done; {@link ConversationLinks#markSetUp} finishes it.
     *
     * @param part its name
     * @param id other for each time that it is to be done
     * @param lease until when nobody else may take it over
     * @param now a lease of somebody else that has ended by then gives way
     */
    Begun begin(Made link, String part, String id, Instant lease, Instant now);

    /** What came of beginning. */
    enum Begun {
        /** Nobody began it before. */
        FIRST,
        /** Somebody began it and may have done it: look before doing it. */
        AGAIN,
        /** It is done, or somebody else is at it, or the record has another conversation. */
        NOT
    }

    /** Gives such a lease back, or sets until when nobody looks whether it was done. */
    void lease(Made link, String part, String id, Instant until);

    /** Remembers the newest end of the record that the conversation knows of: one of a lower number changes nothing. Idempotent. */
    void ending(Made link, Ending ending);

    /** Remembers when something is to be done although nothing happens; none forgets it. */
    void due(Made link, Optional<Instant> at);

    /** Remembers anew why a record that earned a channel of its own stands in the shared one; none forgets it. */
    void noRoom(Made link, Optional<NoRoom> why);
}
