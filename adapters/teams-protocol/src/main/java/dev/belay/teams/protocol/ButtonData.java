package dev.belay.teams.protocol;

import com.grack.nanojson.JsonObject;
import dev.belay.event.PressedButton;
import org.jspecify.annotations.Nullable;

/** What one of our buttons carries, as JSON in its {@code data}. */
final class ButtonData {
    private ButtonData() {}

    static boolean isOurs(JsonObject data) {
        return data.has("table") || data.has("sys_id") || data.has("action");
    }

    /**
     * @param verb the action's id where the data does not hold it
     */
    static PressedButton read(JsonObject data, @Nullable String verb) throws MalformedActivity {
        String table = Json.text(data, "table");
        String sysId = Json.text(data, "sys_id");
        String action = data.get("action") == null && verb != null ? verb : Json.text(data, "action");
        try {
            return PressedButton.of(
                    table, sysId, action, data.get("generation"), data.get("shown"), data.get("replaces"));
        } catch (IllegalArgumentException e) {
            throw new MalformedActivity(String.valueOf(e.getMessage()));
        }
    }
}
