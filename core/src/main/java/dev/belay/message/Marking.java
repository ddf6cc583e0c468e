package dev.belay.message;

import dev.belay.chat.ChatUser;
import dev.belay.chat.Platform;
import dev.belay.chat.ReplyAddress;
import java.util.Optional;

/**
 * Word that a person asked from a message's menu that it be recorded. Unlike of a pin or a reaction, they wait to be told what came of it.
 *
 * @param message the message as it stands, marked
 * @param by who asked, whoever wrote it
 * @param reply where the platform takes an answer to them, for a while
 */
public record Marking(ChatMessage message, ChatUser by, Optional<ReplyAddress> reply) {
    /** What a person is told who asked that of a message that no person wrote. */
    public static final String OF_NO_PERSON = "Nothing was added: only what a person wrote becomes a work note.";

    public Platform platform() {
        return message.platform();
    }

    /** Without the words and the reply address. */
    @Override
    public String toString() {
        return "asked for: " + message;
    }
}
