package dev.belay.person;

import dev.belay.chat.ChatUser;
import java.util.Optional;

/**
 * What is remembered of who is who. It holds identity only, never an authorization. An entry lives 30 days, a miss a few
 * minutes; an expired one is never returned, however long the store keeps it.
 */
public interface UserMap {
    Optional<Identity> find(ChatUser user);

    /** Remembers, in place of what was remembered before. */
    void remember(ChatUser user, Identity identity);
}
