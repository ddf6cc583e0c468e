package dev.belay.events;

import com.grack.nanojson.JsonStringWriter;
import dev.belay.chat.ConversationId;
import dev.belay.message.ChatMessage;
import dev.belay.message.Deletion;
import dev.belay.message.Tombstone;
import dev.belay.signature.Sha256;

/**
 * Word of a deletion as a queue message that does not wait in line: the channel's deletions have a group of their own, beside the one in
 * which {@link ChatMessageCodec} has the same deletion in its turn.
 */
public final class DeletionCodec {
    private static final String KIND = "deleted_message";

    private DeletionCodec() {}

    /** @param deleted a message that was deleted */
    public static QueueMessage write(ChatMessage deleted) {
        ConversationId at = deleted.at();
        String platform = at.platform().id();
        JsonStringWriter json = MessageBody.begin(KIND)
                .value("platform", platform)
                .value("workspace", at.workspace())
                .value("channel", at.channel())
                .value("message", deleted.id());
        MessageBody.put(json, "thread", at.thread());
        if (!deleted.version().isEmpty()) {
            json.value("version", deleted.version());
        }
        return new QueueMessage(
                Sha256.hex(ChatMessageCodec.group(at) + "/deleted"),
                Sha256.hex(platform + ":deletion:" + deleted.eventId()),
                json.end().done());
    }

    /** Whether a message's body holds word of a deletion. */
    public static boolean matches(String body) {
        return MessageBody.kindOf(body).equals(KIND);
    }

    /**
     * Reads it from a message's body.
     *
     * @throws MalformedMessage when it is none
     */
    public static Deletion read(String body) {
        MessageBody json = MessageBody.of(KIND, body);
        ConversationId at = new ConversationId(
                json.platform(), json.text("workspace"), json.text("channel"), json.optionalText("thread"));
        String version = json.optionalText("version").orElse("");
        return new Deletion(at, new Tombstone(json.text("message"), version, false));
    }
}
