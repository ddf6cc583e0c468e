package dev.belay.slack.protocol;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import java.util.Optional;

/**
 * Which installation of the app a request is for. A channel that is shared with other workspaces is theirs too: the {@code team_id} beside
 * an event may be another's, and its {@code authorizations} name ours (docs.slack.dev/apis/events-api;
 * github.com/slackapi/java-slack-sdk/issues/629).
 */
final class Installation {
    private static final JsonArray NONE = new JsonArray();

    private Installation() {}

    /** The workspace that the app hears an event in. An installation for a whole organization may name none. */
    static String workspaceOfEvent(JsonObject json) throws MalformedRequest {
        Optional<String> told = Json.optionalId(authorization(json), "team_id");
        if (told.isPresent()) {
            return told.get();
        }
        Optional<String> context = Json.optionalId(json, "context_team_id");
        return context.isPresent() ? context.get() : Json.id(json, "team_id");
    }

    /** The bot that an event is told to; empty where it names none. */
    static String bot(JsonObject json) {
        return authorization(json).getString("user_id", "");
    }

    /**
     * The workspace of a press. Of an app that was installed for a whole organization, the payload may name no team: then it is the
     * organization, and the worker, which knows whether that is ours, takes the person's own workspace.
     */
    static String workspaceOfPress(JsonObject payload) throws MalformedRequest {
        Optional<String> team = team(payload);
        return team.isPresent() ? team.get() : Json.id(Json.child(payload, "enterprise"), "id");
    }

    /** The workspace of a message that a shortcut was chosen on: where the payload names no team, the person's own. */
    static String workspaceOfShortcut(JsonObject payload) throws MalformedRequest {
        Optional<String> team = team(payload);
        if (team.isPresent()) {
            return team.get();
        }
        Optional<String> own = Json.optionalId(Json.child(payload, "user"), "team_id");
        return own.isPresent() ? own.get() : workspaceOfPress(payload);
    }

    private static Optional<String> team(JsonObject payload) throws MalformedRequest {
        return Json.optionalId(Json.child(payload, "team"), "id");
    }

    private static JsonObject authorization(JsonObject json) {
        return json.getArray("authorizations", NONE).getObject(0, new JsonObject());
    }
}
