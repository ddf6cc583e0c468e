package dev.belay.slack.protocol;

import com.grack.nanojson.JsonObject;
import dev.belay.message.ChatMessage;
import dev.belay.message.Reaction;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A message as {@code conversations.history} and {@code conversations.replies} show it, which is as an event does, without a place.
 *
 * @param thread the message that begins its thread, where it is in one
 * @param edited when it was edited last, where it was
 */
public record ReadMessage(
        @Nullable String user,
        @Nullable String bot,
        @Nullable String subtype,
        @Nullable String text,
        String ts,
        @Nullable String thread,
        @Nullable String edited) {
    /** The message as one that a reaction marked; none where no person wrote it, or what was read is not written as Slack writes it. */
    public Optional<ChatMessage> markedBy(Reaction reaction) {
        JsonObject message = new JsonObject();
        message.put("user", user);
        message.put("bot_id", bot);
        message.put("subtype", subtype);
        message.put("text", text);
        message.put("ts", ts);
        message.put("thread_ts", thread);
        if (edited != null) {
            message.put("edited", JsonObject.builder().value("ts", edited).done());
        }
        try {
            return MessageWord.isWritten(message)
                    ? Optional.of(MessageWord.marked(
                            reaction.eventId(),
                            reaction.at().workspace(),
                            reaction.at().channel(),
                            message,
                            reaction.acceptedAt()))
                    : Optional.empty();
        } catch (MalformedRequest e) {
            return Optional.empty();
        }
    }
}
