package dev.belay.simulator.teams.app;

import com.grack.nanojson.JsonObject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The buttons of a card, fallbacks included. */
public final class Buttons {
    private Buttons() {}

    /** Every action of a kind, wherever it stands in the card. */
    public static List<JsonObject> of(JsonObject card, Button kind) {
        List<JsonObject> found = new ArrayList<>();
        collect(card, kind, found);
        return found;
    }

    private static void collect(@Nullable Object part, Button kind, List<JsonObject> found) {
        if (part instanceof JsonObject object) {
            if (kind.type().equals(object.getString("type"))) {
                found.add(object);
            }
            object.values().forEach(each -> collect(each, kind, found));
        } else if (part instanceof Collection<?> array) {
            array.forEach(each -> collect(each, kind, found));
        }
    }

    /** What an action is called: its verb, or the action that its data names. */
    public static String word(JsonObject action) {
        String verb = action.getString("verb", "");
        Object data = action.get("data");
        return verb.isEmpty() && data instanceof JsonObject object ? object.getString("action", "") : verb;
    }

    static JsonObject find(List<JsonObject> cards, String word, Button kind) {
        return cards.stream()
                .flatMap(card -> of(card, kind).stream())
                .filter(action -> word(action).equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the message has no button " + word + " to " + kind));
    }
}
