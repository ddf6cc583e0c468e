package dev.belay.slack.protocol;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import dev.belay.chat.Platform;
import dev.belay.event.TokenEvent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Reads the events of the Events API that something is done about: that our token is gone
 * (docs.slack.dev/reference/events/tokens_revoked, app_uninstalled). What is not written as Slack writes it is none of them: Slack would
 * only send it again, and stop sending others.
 */
final class AppEvent {
    private static final JsonArray NONE = new JsonArray();

    private AppEvent() {}

    /** None where nothing is done about it. */
    static @Nullable TokenEvent read(JsonObject json, Instant acceptedAt) {
        JsonObject event = Json.child(json, "event");
        TokenEvent.Kind kind = TokenEvent.Kind.of(event.getString("type", "")).orElse(null);
        if (kind == null || (kind == TokenEvent.Kind.TOKEN_REVOKED && !namesBot(event))) {
            return null;
        }
        try {
            return new TokenEvent(
                    Json.id(json, "event_id"),
                    Platform.SLACK,
                    kind,
                    Json.id(json, "api_app_id"),
                    Installation.workspaceOfEvent(json),
                    time(json, acceptedAt),
                    acceptedAt);
        } catch (MalformedRequest e) {
            return null;
        }
    }

    /** Tokens of persons, which the app does not use, are told of in the same way. */
    private static boolean namesBot(JsonObject event) {
        return !Json.child(event, "tokens").getArray("bot", NONE).isEmpty();
    }

    /** In whole seconds; never later than when it came in. */
    private static Instant time(JsonObject json, Instant acceptedAt) throws MalformedRequest {
        if (!(json.get("event_time") instanceof Number number)) {
            throw new MalformedRequest("event_time is missing or is not a number");
        }
        long seconds = number.longValue();
        return seconds > 0 && seconds < acceptedAt.getEpochSecond() ? Instant.ofEpochSecond(seconds) : acceptedAt;
    }
}
