package dev.belay.chat;

import java.util.Optional;

/**
 * What the platform says of one of its users.
 *
 * @param email where the platform shows it
 */
public record Member(ChatUser user, Standing standing, String name, Optional<String> email) {
    /** How a person belongs to the workspace. Anything but {@link #FULL} is refused. */
    public enum Standing {
        FULL,
        GUEST,
        DEACTIVATED,
        BOT,
        /** Of a connected workspace, or of none that we know. */
        STRANGER
    }
}
