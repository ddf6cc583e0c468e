package dev.belay.message;

import dev.belay.chat.ChatUser;
import dev.belay.chat.ConversationId;
import dev.belay.chat.Platform;
import java.time.Instant;

/**
 * Word from a chat platform that somebody put an emoji on a message. It carries neither the message's words nor its thread: where it
 * marks the message, that is to be read.
 *
 * @param eventId the same each time this event is delivered
 * @param at the channel
 * @param message the message's id there
 * @param by who reacted, whoever wrote the message
 * @param emoji its name, without colons and without a skin tone
 * @param acceptedAt when ingress took it
 */
public record Reaction(
        String eventId, ConversationId at, String message, ChatUser by, String emoji, Instant acceptedAt) {
    public Platform platform() {
        return at.platform();
    }

    /** The message that it is on. */
    @Override
    public String toString() {
        return "REACTED " + at.channel() + "/" + message;
    }
}
