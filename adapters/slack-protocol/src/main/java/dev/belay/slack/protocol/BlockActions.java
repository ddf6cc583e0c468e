package dev.belay.slack.protocol;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import dev.belay.card.CardAction;
import dev.belay.chat.ChatUser;
import dev.belay.chat.Platform;
import dev.belay.chat.ReplyAddress;
import dev.belay.dialog.Input;
import dev.belay.event.Press;
import dev.belay.event.PressedButton;
import dev.belay.signature.Sha256;
import java.time.Instant;
import java.util.Optional;

/** A press on a block of a message (docs.slack.dev/reference/interaction-payloads/block_actions-payload). */
final class BlockActions {
    private static final int LONGEST_URL = 2_000;

    private BlockActions() {}

    static SlackRequest read(JsonObject payload, Instant acceptedAt) throws MalformedRequest {
        JsonObject container = Json.child(payload, "container");
        if (!container.getString("type", "message").equals("message")) {
            return new SlackRequest.NotForUs("view");
        }
        JsonArray actions = payload.getArray("actions");
        for (int i = 0; actions != null && i < actions.size(); i++) {
            JsonObject action = actions.getObject(i);
            JsonObject value = action == null ? null : ButtonValue.ours(action.get("value"));
            if (action != null && value != null) {
                return pressed(press(payload, container, action, value, acceptedAt), payload);
            }
        }
        return new SlackRequest.NotForUs("button");
    }

    /** A dialog needs the trigger that came with the press; without one the worker says that it did not open. */
    private static SlackRequest pressed(Press press, JsonObject payload) {
        Optional<CardAction> action = CardAction.of(press.button().action());
        String trigger = payload.getString("trigger_id", "");
        return action.isPresent() && action.get().asksFirst() && !trigger.isEmpty()
                ? new SlackRequest.Asked(press, trigger)
                : new SlackRequest.Pressed(press);
    }

    private static Press press(
            JsonObject payload, JsonObject container, JsonObject action, JsonObject value, Instant acceptedAt)
            throws MalformedRequest {
        PressedButton button = ButtonValue.read(value);
        if (!action.getString("action_id", button.action()).equals(button.action())) {
            throw new MalformedRequest("the button's action_id is not its action");
        }
        JsonObject user = Json.child(payload, "user");
        String workspace = Installation.workspaceOfPress(payload);
        String userId = Json.id(user, "id");
        String channel = idOf(container, "channel_id", payload, "channel", "id");
        String message = idOf(container, "message_ts", payload, "message", "ts");
        return new Press(
                pressId(workspace, userId, channel, message, button.action(), click(payload, action, acceptedAt)),
                Json.id(payload, "api_app_id"),
                new ChatUser(Platform.SLACK, workspace, userId),
                Json.optionalId(user, "team_id"),
                new Press.Place(channel, isDirect(channel), thread(payload, container), message),
                button,
                Input.NONE,
                replyAddress(payload.getString("response_url", "")),
                acceptedAt);
    }

    /** A person's own chat with the app has an id that begins with D (docs.slack.dev/reference/objects/conversation-object). */
    static boolean isDirect(String channel) {
        return channel.startsWith("D");
    }

    /** The container says where the message is, and so do the payload's own channel and message. */
    private static String idOf(JsonObject container, String name, JsonObject payload, String child, String id)
            throws MalformedRequest {
        Optional<String> contained = Json.optionalId(container, name);
        return contained.isPresent() ? contained.get() : Json.id(Json.child(payload, child), id);
    }

    /** What tells one click from another, where Slack tells it at all: it does not send a click twice. */
    private static String click(JsonObject payload, JsonObject action, Instant acceptedAt) throws MalformedRequest {
        Optional<String> at = Json.optionalId(action, "action_ts");
        if (at.isPresent()) {
            return at.get();
        }
        String trigger = payload.getString("trigger_id", "");
        return trigger.isEmpty() ? acceptedAt.toString() : trigger.replace("\n", "");
    }

    private static Optional<String> thread(JsonObject payload, JsonObject container) throws MalformedRequest {
        Optional<String> thread = Json.optionalId(container, "thread_ts");
        return thread.isPresent() ? thread : Json.optionalId(Json.child(payload, "message"), "thread_ts");
    }

    static Optional<ReplyAddress> replyAddress(String url) {
        return url.isEmpty() || url.length() > LONGEST_URL ? Optional.empty() : Optional.of(new ReplyAddress(url));
    }

    /** Each click has an {@code action_ts} of its own. None of the parts holds a line break. */
    private static String pressId(String... parts) {
        return Sha256.hex(String.join("\n", parts));
    }
}
