package dev.belay.local.console.pane;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import java.util.List;
import java.util.Optional;

/**
 * The simulated systems that people look at.
 *
 * @param slack none where another Slack is used
 * @param teams none where another Bot Connector is used
 */
public record Systems(
        SystemApi serviceNow,
        Optional<SystemApi> slack,
        Optional<SystemApi> teams,
        SystemApi pagerDuty,
        SystemApi webhook) {
    /** The objects of an array in JSON. */
    public static List<JsonObject> objects(JsonObject json, String name) {
        return json.getArray(name, new JsonArray()).stream()
                .filter(JsonObject.class::isInstance)
                .map(JsonObject.class::cast)
                .toList();
    }
}
