package dev.belay.events;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What may be shown of a queue message to whoever runs Belay: what it is and which record it is about, and nothing that a person wrote
 * or is known by. A word in it that is none of ours is left out, whoever wrote the message.
 *
 * @param kind such as {@code press}
 * @param word which of its kind, such as {@code ack}
 * @param record such as {@code incident/9d385017c611228701d22104cc95c371}, or a record's number
 */
public record MessageSubject(Optional<String> kind, Optional<String> word, Optional<String> record) {
    private static final Pattern WORD = Pattern.compile("[a-z][a-z_.-]{0,29}");
    private static final Pattern TABLE = Pattern.compile("[a-z][a-z0-9_]{0,79}");
    private static final Pattern SYS_ID = Pattern.compile("[0-9a-f]{32}");
    private static final Pattern NUMBER = Pattern.compile("[A-Z]{1,10}[0-9]{1,15}");

    /** Of any text. */
    public static MessageSubject of(String body) {
        JsonObject json = parse(body);
        return new MessageSubject(
                text(json, "kind", WORD),
                Stream.of("action", "type")
                        .flatMap(name -> text(json, name, WORD).stream())
                        .findFirst(),
                text(json, "table", TABLE)
                        .flatMap(table -> text(json, "sys_id", SYS_ID).map(id -> table + "/" + id))
                        .or(() -> text(json, "number", NUMBER)));
    }

    private static JsonObject parse(String body) {
        try {
            return JsonParser.object().from(body);
        } catch (JsonParserException | StackOverflowError e) {
            return new JsonObject();
        }
    }

    private static Optional<String> text(JsonObject json, String name, Pattern form) {
        return json.get(name) instanceof String text && form.matcher(text).matches()
                ? Optional.of(text)
                : Optional.empty();
    }
}
