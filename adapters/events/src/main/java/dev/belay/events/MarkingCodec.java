package dev.belay.events;

import com.grack.nanojson.JsonStringWriter;
import dev.belay.chat.ChatUser;
import dev.belay.chat.ReplyAddress;
import dev.belay.message.ChatMessage;
import dev.belay.message.Marking;

/** Word that a person asked that a message be recorded, as a queue message: the message as {@link ChatMessageCodec} has it, and in its line. */
public final class MarkingCodec {
    private static final String KIND = "marking";

    private MarkingCodec() {}

    public static QueueMessage write(Marking marking) {
        QueueMessage message = ChatMessageCodec.write(marking.message());
        JsonStringWriter json = MessageBody.begin(KIND)
                .value("by", marking.by().id())
                .value("workspace", marking.by().workspace())
                .value("message", message.body());
        MessageBody.put(json, "reply", marking.reply().map(ReplyAddress::value));
        return new QueueMessage(
                message.groupId(), message.deduplicationId(), json.end().done());
    }

    /** Whether a message's body holds word of such a wish. */
    public static boolean matches(String body) {
        return MessageBody.kindOf(body).equals(KIND);
    }

    /**
     * Reads it from a message's body.
     *
     * @throws MalformedMessage when it is none
     */
    public static Marking read(String body) {
        MessageBody json = MessageBody.of(KIND, body);
        ChatMessage message = ChatMessageCodec.read(json.text("message"));
        return new Marking(
                message,
                new ChatUser(message.platform(), json.text("workspace"), json.text("by")),
                json.optionalText("reply").map(ReplyAddress::new));
    }
}
