package dev.belay.simulator.aws.dynamodb.expression;

import com.grack.nanojson.JsonObject;
import dev.belay.simulator.aws.dynamodb.request.Arguments;
import dev.belay.simulator.aws.dynamodb.request.Refused;
import dev.belay.simulator.aws.dynamodb.value.Value;
import dev.belay.simulator.aws.dynamodb.value.ValueReader;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** What {@code #name} and {@code :value} stand for in a request's expressions; each has to be used. */
public final class Placeholders {
    /** The members of a request that hold them. */
    public static final String NAMES = "ExpressionAttributeNames";

    public static final String VALUES = "ExpressionAttributeValues";

    private static final Pattern NAME = Pattern.compile("#[A-Za-z0-9_]+");
    private static final Pattern VALUE = Pattern.compile(":[A-Za-z0-9_]+");

    private final Map<String, String> names = new LinkedHashMap<>();
    private final Map<String, Value> values = new LinkedHashMap<>();
    private final Set<String> unusedNames = new TreeSet<>();
    private final Set<String> unusedValues = new TreeSet<>();

    /**
     * @param expressions the members that may be expressions with names
     * @param withValues those of them that may have values
     */
    public Placeholders(Arguments arguments, List<String> expressions, List<String> withValues) {
        check(arguments, NAMES, expressions, "");
        check(
                arguments,
                VALUES,
                withValues,
                ": " + String.join(" and ", withValues) + (withValues.size() == 1 ? " is null" : " are null"));
        arguments.object(NAMES).ifPresent(this::readNames);
        arguments.object(VALUES).ifPresent(this::readValues);
        unusedNames.addAll(names.keySet());
        unusedValues.addAll(values.keySet());
    }

    private static void check(Arguments arguments, String member, Collection<String> expressions, String said) {
        Optional<JsonObject> given = arguments.object(member);
        if (given.isPresent() && expressions.stream().noneMatch(arguments::has)) {
            throw Refused.validation(member + " can only be specified when using expressions" + said);
        }
        if (given.filter(JsonObject::isEmpty).isPresent()) {
            throw Refused.validation(member + " must not be empty");
        }
    }

    private void readNames(JsonObject json) {
        json.forEach((key, name) -> {
            checkKey(NAMES, NAME, key);
            names.put(key, Arguments.cast(name, String.class, "String"));
        });
    }

    private void readValues(JsonObject json) {
        json.forEach((key, value) -> {
            checkKey(VALUES, VALUE, key);
            values.put(key, read(key, Arguments.cast(value, JsonObject.class, "Map")));
        });
    }

    private static Value read(String key, JsonObject value) {
        try {
            return ValueReader.value(value);
        } catch (Refused e) {
            throw Refused.validation(VALUES + " contains invalid value: " + e.message() + " for key " + key);
        }
    }

    private static void checkKey(String member, Pattern pattern, String key) {
        if (!pattern.matcher(key).matches()) {
            throw Refused.validation(member + " contains invalid key: Syntax error; key: \"" + key + "\"");
        }
    }

    String name(Expression in, String placeholder) {
        unusedNames.remove(placeholder);
        return Optional.ofNullable(names.get(placeholder))
                .orElseThrow(() -> in.invalid(
                        "An expression attribute name used in the document path is not defined; attribute name: "
                                + placeholder));
    }

    public Value value(Expression in, String placeholder) {
        unusedValues.remove(placeholder);
        return Optional.ofNullable(values.get(placeholder))
                .orElseThrow(() ->
                        in.invalid("An expression attribute value used in expression is not defined; attribute value: "
                                + placeholder));
    }

    /** To be asked when all expressions were read. */
    public void checkAllUsed() {
        check(NAMES, unusedNames);
        check(VALUES, unusedValues);
    }

    private static void check(String member, Set<String> unused) {
        if (!unused.isEmpty()) {
            throw Refused.validation("Value provided in " + member + " unused in expressions: keys: {"
                    + String.join(", ", unused) + "}");
        }
    }
}
