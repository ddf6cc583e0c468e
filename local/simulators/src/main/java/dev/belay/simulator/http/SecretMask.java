package dev.belay.simulator.http;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import com.grack.nanojson.JsonWriter;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Takes secrets out of what went over the wire, before people see it: tokens, passwords, keys, and addresses that work without any. */
public final class SecretMask {
    /** What stands in place of a secret. */
    public static final String MASK = "***";

    /** Headers that prove who sent something, by what stands in their names. */
    private static final Pattern HEADERS =
            Pattern.compile("(?i).*(authorization|cookie|signature|token|secret|password|api-?key).*");

    /** How many objects and lists a JSON text may hold within each other; what is deeper is read as a text. */
    private static final int DEEPEST = 64;

    private static final Pattern FIELD = Pattern.compile("\\\\*\"([^\"\\\\]{1,64})\\\\*\"\\s*:");

    /** By the names of fields in JSON and in forms. */
    private static final Pattern NAMES = Pattern.compile(
            "(?i).*(token|secret|password|passwd|assertion|private_?key|signing_?key|api_?key|access_?key|response_url|upload_?url|trigger_id|\\bsig\\b).*");

    /** Those of them that say something about a secret, not the secret. */
    private static final Pattern HARMLESS =
            Pattern.compile("(?i)(token_type|expires_in|next_?token|secret_?id|secretarn)");

    /** Tokens of Slack, JSON Web Tokens, addresses under which a secret stands. */
    private static final Pattern VALUES = Pattern.compile("\\bxox[a-z]+-[\\w-]+|\\bxapp-[\\w-]+"
            + "|\\beyJ[\\w-]+\\.[\\w-]+\\.[\\w-]*"
            + "|(?<=/(actions|commands)/)[^\\s\"'<>?]+|(?<=/upload/v1/)[^\\s\"'<>?]+"
            + "|(?<=[?&](tempauth|sig|access_token|token)=)[^&\\s\"'<>]+");

    private SecretMask() {}

    /** Headers by their names, whose case does not matter; of {@code Authorization} the scheme is left. */
    public static Map<String, String> headers(Map<String, String> headers) {
        Map<String, String> masked = new TreeMap<>();
        headers.forEach((name, value) ->
                masked.put(name, HEADERS.matcher(name).matches() ? scheme(name, value) + MASK : text(value)));
        return masked;
    }

    private static String scheme(String name, String value) {
        int space = value.indexOf(' ');
        return name.toLowerCase(Locale.ROOT).endsWith("authorization") && space > 0
                ? value.substring(0, space + 1)
                : "";
    }

    /** @param type the body's {@code Content-Type} */
    public static String body(String type, String body) {
        if (type.startsWith("application/x-www-form-urlencoded")) {
            return form(body);
        }
        return json(body);
    }

    /** A query or a form, encoded. */
    public static String form(String encoded) {
        return Stream.of(encoded.split("&", -1)).map(SecretMask::pair).collect(Collectors.joining("&"));
    }

    private static String pair(String pair) {
        int equals = pair.indexOf('=');
        if (equals < 0) {
            return pair;
        }
        String name = decoded(pair.substring(0, equals));
        String value = decoded(pair.substring(equals + 1));
        String shown = isSecret(name) ? MASK : json(value);
        return shown.equals(value)
                ? pair
                : pair.substring(0, equals + 1)
                        + (shown.equals(MASK) ? MASK : URLEncoder.encode(shown, StandardCharsets.UTF_8));
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    /**
     * A JSON text with its secrets masked, whatever stands in it as a text within the text too; another text without what is a secret in
     * itself. One that begins as JSON and cannot be read, or is nested too deeply, ends at the first field whose name is a secret's.
     */
    public static String json(String text) {
        String begin = text.stripLeading();
        if (!begin.startsWith("{") && !begin.startsWith("[")) {
            return text(text);
        }
        try {
            return isTooDeep(begin)
                    ? text(untilSecret(text))
                    : JsonWriter.string(value(JsonParser.any().from(text)));
        } catch (JsonParserException e) {
            return text(untilSecret(text));
        }
    }

    private static boolean isTooDeep(String text) {
        int depth = 0;
        boolean quoted = false;
        for (int i = 0; i < text.length() && depth <= DEEPEST; i++) {
            switch (text.charAt(i)) {
                case '\\' -> i++;
                case '"' -> quoted = !quoted;
                case '[', '{' -> depth += quoted ? 0 : 1;
                case ']', '}' -> depth -= quoted ? 0 : 1;
                default -> {} // it opens and ends nothing
            }
        }
        return depth > DEEPEST;
    }

    private static String untilSecret(String text) {
        Matcher field = FIELD.matcher(text);
        while (field.find()) {
            if (isSecret(field.group(1))) {
                return text.substring(0, field.end()) + MASK;
            }
        }
        return text;
    }

    private static Object value(Object value) {
        return switch (value) {
            case JsonObject object -> object(object);
            case JsonArray array -> {
                JsonArray masked = new JsonArray();
                array.forEach(each -> masked.add(each == null ? null : value(each)));
                yield masked;
            }
            case String text -> json(text);
            default -> value;
        };
    }

    private static JsonObject object(JsonObject object) {
        JsonObject masked = new JsonObject();
        object.forEach((name, value) -> {
            if (value == null) {
                masked.put(name, null);
            } else {
                masked.put(name, isSecret(name) && !(value instanceof Number) ? MASK : value(value));
            }
        });
        return masked;
    }

    private static boolean isSecret(String name) {
        return NAMES.matcher(name).matches() && !HARMLESS.matcher(name).matches();
    }

    /** Any other text. */
    public static String text(String text) {
        return VALUES.matcher(text).replaceAll(MASK);
    }
}
