package dev.belay.slack.protocol;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import dev.belay.chat.ChatUser;
import dev.belay.chat.Platform;
import dev.belay.dialog.Input;
import dev.belay.event.Press;
import dev.belay.signature.Sha256;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A dialog that a person sent (docs.slack.dev/reference/interaction-payloads/view-interactions-payload). What was entered in one dialog is
 * one press, however often it is sent.
 */
final class ViewSubmission {
    private ViewSubmission() {}

    static SlackRequest read(JsonObject payload, Instant acceptedAt) throws MalformedRequest {
        JsonObject view = Json.child(payload, "view");
        JsonObject metadata = ButtonValue.ours(view.get("private_metadata"));
        if (metadata == null) {
            return new SlackRequest.NotForUs("view_submission");
        }
        JsonObject user = Json.child(payload, "user");
        String workspace = workspace(payload, view);
        String userId = Json.id(user, "id");
        String channel = Json.id(metadata, "channel");
        Input input = input(view);
        return new SlackRequest.Submitted(new Press(
                Sha256.hex(String.join("\n", workspace, userId, "view", Json.id(view, "id"), input.content())),
                Json.id(payload, "api_app_id"),
                new ChatUser(Platform.SLACK, workspace, userId),
                userWorkspace(payload, user),
                new Press.Place(
                        channel,
                        BlockActions.isDirect(channel),
                        Json.optionalId(metadata, "thread"),
                        Json.id(metadata, "message")),
                ButtonValue.read(metadata),
                input,
                BlockActions.replyAddress(metadata.getString("reply", "")),
                acceptedAt));
    }

    /**
     * The payload's {@code team} is the person's own, which in a shared channel is not ours; the view says where the app is installed
     * (github.com/slackapi/bolt-js/issues/1614).
     */
    private static String workspace(JsonObject payload, JsonObject view) throws MalformedRequest {
        Optional<String> installed = Json.optionalId(view, "app_installed_team_id");
        return installed.isPresent() ? installed.get() : Installation.workspaceOfPress(payload);
    }

    private static Optional<String> userWorkspace(JsonObject payload, JsonObject user) throws MalformedRequest {
        Optional<String> own = Json.optionalId(user, "team_id");
        return own.isPresent() ? own : Json.optionalId(Json.child(payload, "team"), "id");
    }

    private static Input input(JsonObject view) throws MalformedRequest {
        JsonObject blocks = Json.child(Json.child(view, "state"), "values");
        Map<String, List<String>> values = new HashMap<>();
        for (String block : blocks.keySet()) {
            values.put(block, entered(Json.child(blocks, block)));
        }
        try {
            return Input.of(values);
        } catch (IllegalArgumentException e) {
            throw new MalformedRequest(String.valueOf(e.getMessage()));
        }
    }

    /** Each kind of element says what was entered under a name of its own. */
    private static List<String> entered(JsonObject block) {
        List<String> values = new ArrayList<>();
        for (Object each : block.values()) {
            if (each instanceof JsonObject element) {
                add(values, element.get("value"));
                add(values, element.get("selected_user"));
                for (Object user : element.getArray("selected_users", new JsonArray())) {
                    add(values, user);
                }
                for (Object option : element.getArray("selected_options", new JsonArray())) {
                    add(values, option instanceof JsonObject chosen ? chosen.get("value") : null);
                }
            }
        }
        return values;
    }

    private static void add(List<String> values, @Nullable Object value) {
        if (value instanceof String text) {
            values.add(text);
        }
    }
}
