package dev.belay.person;

import dev.belay.chat.ChatUser;
import dev.belay.chat.Member;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What is remembered of who is who. It holds identity only, never an authorization. An entry lives 30 days; that nobody was found is
 * believed for five minutes where somebody presses, and as long as the entry where it only names an author. An expired one is never
 * returned, however long the store keeps it.
 */
public interface UserMap {
    /**
     * What was found for a chat user.
     *
     * @param address the e-mail address that it was found by, in lower case; empty where the platform showed none
     * @param seen what the platform showed of them, where that is remembered
     */
    record Entry(Identity identity, String address, Optional<Seen> seen) {
        /** Of somebody of whom nothing else is remembered. */
        public Entry(Identity identity, String address) {
            this(identity, address, Optional.empty());
        }
    }

    /**
     * What the platform showed of them then. It names them, and decides nothing.
     *
     * @param name what they are called in chat
     */
    record Seen(String name, Member.Standing standing) {}

    /** Who a person is who may do something. */
    Optional<Entry> find(ChatUser user);

    /**
     * What names somebody in a note.
     *
     * @param identity none where nobody was asked for it yet
     * @param address that the platform showed, in lower case; empty where it showed none
     */
    record Named(Optional<Identity> identity, String address, Seen seen) {}

    /** What names somebody of whom it is remembered what the platform showed, misses too. */
    Optional<Named> named(ChatUser user);

    /** Remembers, in place of what was remembered before. */
    void remember(ChatUser user, Entry entry);

    /**
     * Remembers what the platform showed of somebody whose identity nobody asked for. Nothing is stored where an identity is remembered
     * that names them and has not expired: it may have been found a moment before.
     */
    void rememberSeen(ChatUser user, String address, Seen seen);

    /**
     * What is kept of a person.
     *
     * @param identity none where nobody was asked for it yet
     * @param seen what the platform showed of them, where that is remembered
     * @param expires from when on it is not believed any more
     */
    record Kept(ChatUser user, Optional<Identity> identity, Optional<Seen> seen, Instant expires) {}

    /**
     * All that is kept under an address, what has expired too: found by it, or of a platform user who has it. Consistent, and reads the
     * whole map: for what happens rarely.
     *
     * @param address in whatever case
     */
    List<Kept> under(String address);

    /**
     * Forgets at once what is kept of a chat user; repeating it changes nothing more.
     *
     * @return whether anything was kept, expired or not; false also where it was deleted and the answer to that was lost
     */
    boolean forget(ChatUser user);
}
