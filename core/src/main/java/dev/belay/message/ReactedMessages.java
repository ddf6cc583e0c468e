package dev.belay.message;

import java.util.Optional;

/** Reads messages that somebody reacted to, on a platform that tells of a reaction without the message. */
public interface ReactedMessages {
    /**
     * The message that a reaction is on, as it stands by now and as one that is marked, with its thread where it is in one.
     *
     * @return none where it is gone, where no person wrote it, or where the platform does not show it to us
     * @throws dev.belay.failure.Unavailable when it could not be read now
     * @throws dev.belay.failure.Rejected when the platform does not let us read
     */
    Optional<ChatMessage> read(Reaction reaction);
}
