package dev.belay.simulator.slack.block;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import dev.belay.simulator.slack.workspace.Identifiers;

/** Slack gives each block and each element an id where the app gave none. */
final class Naming {
    private Naming() {}

    static void name(JsonArray blocks, Identifiers identifiers) {
        for (Object block : blocks) {
            if (block instanceof JsonObject named) {
                name(named, identifiers);
            }
        }
    }

    private static void name(JsonObject block, Identifiers identifiers) {
        block.putIfAbsent("block_id", identifiers.next("b"));
        if ("actions".equals(block.getString("type"))) {
            block.getArray("elements", new JsonArray())
                    .forEach(element -> ((JsonObject) element).putIfAbsent("action_id", identifiers.next("a")));
        }
        for (String holder : new String[] {"accessory", "element"}) {
            if (block.get(holder) instanceof JsonObject element) {
                element.putIfAbsent("action_id", identifiers.next("a"));
            }
        }
    }
}
