package dev.belay.local.console.web;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A request to the console.
 *
 * @param path the path's segments, decoded
 * @param query the query's parameters, decoded
 * @param headers by their names in lower case
 */
public record Ask(
        String method, List<String> path, Map<String, String> query, Map<String, String> headers, byte[] body) {
    private static final String JSON = "application/json";
    private static final String BYTES = "application/octet-stream";

    /** @param rawPath as it was sent */
    static List<String> segments(String rawPath) {
        return Stream.of(rawPath.split("/", -1)).skip(1).map(Ask::decoded).toList();
    }

    /** @param rawQuery as it was sent */
    static Map<String, String> parameters(String rawQuery) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String pair : rawQuery.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                parameters.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
            }
        }
        return parameters;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw Refused.wrong("the address is not encoded as addresses are");
        }
    }

    /** What HEAD asks for is what GET would be given (RFC 9110, 9.3.2). */
    Ask asGet() {
        return method.equals("HEAD") ? new Ask("GET", path, query, headers, body) : this;
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }

    /** A segment of the path, counted from 0 after {@code /api}. */
    public String segment(int number) {
        return path.get(number + 1);
    }

    /** A parameter of the query that must be there. */
    public String required(String name) {
        return parameter(name).orElseThrow(() -> Refused.wrong("the parameter " + name + " is missing"));
    }

    public Optional<String> parameter(String name) {
        return Optional.ofNullable(query.get(name)).filter(value -> !value.isEmpty());
    }

    /** @throws Refused when it is no number between 1 and {@code most} */
    public int count(String name, int otherwise, int most) {
        String text = parameter(name).orElse(Integer.toString(otherwise));
        if (!text.matches("\\d{1,6}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > most) {
            throw Refused.wrong(name + " is a number from 1 to " + most);
        }
        return Integer.parseInt(text);
    }

    /**
     * The fields of a body in JSON.
     *
     * @throws Refused when it is another type, or no JSON object
     */
    public JsonObject fields() {
        demandType(JSON);
        try {
            return JsonParser.object().from(new String(body, StandardCharsets.UTF_8));
        } catch (JsonParserException | StackOverflowError e) {
            throw Refused.wrong("the body is not a JSON object");
        }
    }

    /** The bytes of a file. */
    public byte[] bytes() {
        demandType(BYTES);
        return body.clone();
    }

    private void demandType(String type) {
        String sent = header("content-type").orElse("").split(";", -1)[0].strip();
        if (!sent.equalsIgnoreCase(type)) {
            throw new Refused(415, "the Content-Type is " + type);
        }
    }

    boolean isBytes() {
        return header("content-type").orElse("").startsWith(BYTES);
    }

    /** A text that must be there and not be empty. */
    public static String text(JsonObject fields, String name) {
        return optional(fields, name).orElseThrow(() -> Refused.wrong("the field " + name + " is missing"));
    }

    /** A text, where it is there and not empty. */
    public static Optional<String> optional(JsonObject fields, String name) {
        Object value = fields.get(name);
        if (value instanceof JsonObject || value instanceof JsonArray) {
            throw Refused.wrong("the field " + name + " is a text");
        }
        return Optional.ofNullable(value).map(Object::toString).filter(text -> !text.isBlank());
    }

    /** An object of fields, empty where it is missing. */
    public static JsonObject object(JsonObject fields, String name) {
        Object value = fields.get(name);
        if (value == null) {
            return new JsonObject();
        }
        if (value instanceof JsonObject object) {
            return object;
        }
        throw Refused.wrong("the field " + name + " is an object");
    }

    /** Whether something is on. */
    public static boolean flag(JsonObject fields, String name) {
        if (fields.get(name) instanceof Boolean flag) {
            return flag;
        }
        throw Refused.wrong("the field " + name + " is true or false");
    }
}
