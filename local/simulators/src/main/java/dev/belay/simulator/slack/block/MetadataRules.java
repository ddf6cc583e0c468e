package dev.belay.simulator.slack.block;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import dev.belay.simulator.slack.call.Refusal;

/**
 * Checks a message's metadata: an {@code event_type} and a flat {@code event_payload}; objects within objects and arrays of
 * objects are not supported (docs.slack.dev/messaging/message-metadata).
 */
final class MetadataRules {
    private MetadataRules() {}

    static void check(JsonObject metadata) {
        boolean shaped = metadata.isString("event_type")
                && !metadata.getString("event_type", "").isEmpty()
                && metadata.get("event_payload") instanceof JsonObject payload
                && payload.values().stream().allMatch(MetadataRules::isFlat);
        if (!shaped) {
            throw Refusal.of("invalid_metadata_format");
        }
    }

    private static boolean isFlat(Object value) {
        return !(value instanceof JsonObject)
                && !(value instanceof JsonArray array
                        && array.stream().anyMatch(item -> item instanceof JsonObject || item instanceof JsonArray));
    }
}
