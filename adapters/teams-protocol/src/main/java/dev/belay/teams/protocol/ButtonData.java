package dev.belay.teams.protocol;

import com.grack.nanojson.JsonObject;
import dev.belay.record.RecordRef;
import dev.belay.record.SysId;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** What one of our buttons carries: the record, the action's word, and what the card knew when it was drawn. */
record ButtonData(RecordRef record, String word, OptionalLong generation, Optional<String> replaces) {
    static boolean isOurs(JsonObject data) {
        return data.has("table") || data.has("sys_id") || data.has("action");
    }

    /**
     * @param verb the action's word where the data does not hold it
     */
    static ButtonData of(JsonObject json, @Nullable String verb) throws MalformedActivity {
        return new ButtonData(record(json), word(json, verb), generation(json), replaces(json));
    }

    private static RecordRef record(JsonObject json) throws MalformedActivity {
        String table = Json.text(json, "table");
        String sysId = Json.text(json, "sys_id");
        if (!RecordRef.isTable(table) || !SysId.isSysId(sysId)) {
            throw new MalformedActivity("the button's table or sys_id is not one");
        }
        return RecordRef.of(table, sysId);
    }

    private static String word(JsonObject json, @Nullable String verb) throws MalformedActivity {
        String word = json.get("action") == null && verb != null ? verb : Json.text(json, "action");
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if ((c < 'a' || c > 'z') && c != '-') {
                throw new MalformedActivity("the button's action is not a word");
            }
        }
        if (word.isEmpty() || word.length() > 40) {
            throw new MalformedActivity("the button's action is not a word");
        }
        return word;
    }

    private static OptionalLong generation(JsonObject json) throws MalformedActivity {
        Object generation = json.get("generation");
        if (generation == null) {
            return OptionalLong.empty();
        }
        try {
            if (generation instanceof Number) {
                return OptionalLong.of(Long.parseLong(generation.toString()));
            }
        } catch (NumberFormatException e) {
            throw new MalformedActivity("the button's generation is not a whole number");
        }
        throw new MalformedActivity("the button's generation is not a number");
    }

    private static Optional<String> replaces(JsonObject json) throws MalformedActivity {
        if (json.get("replaces") == null) {
            return Optional.empty();
        }
        String replaces = Json.text(json, "replaces");
        if (!SysId.isSysId(replaces)) {
            throw new MalformedActivity("whom the button replaces is not a sys_id");
        }
        return Optional.of(replaces);
    }
}
