package dev.belay.simulator.teams.card;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Checks what is said of inputs (adaptivecards.io/schemas/1.5.0/adaptive-card.json; people pickers:
 * learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/people-picker).
 */
final class InputRules {
    private static final Set<String> TEXT_STYLES = Set.of("text", "tel", "url", "email", "password");
    private static final Set<String> CHOICE_STYLES = Set.of("compact", "expanded", "filtered");

    private InputRules() {}

    static void check(JsonObject input, String type) {
        if (!type.startsWith("Input.")) {
            return;
        }
        bool(input, type, "isRequired");
        string(input, type, "errorMessage");
        string(input, type, "label");
        if ("Input.Text".equals(type)) {
            text(input);
        } else if ("Input.ChoiceSet".equals(type)) {
            choices(input);
        }
    }

    private static void text(JsonObject input) {
        style(input, "Input.Text", TEXT_STYLES);
        bool(input, "Input.Text", "isMultiline");
        string(input, "Input.Text", "value");
        if (input.has("maxLength") && !(input.get("maxLength") instanceof Integer most && most > 0)) {
            throw new InvalidCard("maxLength of Input.Text is not a number above 0");
        }
        string(input, "Input.Text", "regex");
        try {
            Pattern.compile(input.getString("regex", ""));
        } catch (PatternSyntaxException e) {
            throw new InvalidCard("regex of Input.Text is not a regular expression");
        }
    }

    private static void choices(JsonObject input) {
        style(input, "Input.ChoiceSet", CHOICE_STYLES);
        bool(input, "Input.ChoiceSet", "isMultiSelect");
        string(input, "Input.ChoiceSet", "value");
        if (input.has("choices.data")) {
            picker(input.get("choices.data") instanceof JsonObject query ? query : new JsonObject());
        } else if (!(input.get("choices") instanceof JsonArray)) {
            throw new InvalidCard("Input.ChoiceSet has no choices");
        }
        for (Object choice : input.getArray("choices", new JsonArray())) {
            if (!(choice instanceof JsonObject object) || !object.isString("title") || !object.isString("value")) {
                throw new InvalidCard("a choice has no title or no value");
            }
        }
    }

    private static void picker(JsonObject query) {
        if (!"Data.Query".equals(query.getString("type"))) {
            throw new InvalidCard("choices.data is not a Data.Query");
        }
        if (!PeoplePicker.isPeople(query)) {
            throw new InvalidCard("choices.data asks for no people, and nothing else is simulated");
        }
    }

    private static void style(JsonObject input, String type, Set<String> styles) {
        string(input, type, "style");
        if (input.has("style") && !styles.contains(input.getString("style", "").toLowerCase(Locale.ROOT))) {
            throw new InvalidCard("no style of " + type + " is " + input.getString("style", ""));
        }
    }

    private static void bool(JsonObject input, String type, String name) {
        if (input.has(name) && !input.isBoolean(name)) {
            throw new InvalidCard(name + " of " + type + " is neither true nor false");
        }
    }

    private static void string(JsonObject input, String type, String name) {
        if (input.has(name) && !input.isString(name)) {
            throw new InvalidCard(name + " of " + type + " is not a text");
        }
    }
}
