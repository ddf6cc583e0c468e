package dev.belay.simulator.aws.dynamodb.request;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The members of a request, or of a structure in it, by their types. One that the engine does not know is refused, since to
 * overlook it would be to promise what nobody does.
 */
public final class Arguments {
    private final JsonObject json;

    private Arguments(JsonObject json) {
        this.json = json;
    }

    /** @param what whose members they are */
    public static Arguments of(String what, JsonObject json, Collection<String> known) {
        json.keySet().stream().filter(name -> !known.contains(name)).findFirst().ifPresent(name -> {
            throw Refused.validation("the simulated DynamoDB does not know " + name + " of " + what);
        });
        return new Arguments(json);
    }

    public boolean has(String name) {
        return !json.isNull(name) && json.has(name);
    }

    public Optional<String> text(String name) {
        return member(name, String.class, "String");
    }

    public String needText(String name) {
        return text(name).orElseThrow(() -> missing(name));
    }

    /** One of some words. */
    public String word(String name, String otherwise, List<String> words) {
        String word = text(name).orElse(otherwise);
        if (!words.contains(word)) {
            throw Refused.constraint("'" + word + "'", small(name), "satisfy enum value set: " + words);
        }
        return word;
    }

    public boolean flag(String name, boolean otherwise) {
        return member(name, Boolean.class, "Boolean").orElse(otherwise);
    }

    /** A number that has to be one at least. */
    public Optional<Integer> positive(String name) {
        Optional<Integer> number = member(name, Number.class, "Integer").map(Number::intValue);
        number.filter(value -> value < 1).ifPresent(value -> {
            throw Refused.constraint("'" + value + "'", small(name), "have value greater than or equal to 1");
        });
        return number;
    }

    public Optional<JsonObject> object(String name) {
        return member(name, JsonObject.class, "Map");
    }

    public JsonObject needObject(String name) {
        return object(name).orElseThrow(() -> missing(name));
    }

    public Optional<List<JsonObject>> objects(String name) {
        return member(name, JsonArray.class, "List").map(array -> array.stream()
                .map(element -> cast(element, JsonObject.class, "Map"))
                .toList());
    }

    public Optional<List<String>> texts(String name) {
        return member(name, JsonArray.class, "List").map(array -> array.stream()
                .map(element -> cast(element, String.class, "String"))
                .toList());
    }

    private static Refused missing(String name) {
        return Refused.constraint("null", small(name), "not be null");
    }

    private static String small(String name) {
        return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }

    private <T> Optional<T> member(String name, Class<T> type, String named) {
        return has(name) ? Optional.of(cast(json.get(name), type, named)) : Optional.empty();
    }

    /** The member as the type that it has to have; an answer of DynamoDB's reader of JSON where it has another. */
    public static <T> T cast(@Nullable Object member, Class<T> type, String named) {
        if (member != null && type.isInstance(member)) {
            return type.cast(member);
        }
        throw Refused.malformed(
                switch (member) {
                    case null -> "NULL_VALUE found where not expected";
                    case JsonObject _ -> "Start of structure or map found where not expected.";
                    case JsonArray _ -> "Start of list found where not expected";
                    case Number _ -> "NUMBER_VALUE cannot be converted to " + named;
                    case Boolean flag -> (flag ? "TRUE" : "FALSE") + "_VALUE cannot be converted to " + named;
                    default -> "STRING_VALUE cannot be converted to " + named;
                });
    }
}
