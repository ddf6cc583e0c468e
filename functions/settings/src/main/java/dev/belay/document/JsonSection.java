package dev.belay.document;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * An object of the document, and its path. What is wrong in it is added to the problems and a placeholder is read in its place, so
 * that one reading finds every problem; settings made of placeholders are never returned.
 */
final class JsonSection {
    private final String path;
    private final JsonObject object;
    private final List<Problem> problems;

    JsonSection(String path, JsonObject object, List<Problem> problems) {
        this.path = path;
        this.object = object;
        this.problems = problems;
    }

    /** Where it stands in the document. */
    String path() {
        return path;
    }

    boolean has(String key) {
        return object.containsKey(key);
    }

    void problem(String key, String says) {
        problems.add(new Problem(at(key), says));
    }

    /** A problem for each key that is not one of these. */
    JsonSection allowOnly(String... names) {
        return allowOnly(List.of(names));
    }

    JsonSection allowOnly(List<String> names) {
        object.keySet().stream()
                .filter(key -> !names.contains(key))
                .forEach(key -> problem(key, "is not a setting: here the settings are " + String.join(", ", names)));
        return this;
    }

    /** A problem where a list is longer than this. */
    JsonSection allowAtMost(int most, String key) {
        if (object.get(key) instanceof JsonArray list && list.size() > most) {
            problem(key, "has " + list.size() + " entries: give " + most + " at most");
        }
        return this;
    }

    /** The keys, where whoever writes the document gives them; a problem for each that has another form. */
    List<String> names(ValueFormat format) {
        object.keySet().stream()
                .filter(key -> !format.matches(key))
                .forEach(key -> problem(key, "is not a name for this: give " + format.description()));
        return object.keySet().stream().filter(format::matches).toList();
    }

    /** A problem where a list is missing or empty. */
    JsonSection requireNonEmpty(String key, String description) {
        if (!has(key)) {
            problem(key, "is missing: give " + description);
        } else if (object.get(key) instanceof JsonArray list && list.isEmpty()) {
            problem(key, "is empty: give " + description);
        }
        return this;
    }

    /** The object under this key, or one that says nothing where there is none. */
    JsonSection objectOrEmpty(String key) {
        return has(key) ? object(key, "an object") : new JsonSection(at(key), new JsonObject(), problems);
    }

    String text(String key, ValueFormat format) {
        if (!has(key)) {
            problem(key, "is missing: give " + format.description());
        }
        return optionalText(key, format).orElse("");
    }

    Optional<String> optionalText(String key, ValueFormat format) {
        return has(key) ? text(value(key), format) : Optional.empty();
    }

    boolean flag(String key) {
        return flag(key, false);
    }

    boolean flag(String key, boolean otherwise) {
        if (!has(key)) {
            return otherwise;
        }
        if (!(object.get(key) instanceof Boolean)) {
            value(key).invalid("give true or false");
        }
        return Boolean.TRUE.equals(object.get(key));
    }

    /** A number that must be there. */
    void number(String key, int least, int most) {
        if (!has(key)) {
            problem(key, "is missing: give " + least);
        }
        number(key, least, most, least);
    }

    int number(String key, int least, int most, int otherwise) {
        String asked = least == most ? "give " + least : "give a whole number from " + least + " to " + most;
        return has(key) ? number(value(key), least, most, asked).orElse(otherwise) : otherwise;
    }

    JsonSection object(String key, String description) {
        if (!has(key)) {
            problem(key, "is missing: give " + description);
            return missing();
        }
        return object(value(key), "give " + description).orElseGet(JsonSection::missing);
    }

    List<JsonSection> objects(String key) {
        return values(key).stream()
                .flatMap(value -> object(value, "give an object, {…}").stream())
                .toList();
    }

    Set<Integer> priorities(String key) {
        Set<Integer> found = new LinkedHashSet<>();
        for (JsonValue value : values(key)) {
            number(value, 1, 5, "a priority is 1 to 5").ifPresent(once(value, found::add));
        }
        return found;
    }

    Set<String> texts(String key, ValueFormat format) {
        Set<String> found = new LinkedHashSet<>();
        for (JsonValue value : values(key)) {
            text(value, format).ifPresent(once(value, found::add));
        }
        return found;
    }

    /** What a list holds whose entries are texts of a format or objects. */
    <T> Set<T> textsOrObjects(
            String key, ValueFormat format, Function<String, T> ofText, Function<JsonSection, T> ofObject) {
        Set<T> found = new LinkedHashSet<>();
        for (JsonValue value : values(key)) {
            Optional<T> read = value.value() instanceof JsonObject inner
                    ? Optional.of(ofObject.apply(new JsonSection(value.path(), inner, problems)))
                    : text(value, format).map(ofText);
            read.ifPresent(once(value, found::add));
        }
        return found;
    }

    private static <T> Consumer<T> once(JsonValue value, Predicate<T> added) {
        return read -> {
            if (!added.test(read)) {
                value.invalid("it stands here twice, and once is enough");
            }
        };
    }

    private List<JsonValue> values(String key) {
        List<JsonValue> values = new ArrayList<>();
        if (object.get(key) instanceof JsonArray array) {
            for (int i = 0; i < array.size(); i++) {
                values.add(new JsonValue(at(key) + "[" + i + "]", array.get(i), problems));
            }
        } else if (has(key)) {
            value(key).invalid("give a list, […]");
        }
        return values;
    }

    private static Optional<String> text(JsonValue value, ValueFormat format) {
        return value.value() instanceof String text && format.matches(text)
                ? Optional.of(text)
                : value.invalid("give " + format.description());
    }

    private static Optional<Integer> number(JsonValue value, int least, int most, String asked) {
        return value.value() instanceof Number number
                        && number.doubleValue() == number.intValue()
                        && number.intValue() >= least
                        && number.intValue() <= most
                ? Optional.of(number.intValue())
                : value.invalid(asked);
    }

    private Optional<JsonSection> object(JsonValue value, String asked) {
        return value.value() instanceof JsonObject found
                ? Optional.of(new JsonSection(value.path(), found, problems))
                : value.invalid(asked);
    }

    private JsonValue value(String key) {
        return new JsonValue(at(key), object.get(key), problems);
    }

    /** A section that is missing has no further problems. */
    static JsonSection missing() {
        return new JsonSection("", new JsonObject(), new ArrayList<>());
    }

    private String at(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }
}
