package dev.belay.local.gateway;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What API Gateway answers, as payload format 2.0 has it: an output with {@code statusCode} is a response; any other JSON is
 * a 200's body; what is neither is an Internal Server Error.
 *
 * @param headers each name with its values in order
 */
record ApiAnswer(int status, Map<String, List<String>> headers, byte[] body) {
    static final ApiAnswer NOT_FOUND = message(404, "Not Found");
    static final ApiAnswer TOO_LARGE = message(413, "Request Entity Too Large");
    static final ApiAnswer FAILED = message(500, "Internal Server Error");

    /** The answer that a function's output means. */
    static ApiAnswer of(byte[] output) {
        try {
            Object json = JsonParser.any().from(new String(output, StandardCharsets.UTF_8));
            return json instanceof JsonObject object && object.has("statusCode") ? response(object) : plain(output);
        } catch (JsonParserException | IllegalArgumentException e) {
            return FAILED;
        }
    }

    private static ApiAnswer response(JsonObject output) {
        int status = output.getInt("statusCode", 500);
        if (status < 200 || status > 599) {
            return FAILED;
        }
        Map<String, List<String>> headers = new LinkedHashMap<>();
        headers.put("content-type", List.of("text/plain;charset=UTF-8"));
        JsonObject given = output.getObject("headers", new JsonObject());
        given.forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), List.of(text(value))));
        putCookies(headers, output.getArray("cookies", new JsonArray()));
        byte[] body = text(output.getOrDefault("body", "")).getBytes(StandardCharsets.UTF_8);
        boolean base64 = output.getBoolean("isBase64Encoded", false);
        return new ApiAnswer(status, headers, base64 ? Base64.getDecoder().decode(body) : body);
    }

    private static void putCookies(Map<String, List<String>> headers, JsonArray cookies) {
        if (!cookies.isEmpty()) {
            List<String> values = new ArrayList<>();
            cookies.forEach(cookie -> values.add(text(cookie)));
            headers.put("set-cookie", values);
        }
    }

    private static String text(Object value) {
        if (value instanceof String || value instanceof Number || value instanceof Boolean) {
            return value.toString();
        }
        throw new IllegalArgumentException("neither text nor number");
    }

    private static ApiAnswer plain(byte[] json) {
        return new ApiAnswer(200, Map.of("content-type", List.of("application/json")), json);
    }

    private static ApiAnswer message(int status, String message) {
        String body = "{\"message\":\"" + message + "\"}";
        return new ApiAnswer(
                status, Map.of("content-type", List.of("application/json")), body.getBytes(StandardCharsets.UTF_8));
    }
}
