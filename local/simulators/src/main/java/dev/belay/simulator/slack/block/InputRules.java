package dev.belay.simulator.slack.block;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Checks input blocks and what is filled in there (docs.slack.dev/reference/block-kit/blocks/input-block and the elements it names).
 * {@code response_url_enabled} is a property of menus of conversations and channels alone, so any other element is refused with it.
 */
final class InputRules {
    private static final Set<String> TEXT = Set.of("plain_text_input", "url_text_input");

    private static final Map<String, Set<String>> PROPERTIES = Map.of(
            "plain_text_input",
            with("initial_value", "multiline", "min_length", "max_length", "dispatch_action_config", "placeholder"),
            "url_text_input",
            with("initial_value", "dispatch_action_config", "placeholder"),
            "users_select",
            with("initial_user", "confirm", "placeholder"),
            "multi_users_select",
            with("initial_users", "confirm", "max_selected_items", "placeholder"),
            "static_select",
            with("options", "initial_option", "confirm", "placeholder"),
            "multi_static_select",
            with("options", "initial_options", "confirm", "max_selected_items", "placeholder"),
            "checkboxes",
            with("options", "initial_options", "confirm"),
            "radio_buttons",
            with("options", "initial_option", "confirm"));

    private final ElementRules elements;

    InputRules(ElementRules elements) {
        this.elements = elements;
    }

    private static Set<String> with(String... own) {
        Set<String> all = new HashSet<>(Set.of("type", "action_id", "focus_on_load"));
        all.addAll(Set.of(own));
        return all;
    }

    void check(JsonObject block, String at) {
        elements.text(block, "label", BlockLimits.INPUT_LABEL, true, at);
        if (block.has("hint")) {
            elements.text(block, "hint", BlockLimits.INPUT_LABEL, true, at);
        }
        if (block.has("optional") && !block.isBoolean("optional")) {
            elements.fault("must be a boolean", at + "/optional");
        }
        if (block.get("element") instanceof JsonObject element) {
            element(element, at + "/element");
        } else {
            elements.fault("missing required field: element", at);
        }
    }

    private void element(JsonObject element, String at) {
        String type = element.getString("type", "");
        Set<String> known = PROPERTIES.get(type);
        if (known == null) {
            elements.fault("unsupported type: " + type, at + "/type");
            return;
        }
        element.keySet().stream()
                .filter(name -> !known.contains(name))
                .forEach(name -> elements.fault("invalid additional property: " + name, at));
        elements.string(element, "action_id", BlockLimits.IDENTIFIER, at);
        if (element.has("placeholder")) {
            elements.text(element, "placeholder", BlockLimits.PLACEHOLDER, true, at);
        }
        number(element, "max_selected_items", 1, Integer.MAX_VALUE, at);
        if (TEXT.contains(type)) {
            text(element, at);
        } else if (known.contains("options")) {
            options(element, type, at);
        }
    }

    private void text(JsonObject element, String at) {
        elements.string(element, "initial_value", BlockLimits.INPUT_TEXT, at);
        number(element, "min_length", 0, BlockLimits.INPUT_TEXT, at);
        number(element, "max_length", 1, BlockLimits.INPUT_TEXT, at);
        if (element.getInt("min_length", 0) > element.getInt("max_length", BlockLimits.INPUT_TEXT)) {
            elements.fault("must be less than or equal to max_length", at + "/min_length");
        }
    }

    private void number(JsonObject element, String name, int least, int most, String at) {
        if (!element.has(name)) {
            return;
        }
        if (!(element.get(name) instanceof Integer number)) {
            elements.fault("must be an integer", at + "/" + name);
        } else if (number < least) {
            elements.fault("must be greater than " + (least - 1), at + "/" + name);
        } else if (number > most) {
            elements.fault("must be less than " + (most + 1L), at + "/" + name);
        }
    }

    private void options(JsonObject element, String type, String at) {
        boolean shown = "checkboxes".equals(type) || "radio_buttons".equals(type);
        JsonArray options = element.getArray("options", new JsonArray());
        elements.items(options, shown ? BlockLimits.SHOWN_OPTIONS : BlockLimits.OPTIONS, at + "/options");
        Set<String> values = new HashSet<>();
        for (int i = 0; i < options.size(); i++) {
            option(options.get(i), !shown, at + "/options/" + i);
            values.add(value(options.get(i)));
        }
        JsonArray initial = element.getArray("initial_options", new JsonArray());
        for (Object each : element.has("initial_option") ? JsonArray.from(element.get("initial_option")) : initial) {
            if (!values.contains(value(each))) {
                elements.fault("the initial option is not one of the options", at);
            }
        }
    }

    private static String value(Object option) {
        return option instanceof JsonObject object ? object.getString("value", "") : "";
    }

    private void option(Object value, boolean plain, String at) {
        if (!(value instanceof JsonObject option)) {
            elements.fault("must provide an object", at);
            return;
        }
        option.keySet().stream()
                .filter(name -> !Set.of("text", "value", "description").contains(name))
                .forEach(name -> elements.fault("invalid additional property: " + name, at));
        elements.text(option, "text", BlockLimits.OPTION_TEXT, plain, at);
        if (option.has("description")) {
            elements.text(option, "description", BlockLimits.OPTION_TEXT, plain, at);
        }
        if (option.has("value")) {
            elements.string(option, "value", BlockLimits.OPTION_VALUE, at);
        } else {
            elements.fault("missing required field: value", at);
        }
    }
}
