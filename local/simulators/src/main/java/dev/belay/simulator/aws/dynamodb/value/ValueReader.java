package dev.belay.simulator.aws.dynamodb.value;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import dev.belay.simulator.aws.dynamodb.request.Arguments;
import dev.belay.simulator.aws.dynamodb.request.Refused;
import dev.belay.simulator.aws.dynamodb.value.Value.Document;
import dev.belay.simulator.aws.dynamodb.value.Value.Members;
import dev.belay.simulator.aws.dynamodb.value.Value.Sequence;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Attribute values as requests write them: each an object with its type as the only member, numbers as texts. */
public final class ValueReader {
    private static final int DEEPEST = 32;

    private ValueReader() {}

    public static Document item(JsonObject json) {
        return document(json, 0);
    }

    public static Value value(JsonObject json) {
        return value(json, 1);
    }

    private static Document document(JsonObject json, int depth) {
        Map<String, Value> attributes = new LinkedHashMap<>();
        json.forEach((name, value) ->
                attributes.put(name, value(Arguments.cast(value, JsonObject.class, "Map"), depth + 1)));
        return new Document(attributes);
    }

    private static Value value(JsonObject json, int depth) {
        if (depth > DEEPEST) {
            throw Refused.validation("Nesting Levels have exceeded supported limits");
        }
        if (json.isEmpty()) {
            throw Refused.validation(
                    "Supplied AttributeValue is empty, must contain exactly one of the supported datatypes");
        }
        if (json.size() > 1) {
            throw Refused.validation("Supplied AttributeValue has more than one datatypes set, must contain exactly one"
                    + " of the supported datatypes");
        }
        String name = json.keySet().iterator().next();
        Type type = Type.named(name)
                .orElseThrow(() -> Refused.validation(
                        "Supplied AttributeValue is empty, must contain exactly one of the supported datatypes"));
        return value(type, json.get(name), depth);
    }

    private static Value value(Type type, @Nullable Object content, int depth) {
        return switch (type) {
            case S, N, B -> scalar(type, Arguments.cast(content, String.class, "String"));
            case SS, NS, BS -> members(type, Arguments.cast(content, JsonArray.class, "List"));
            case M -> document(Arguments.cast(content, JsonObject.class, "Map"), depth);
            case L -> sequence(Arguments.cast(content, JsonArray.class, "List"), depth);
            case BOOL -> new Value.Flag(Arguments.cast(content, Boolean.class, "Boolean"));
            case NULL -> nothing(Arguments.cast(content, Boolean.class, "Boolean"));
        };
    }

    private static Value scalar(Type type, String content) {
        return switch (type) {
            case N -> new Value.Numeric(Numbers.read(content));
            case B -> binary(content);
            default -> new Value.Text(content);
        };
    }

    private static Value binary(String base64) {
        try {
            return new Value.Binary(new String(Base64.getDecoder().decode(base64), StandardCharsets.ISO_8859_1));
        } catch (IllegalArgumentException e) {
            throw Refused.malformed(
                    "Base64 encoded length is expected a multiple of 4 bytes but found: " + base64.length());
        }
    }

    private static Value nothing(boolean content) {
        if (!content) {
            throw Refused.invalid("Null attribute value types must have the value of true");
        }
        return new Value.Nothing();
    }

    private static Value sequence(JsonArray content, int depth) {
        return new Sequence(content.stream()
                .map(element -> value(Arguments.cast(element, JsonObject.class, "Map"), depth + 1))
                .toList());
    }

    private static Members members(Type type, JsonArray content) {
        Set<Value> members = new LinkedHashSet<>();
        for (Object element : content) {
            if (!members.add(scalar(type.member(), Arguments.cast(element, String.class, "String")))) {
                throw Refused.invalid("Input collection " + content + " contains duplicates.");
            }
        }
        if (members.isEmpty()) {
            throw Refused.invalid("An " + type.member().word().toLowerCase(Locale.ROOT) + " set  may not be empty");
        }
        return new Members(type, members);
    }
}
