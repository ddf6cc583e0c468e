package dev.belay.teams.endpoint;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;

/** What Graph returns of channels, tabs and messages alike. */
public final class GraphItems {
    /** How far Microsoft's clocks and ours may differ. */
    public static final Duration SKEW = Duration.ofMinutes(2);

    private GraphItems() {}

    public static List<JsonObject> objects(JsonArray array) {
        return array.stream()
                .filter(JsonObject.class::isInstance)
                .map(JsonObject.class::cast)
                .toList();
    }

    /** When an item was created; what cannot be read is as old as can be. */
    public static Instant created(JsonObject found) {
        try {
            return Instant.parse(found.getString("createdDateTime", ""));
        } catch (DateTimeParseException e) {
            return Instant.MIN;
        }
    }
}
