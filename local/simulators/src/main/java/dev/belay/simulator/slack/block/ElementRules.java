package dev.belay.simulator.slack.block;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks what stands inside blocks: texts and interactive elements. */
final class ElementRules {
    private final List<String> faults;

    ElementRules(List<String> faults) {
        this.faults = faults;
    }

    void fault(String what, String at) {
        faults.add("[ERROR] " + what + " [json-pointer:" + at + "]");
    }

    void atMost(String text, int most, String at) {
        if (text.length() > most) {
            fault("must be less than " + (most + 1) + " characters", at);
        }
    }

    void items(JsonArray items, int most, String at) {
        if (items.isEmpty()) {
            fault("must have at least 1 item", at);
        } else if (items.size() > most) {
            fault("no more than " + most + " items allowed", at);
        }
    }

    void properties(JsonObject object, String type, String at) {
        Set<String> known = BlockLimits.PROPERTIES.getOrDefault(type, object.keySet());
        object.keySet().stream()
                .filter(name -> !known.contains(name))
                .forEach(name -> fault("invalid additional property: " + name, at));
    }

    void text(JsonObject holder, String name, int most, boolean plain, String at) {
        if (holder.has(name)) {
            textObject(holder.get(name), most, plain, at + "/" + name);
        } else {
            fault("missing required field: " + name, at);
        }
    }

    void textObject(@Nullable Object value, int most, boolean plain, String at) {
        if (!(value instanceof JsonObject text)) {
            fault("must provide an object", at);
            return;
        }
        String type = text.getString("type", "");
        if (!"plain_text".equals(type) && (plain || !"mrkdwn".equals(type))) {
            fault("must be one of the allowed values: " + (plain ? "plain_text" : "plain_text, mrkdwn"), at + "/type");
            return;
        }
        properties(text, type, at);
        String words = text.getString("text", "");
        if (words.isEmpty()) {
            fault("must be more than 0 characters", at + "/text");
        }
        atMost(words, most, at + "/text");
    }

    /** An interactive element; its {@code action_id} is its own inside its block. */
    void element(@Nullable Object value, Set<String> actionIds, String at) {
        if (!(value instanceof JsonObject element)) {
            fault("must provide an object", at);
            return;
        }
        String type = element.getString("type", "");
        if (!"button".equals(type) && !BlockLimits.OTHER_ELEMENTS.contains(type)) {
            fault("unsupported type: " + type, at + "/type");
            return;
        }
        String action = element.getString("action_id", "");
        atMost(action, BlockLimits.IDENTIFIER, at + "/action_id");
        if (!action.isEmpty() && !actionIds.add(action)) {
            fault("`action_id` " + action + " already exists for another element", at + "/action_id");
        }
        if ("button".equals(type)) {
            button(element, at);
        }
    }

    private void button(JsonObject button, String at) {
        properties(button, "button", at);
        text(button, "text", BlockLimits.BUTTON_TEXT, true, at);
        string(button, "value", BlockLimits.BUTTON_VALUE, at);
        string(button, "url", BlockLimits.BUTTON_URL, at);
        if (button.has("style") && !Set.of("primary", "danger").contains(button.getString("style", ""))) {
            fault("must be one of the allowed values: primary, danger", at + "/style");
        }
    }

    void string(JsonObject holder, String name, int most, String at) {
        if (!holder.has(name)) {
            return;
        }
        if (holder.isString(name)) {
            atMost(holder.getString(name, ""), most, at + "/" + name);
        } else {
            fault("must be a string", at + "/" + name);
        }
    }
}
