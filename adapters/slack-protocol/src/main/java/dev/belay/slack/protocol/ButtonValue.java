package dev.belay.slack.protocol;

import com.grack.nanojson.JsonObject;
import dev.belay.event.PressedButton;
import org.jspecify.annotations.Nullable;

/** What one of our buttons carries, as JSON in the text of its {@code value}. */
final class ButtonValue {
    private ButtonValue() {}

    /** The value as it is written, or null when the button is not one of ours. */
    static @Nullable JsonObject ours(@Nullable Object value) {
        if (!(value instanceof String text) || !text.startsWith("{")) {
            return null;
        }
        try {
            JsonObject json = Json.object(text);
            return json.has("table") || json.has("sys_id") || json.has("action") ? json : null;
        } catch (MalformedRequest e) {
            return null;
        }
    }

    static PressedButton read(JsonObject json) throws MalformedRequest {
        String table = Json.text(json, "table");
        String sysId = Json.text(json, "sys_id");
        String action = Json.text(json, "action");
        try {
            return PressedButton.of(
                            table, sysId, action, json.get("generation"), json.get("shown"), json.get("replaces"))
                    .offering(Options.read(json.get("options")));
        } catch (IllegalArgumentException e) {
            throw new MalformedRequest(String.valueOf(e.getMessage()));
        }
    }
}
