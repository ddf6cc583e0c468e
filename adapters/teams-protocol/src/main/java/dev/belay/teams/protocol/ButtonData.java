package dev.belay.teams.protocol;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import dev.belay.action.Actions;
import dev.belay.dialog.Dialog;
import dev.belay.dialog.Field;
import dev.belay.dialog.Field.Option;
import dev.belay.dialog.Input;
import dev.belay.event.PressedButton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
                            table, sysId, action, data.get("generation"), data.get("shown"), data.get("replaces"))
                    .offering(options(data.getArray("options", new JsonArray())));
        } catch (IllegalArgumentException e) {
            throw new MalformedActivity(String.valueOf(e.getMessage()));
        }
    }

    /** What is no pair of id and label is left out: the worker, which knows what may be chosen, refuses it anyway. */
    private static List<Option> options(JsonArray pairs) {
        List<Option> options = new ArrayList<>();
        for (Object each : pairs) {
            if (each instanceof JsonArray pair
                    && pair.size() == 2
                    && pair.get(0) instanceof String id
                    && pair.get(1) instanceof String label) {
                options.add(new Option(id, label));
            }
        }
        return options;
    }

    /** What was entered in a dialog of ours: several values of one field come joined by commas. */
    static Input input(JsonObject data, PressedButton button) throws MalformedActivity {
        Dialog dialog = Actions.dialog(button).orElse(null);
        Map<String, List<String>> values = new HashMap<>();
        for (String name : data.keySet()) {
            if (name.startsWith(DialogCard.INPUT) && data.get(name) instanceof String text) {
                String id = name.substring(DialogCard.INPUT.length());
                values.put(id, takesSeveral(dialog, id) ? List.of(text.split(",", -1)) : List.of(text));
            }
        }
        try {
            return Input.of(values);
        } catch (IllegalArgumentException e) {
            throw new MalformedActivity(String.valueOf(e.getMessage()));
        }
    }

    /** Not a stream: a cold function would pay for linking it. */
    private static boolean takesSeveral(@Nullable Dialog dialog, String id) {
        if (dialog != null) {
            for (Field field : dialog.fields()) {
                if (field.id().equals(id)) {
                    return field instanceof Field.Choice || (field instanceof Field.People people && people.most() > 1);
                }
            }
        }
        return false;
    }
}
