package dev.belay.simulator.slack.call;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import dev.belay.simulator.http.Request;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** What a call was given, whether as a form, as JSON or in the query; names that a method does not know are ignored. */
public final class Arguments {
    private final Map<String, Object> values;

    private Arguments(Map<String, Object> values) {
        this.values = values;
    }

    /** Reads a request's arguments as Slack does (docs.slack.dev/apis/web-api: GET, form and JSON). */
    public static Arguments of(Request request) {
        Map<String, Object> values = new LinkedHashMap<>(request.query());
        if (request.body().length > 0) {
            values.putAll(body(request));
        }
        return new Arguments(values);
    }

    /** Reads what is posted to a {@code response_url}: JSON, without a token. */
    public static Arguments ofWebhook(Request request) {
        return ofWebhook(request.text());
    }

    /** Reads what is answered to a command as JSON. */
    public static Arguments ofWebhook(String json) {
        return new Arguments(parsedJson(json, "invalid_payload"));
    }

    /** What is answered to a command as mere text. */
    public static Arguments ofText(String text) {
        return new Arguments(Map.of("text", text));
    }

    private static Map<String, Object> body(Request request) {
        String type = request.header("content-type")
                .orElseThrow(() -> Refusal.of("missing_post_type"))
                .toLowerCase(Locale.ROOT);
        if (type.startsWith("application/x-www-form-urlencoded")) {
            return form(request);
        }
        if (type.startsWith("application/json")) {
            return json(request);
        }
        throw Refusal.of("invalid_post_type");
    }

    private static Map<String, Object> form(Request request) {
        try {
            return new LinkedHashMap<>(request.form());
        } catch (IllegalArgumentException e) {
            throw Refusal.of("invalid_form_data", List.of("[ERROR] " + e.getMessage()));
        }
    }

    private static Map<String, Object> json(Request request) {
        if (request.header("authorization").isEmpty()) {
            throw Refusal.of("not_authed"); // a token inside JSON is not read
        }
        return parsedJson(request.text(), "invalid_json");
    }

    private static Map<String, Object> parsedJson(String text, String error) {
        try {
            JsonObject object = JsonParser.object().from(text);
            object.values().removeIf(Objects::isNull);
            return object;
        } catch (JsonParserException e) {
            throw Refusal.of(error);
        }
    }

    /** The text of an argument; none where it is absent. */
    public Optional<String> text(String name) {
        Object value = values.get(name);
        if (value instanceof JsonObject || value instanceof JsonArray) {
            throw Refusal.of("invalid_arguments", List.of("[ERROR] must be a string [json-pointer:/" + name + "]"));
        }
        return Optional.ofNullable(value).map(Object::toString);
    }

    /** The text of an argument that must be there and not be empty. */
    public String required(String name) {
        return text(name).filter(value -> !value.isEmpty()).orElseThrow(() -> Refusal.missing(name));
    }

    public boolean flag(String name) {
        return text(name)
                .filter(value -> "true".equals(value) || "1".equals(value))
                .isPresent();
    }

    /** A count such as {@code limit}; Slack's word for a bad one is {@code invalid_limit}. */
    public int count(String name, int otherwise, int most) {
        try {
            int count = text(name)
                    .filter(value -> !value.isEmpty())
                    .map(Integer::parseInt)
                    .orElse(otherwise);
            if (count < 1) {
                throw Refusal.of("invalid_" + name);
            }
            return Math.min(count, most);
        } catch (NumberFormatException e) {
            throw Refusal.of("invalid_" + name);
        }
    }

    /** An array, given as JSON or as a string that holds JSON. */
    public Optional<JsonArray> array(String name, String error) {
        return structure(name, error).map(value -> {
            if (value instanceof JsonArray array) {
                return array;
            }
            throw Refusal.of(error);
        });
    }

    /** An object, given as JSON or as a string that holds JSON. */
    public Optional<JsonObject> object(String name, String error) {
        return structure(name, error).map(value -> {
            if (value instanceof JsonObject object) {
                return object;
            }
            throw Refusal.of(error);
        });
    }

    private Optional<Object> structure(String name, String error) {
        Object value = values.get(name);
        if (value instanceof String text) {
            return text.isEmpty() ? Optional.empty() : Optional.ofNullable(parsed(text, error));
        }
        return Optional.ofNullable(value);
    }

    private static Object parsed(String text, String error) {
        try {
            return JsonParser.any().from(text);
        } catch (JsonParserException e) {
            throw Refusal.of(error);
        }
    }

    /** What was given, for a log of calls: tokens and secrets left out. */
    public Map<String, String> shown() {
        Map<String, String> shown = new LinkedHashMap<>();
        values.forEach((name, value) -> shown.put(name, String.valueOf(value)));
        List.of("token", "refresh_token", "client_secret").forEach(shown::remove);
        return shown;
    }
}
