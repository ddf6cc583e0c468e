package dev.belay.simulator.slack.workspace;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;

/**
 * What a message says.
 *
 * @param blocks empty where there are none; never changed once it stands here
 * @param metadata empty where there is none; never changed once it stands here
 */
public record Content(String text, JsonArray blocks, JsonObject metadata) {
    public static Content text(String text) {
        return new Content(text, new JsonArray(), new JsonObject());
    }
}
