package dev.belay.slack.protocol;

import com.grack.nanojson.JsonObject;
import dev.belay.card.PrivateAnswer;
import dev.belay.chat.ChatUser;
import dev.belay.chat.ConversationId;
import dev.belay.chat.Platform;
import dev.belay.chat.ReplyAddress;
import dev.belay.event.LateAnswer;
import dev.belay.message.Marking;
import java.time.Instant;
import java.util.Optional;

/**
 * Reads that a person chose our shortcut in a message's menu (docs.slack.dev/reference/interaction-payloads/shortcuts-interaction-payload).
 * Slack shows nobody what is answered to it: they are told by its {@code response_url}.
 */
final class ShortcutWord {
    /** The shortcut of the manifest that records a message. */
    static final String RECORD = "belay_record";

    private static final String DECLINED = "OF_NO_PERSON";

    private ShortcutWord() {}

    static SlackRequest read(JsonObject payload, Instant acceptedAt) throws MalformedRequest {
        if (!payload.getString("callback_id", "").equals(RECORD)) {
            return new SlackRequest.NotForUs("message_action");
        }
        JsonObject message = Json.child(payload, "message");
        String workspace = Installation.workspaceOfShortcut(payload);
        String channel = Json.id(Json.child(payload, "channel"), "id");
        String id = "shortcut:" + channel + ":" + Json.id(message, "ts") + ":" + Json.text(payload, "action_ts");
        ChatUser by = new ChatUser(Platform.SLACK, workspace, Json.id(Json.child(payload, "user"), "id"));
        Optional<ReplyAddress> reply = BlockActions.replyAddress(payload.getString("response_url", ""));
        return MessageWord.isWritten(message)
                ? new SlackRequest.Marked(
                        new Marking(MessageWord.marked(id, workspace, channel, message, acceptedAt), by, reply))
                : new SlackRequest.Declined(new LateAnswer(
                        id,
                        by,
                        new ConversationId(Platform.SLACK, workspace, channel, Json.optionalId(message, "thread_ts")),
                        reply,
                        PrivateAnswer.of(Marking.OF_NO_PERSON),
                        DECLINED,
                        DECLINED,
                        acceptedAt));
    }
}
