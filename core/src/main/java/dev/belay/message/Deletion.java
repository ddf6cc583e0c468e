package dev.belay.message;

import dev.belay.chat.ConversationId;
import dev.belay.chat.Platform;

/**
 * Word that a message was deleted, which does not wait in line behind what was said before: it keeps the words that are in no note yet out
 * of the next. What is to be noted of the deletion comes in line.
 *
 * @param at the channel, and the thread that the message was in where it was in one
 * @param tombstone which message, and as of when
 */
public record Deletion(ConversationId at, Tombstone tombstone) {
    public Platform platform() {
        return at.platform();
    }

    /** Without anything of the message. */
    @Override
    public String toString() {
        return "DELETED " + at.inChannel() + "/" + tombstone.message();
    }
}
