package dev.belay.events;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonStringWriter;
import dev.belay.chat.ChatUser;
import dev.belay.chat.ConversationId;
import dev.belay.chat.Platform;
import dev.belay.chat.ReplyAddress;
import dev.belay.message.ChatMessage;
import dev.belay.message.TextPart;
import dev.belay.signature.Sha256;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a person did with a message, as a queue message. All of one channel is worked on in order. */
public final class ChatMessageCodec {
    private static final String KIND = "chat_message";
    private static final String WORDS = "words";
    private static final String MENTION = "mention";
    private static final String LINK = "link";

    private ChatMessageCodec() {}

    public static QueueMessage write(ChatMessage message) {
        ConversationId at = message.at();
        String platform = at.platform().id();
        ChatMessage.Author author = message.author();
        JsonStringWriter json = MessageBody.begin(KIND)
                .value("event_id", message.eventId())
                .value("platform", platform)
                .value("what", message.kind().name())
                .value("workspace", at.workspace())
                .value("channel", at.channel())
                .value("message", message.id())
                .value("user", author.user().id())
                .value("written_at", message.writtenAt().toEpochMilli())
                .value("accepted_at", message.acceptedAt().toEpochMilli());
        MessageBody.put(json, "thread", at.thread());
        MessageBody.put(json, "name", author.name());
        MessageBody.put(json, "reply", author.reply().map(ReplyAddress::value));
        if (author.outside()) {
            json.value("outside", true);
        }
        if (!message.version().isEmpty()) {
            json.value("version", message.version());
        }
        json.array("text");
        for (TextPart part : message.text()) {
            write(json, part);
        }
        json.end();
        return new QueueMessage(
                group(at),
                Sha256.hex(platform + ":message:" + message.eventId()),
                json.end().done());
    }

    /** What happens to the messages of one channel is worked on in order. */
    static String group(ConversationId at) {
        return Sha256.hex(at.platform().id() + ":messages:" + at.workspace() + ":" + at.channel());
    }

    /** Not a pattern switch: ingress would pay for linking it in a cold start. */
    private static void write(JsonStringWriter json, TextPart part) {
        json.array();
        if (part instanceof TextPart.Words words) {
            json.value(WORDS).value(words.words());
        } else if (part instanceof TextPart.Mention mention) {
            json.value(MENTION)
                    .value(mention.user())
                    .value(mention.name().isPresent() ? mention.name().get() : "");
        } else if (part instanceof TextPart.Link link) {
            json.value(LINK).value(link.address()).value(link.label());
        }
        json.end();
    }

    /** Whether a message's body holds what a person did with a message: those and hints come on one queue. */
    public static boolean matches(String body) {
        return MessageBody.kindOf(body).equals(KIND);
    }

    /**
     * Reads it from a message's body.
     *
     * @throws MalformedMessage when it is none
     */
    public static ChatMessage read(String body) {
        MessageBody json = MessageBody.of(KIND, body);
        Platform platform = json.platform();
        String workspace = json.text("workspace");
        return new ChatMessage(
                json.text("event_id"),
                kind(json.text("what")),
                new ConversationId(platform, workspace, json.text("channel"), json.optionalText("thread")),
                json.text("message"),
                new ChatMessage.Author(
                        new ChatUser(platform, workspace, json.text("user")),
                        json.optionalText("name"),
                        json.flag("outside"),
                        json.optionalText("reply").map(ReplyAddress::new)),
                parts(json.array("text")),
                json.optionalText("version").orElse(""),
                json.time("written_at"),
                json.time("accepted_at"));
    }

    private static ChatMessage.Kind kind(String name) {
        try {
            return ChatMessage.Kind.valueOf(name);
        } catch (IllegalArgumentException e) {
            throw new MalformedMessage("the message tells of something unknown");
        }
    }

    private static List<TextPart> parts(JsonArray array) {
        List<TextPart> parts = new ArrayList<>();
        for (Object each : array) {
            if (!(each instanceof JsonArray part)) {
                throw new MalformedMessage("the message's text has a part that cannot be read");
            }
            parts.add(part(part));
        }
        return parts;
    }

    private static TextPart part(JsonArray part) {
        String second = part.getString(1, "");
        String third = part.getString(2, "");
        return switch (part.getString(0, "")) {
            case WORDS -> new TextPart.Words(second);
            case MENTION -> new TextPart.Mention(second, third.isEmpty() ? Optional.empty() : Optional.of(third));
            case LINK -> new TextPart.Link(second, third);
            default -> throw new MalformedMessage("the message's text has a part that is not known");
        };
    }
}
