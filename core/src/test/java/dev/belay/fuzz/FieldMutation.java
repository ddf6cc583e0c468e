package dev.belay.fuzz;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * A JSON document, as maps, lists and values, with some of its fields changed: missing, null, empty, of another type, longer, in
 * another case, or full of what means something to somebody.
 */
public final class FieldMutation {
    private static final List<String> CONTROL = List.of(
            "a^ORactive=true",
            "javascript:gs.getUserID()",
            "<at>everybody</at>",
            "<!channel>",
            "a\nb\r\nX: y",
            "\u202Eoverride\u202C",
            "../../sys_user",
            "a?b=c&d#e",
            "%00%2F",
            "\u0000",
            "\uD800",
            "28:",
            "\"}",
            "[code]<b>x</b>[/code]",
            " ");

    private final Random random;
    private final Map<String, Object> document;

    /** A change of one field: the map that holds it, and its name. */
    private record Field(Map<String, Object> holder, String name) {}

    private FieldMutation(Random random, Map<String, Object> document) {
        this.random = random;
        this.document = document;
    }

    /** Changes one to three fields of this document, wherever they stand in it, and says what was done, for a failure's message. */
    public static String change(Map<String, Object> document, Random random) {
        return new FieldMutation(random, document).change();
    }

    private String change() {
        StringBuilder done = new StringBuilder();
        for (int left = random.nextInt(3); left >= 0; left--) {
            List<Field> fields = new ArrayList<>();
            collect(document, fields);
            if (!fields.isEmpty()) {
                done.append(change(fields.get(random.nextInt(fields.size())))).append("; ");
            }
        }
        return done.toString();
    }

    @SuppressWarnings("unchecked") // what a JSON parser makes of an object
    private static void collect(@Nullable Object node, List<Field> fields) {
        if (node instanceof Map<?, ?> map) {
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                fields.add(new Field((Map<String, Object>) map, String.valueOf(entry.getKey())));
                collect(entry.getValue(), fields);
            }
        }
        if (node instanceof List<?> list) {
            list.forEach(value -> collect(value, fields));
        }
    }

    @SuppressWarnings("NullAway") // null is one of the values that a field may have
    private String change(Field field) {
        int way = random.nextInt(12);
        Object before = field.holder().get(field.name());
        if (way == 0) {
            field.holder().remove(field.name());
            return "without " + field.name();
        }
        if (way == 1) {
            field.holder().put("somethingNew" + random.nextInt(9), another(2));
            return "with something new";
        }
        Object after = after(way, String.valueOf(before));
        field.holder().put(field.name(), after);
        return field.name() + " was " + before + ", is " + after;
    }

    private @Nullable Object after(int way, String before) {
        return switch (way) {
            case 2 -> null;
            case 3 -> "";
            case 4, 5 -> another(random.nextInt(8));
            case 6 -> before.repeat(40);
            case 7 -> before.toUpperCase(Locale.ROOT);
            case 8 -> before.toLowerCase(Locale.ROOT);
            case 9 -> before + CONTROL.get(random.nextInt(CONTROL.size()));
            case 10 -> " " + before + " ";
            default -> CONTROL.get(random.nextInt(CONTROL.size()));
        };
    }

    private static Object another(int type) {
        return switch (type) {
            case 0 -> 7;
            case 1 -> -1.5;
            case 2 -> true;
            case 3 -> new ArrayList<>(List.of("a", 1));
            case 4 -> new HashMap<>(Map.of("value", "x", "link", "y"));
            case 5 -> Long.MAX_VALUE;
            case 6 -> new HashMap<>();
            default -> "0".repeat(5_000);
        };
    }
}
