package dev.belay.slack.protocol;

import com.grack.nanojson.JsonObject;
import dev.belay.record.RecordRef;
import dev.belay.record.SysId;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** What one of our buttons carries: the record, the action's word, and what the card knew when it was drawn. */
record ButtonValue(RecordRef record, String word, OptionalLong generation, Optional<String> replaces) {
    /** The value as it is written, or null when the button is not one of ours. */
    static @Nullable JsonObject ours(@Nullable Object value) {
        if (!(value instanceof String text) || !text.startsWith("{")) {
            return null;
        }
        try {
            JsonObject json = Json.object(text);
            return json.has("table") || json.has("sys_id") || json.has("action") ? json : null;
        } catch (MalformedRequest e) {
            return null;
        }
    }

    static ButtonValue of(JsonObject json) throws MalformedRequest {
        return new ButtonValue(record(json), word(json), generation(json), replaces(json));
    }

    private static RecordRef record(JsonObject json) throws MalformedRequest {
        String table = Json.text(json, "table");
        String sysId = Json.text(json, "sys_id");
        if (!RecordRef.isTable(table) || !SysId.isSysId(sysId)) {
            throw new MalformedRequest("the button's table or sys_id is not one");
        }
        return RecordRef.of(table, sysId);
    }

    private static String word(JsonObject json) throws MalformedRequest {
        String word = Json.text(json, "action");
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if ((c < 'a' || c > 'z') && c != '-') {
                throw new MalformedRequest("the button's action is not a word");
            }
        }
        if (word.length() > 40) {
            throw new MalformedRequest("the button's action is not a word");
        }
        return word;
    }

    private static OptionalLong generation(JsonObject json) throws MalformedRequest {
        Object generation = json.get("generation");
        if (generation == null) {
            return OptionalLong.empty();
        }
        try {
            if (generation instanceof Number) {
                return OptionalLong.of(Long.parseLong(generation.toString()));
            }
        } catch (NumberFormatException e) {
            throw new MalformedRequest("the button's generation is not a whole number");
        }
        throw new MalformedRequest("the button's generation is not a number");
    }

    private static Optional<String> replaces(JsonObject json) throws MalformedRequest {
        if (json.get("replaces") == null) {
            return Optional.empty();
        }
        String replaces = Json.text(json, "replaces");
        if (!SysId.isSysId(replaces)) {
            throw new MalformedRequest("whom the button replaces is not a sys_id");
        }
        return Optional.of(replaces);
    }
}
