package dev.belay.slack.protocol;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import dev.belay.chat.ChatUser;
import dev.belay.chat.Platform;
import dev.belay.chat.ReplyAddress;
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
        if (!Json.text(container, "type").equals("message")) {
            return new SlackRequest.NotForUs("view");
        }
        JsonArray actions = payload.getArray("actions");
        for (int i = 0; actions != null && i < actions.size(); i++) {
            JsonObject action = actions.getObject(i);
            JsonObject value = action == null ? null : ButtonValue.ours(action.get("value"));
            if (action != null && value != null) {
                return new SlackRequest.Pressed(press(payload, container, action, value, acceptedAt));
            }
        }
        return new SlackRequest.NotForUs("button");
    }

    private static Press press(
            JsonObject payload, JsonObject container, JsonObject action, JsonObject value, Instant acceptedAt)
            throws MalformedRequest {
        PressedButton button = ButtonValue.read(value);
        if (!Json.text(action, "action_id").equals(button.action())) {
            throw new MalformedRequest("the button's action_id is not its action");
        }
        JsonObject user = Json.child(payload, "user");
        String workspace = workspace(payload);
        String userId = Json.id(user, "id");
        String channel = Json.id(container, "channel_id");
        String message = Json.id(container, "message_ts");
        return new Press(
                pressId(workspace, userId, channel, message, button.action(), Json.id(action, "action_ts")),
                Json.id(payload, "api_app_id"),
                new ChatUser(Platform.SLACK, workspace, userId),
                Json.optionalId(user, "team_id"),
                new Press.Place(channel, false, thread(payload, container), message),
                button,
                responseUrl(payload),
                acceptedAt);
    }

    /** Of an app that was installed for a whole organization, the payload may name no team. */
    private static String workspace(JsonObject payload) throws MalformedRequest {
        JsonObject team = Json.child(payload, "team");
        return team.get("id") == null ? Json.id(Json.child(payload, "enterprise"), "id") : Json.id(team, "id");
    }

    private static Optional<String> thread(JsonObject payload, JsonObject container) throws MalformedRequest {
        Optional<String> thread = Json.optionalId(container, "thread_ts");
        return thread.isPresent() ? thread : Json.optionalId(Json.child(payload, "message"), "thread_ts");
    }

    private static Optional<ReplyAddress> responseUrl(JsonObject payload) {
        String url = payload.getString("response_url", "");
        return url.isEmpty() || url.length() > LONGEST_URL ? Optional.empty() : Optional.of(new ReplyAddress(url));
    }

    /** Each click has an {@code action_ts} of its own. None of the parts holds a line break. */
    private static String pressId(String... parts) {
        return Sha256.hex(String.join("\n", parts));
    }
}
