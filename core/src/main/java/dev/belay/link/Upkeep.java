package dev.belay.link;

import dev.belay.link.Told.Account;
import dev.belay.link.Told.Telling;
import java.time.Instant;

/** Remembers on made links what was told in their conversations, and which delivery waits. A link that was not made is left as it is. */
public interface Upkeep {
    /**
     * Begins to give an account, before anything is said of it.
     *
     * @param now a telling of somebody else whose lease has ended by then gives way
     * @return false when another account of this number was given, or somebody else is giving one
     */
    boolean begin(LinkKey key, Telling telling, Instant now);

    /** Remembers that an account was given, and that nothing is being told. Idempotent: an account of the same number or a later one stays. */
    void told(LinkKey key, Account account);

    /** Nothing was said: what was being told under this number is forgotten. */
    void notTold(LinkKey key, long number);

    /** It is not known whether it was said: nobody looks before that time. */
    void lookFrom(LinkKey key, long number, Instant then);

    /** Remembers that a message's delivery ends in a wait that was chosen, until the next card is announced. */
    void waits(LinkKey key, String message);
}
