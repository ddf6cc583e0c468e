package dev.belay.simulator.slack.app;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The buttons of a message, each as an {@code actions} entry names it: with the id of its block. */
public final class Buttons {
    private Buttons() {}

    public static List<JsonObject> of(JsonArray blocks) {
        List<JsonObject> buttons = new ArrayList<>();
        for (Object each : blocks) {
            if (each instanceof JsonObject block) {
                if ("actions".equals(block.getString("type"))) {
                    block.getArray("elements", new JsonArray()).forEach(element -> add(buttons, block, element));
                }
                add(buttons, block, block.get("accessory"));
            }
        }
        return buttons;
    }

    private static void add(List<JsonObject> buttons, JsonObject block, @Nullable Object element) {
        if (element instanceof JsonObject button && "button".equals(button.getString("type"))) {
            JsonObject named = new JsonObject(button);
            named.put("block_id", block.getString("block_id"));
            buttons.add(named);
        }
    }

    static JsonObject find(JsonArray blocks, String actionId) {
        return of(blocks).stream()
                .filter(button -> actionId.equals(button.getString("action_id")))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the message has no button " + actionId));
    }
}
