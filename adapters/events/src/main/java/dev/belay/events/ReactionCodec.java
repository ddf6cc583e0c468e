package dev.belay.events;

import dev.belay.chat.ChatUser;
import dev.belay.chat.ConversationId;
import dev.belay.chat.Platform;
import dev.belay.message.Reaction;
import dev.belay.signature.Sha256;
import java.util.Optional;

/** Word of a reaction as a queue message, in order with what else happens to the messages of its channel. */
public final class ReactionCodec {
    private static final String KIND = "reaction";

    private ReactionCodec() {}

    public static QueueMessage write(Reaction reaction) {
        ConversationId at = reaction.at();
        String platform = at.platform().id();
        String body = MessageBody.begin(KIND)
                .value("event_id", reaction.eventId())
                .value("platform", platform)
                .value("workspace", at.workspace())
                .value("channel", at.channel())
                .value("message", reaction.message())
                .value("user", reaction.by().id())
                .value("emoji", reaction.emoji())
                .value("accepted_at", reaction.acceptedAt().toEpochMilli())
                .end()
                .done();
        return new QueueMessage(
                ChatMessageCodec.group(at), Sha256.hex(platform + ":reaction:" + reaction.eventId()), body);
    }

    /** Whether a message's body holds word of a reaction. */
    public static boolean matches(String body) {
        return MessageBody.kindOf(body).equals(KIND);
    }

    /**
     * Reads it from a message's body.
     *
     * @throws MalformedMessage when it is none
     */
    public static Reaction read(String body) {
        MessageBody json = MessageBody.of(KIND, body);
        Platform platform = json.platform();
        String workspace = json.text("workspace");
        ConversationId at = new ConversationId(platform, workspace, json.text("channel"), Optional.empty());
        return new Reaction(
                json.text("event_id"),
                at,
                json.text("message"),
                new ChatUser(platform, workspace, json.text("user")),
                json.text("emoji"),
                json.time("accepted_at"));
    }
}
