package dev.belay.person;

import dev.belay.chat.ChatUser;
import java.util.Optional;

/**
 * What is remembered of who is who. It holds identity only, never an authorization. An entry lives 30 days, a miss a few
 * minutes; an expired one is never returned, however long the store keeps it.
 */
public interface UserMap {
    /**
     * What was found for a chat user.
     *
     * @param address the e-mail address that it was found by, in lower case; empty where the platform showed none
     */
    record Entry(Identity identity, String address) {}

    Optional<Entry> find(ChatUser user);

    /** Remembers, in place of what was remembered before. */
    void remember(ChatUser user, Entry entry);
}
