package dev.belay.simulator.http;

import com.grack.nanojson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One call of the app, as it went over the wire.
 *
 * @param correlationId the header {@code X-Correlation-ID}: what the call comes of
 * @param requestId the header {@code X-Request-ID}: this call alone; empty where there was none
 * @param answer none where the connection dropped
 */
public record Exchange(String correlationId, String requestId, Request request, Optional<Response> answer) {
    /** For people to read, with every secret masked. */
    public JsonObject shown() {
        JsonObject json = new JsonObject();
        json.put("correlation_id", correlationId);
        json.put("request_id", requestId);
        json.put("request", shownRequest());
        json.put("answer", answer.map(Exchange::shownAnswer).orElse(null));
        return json;
    }

    private JsonObject shownRequest() {
        Map<String, String> headers = new TreeMap<>();
        request.headers().forEach((name, values) -> headers.put(name, String.join(", ", values)));
        String query = request.rawQuery().isEmpty() ? "" : "?" + SecretMask.form(request.rawQuery());
        JsonObject json = new JsonObject();
        json.put("method", request.method());
        json.put("url", SecretMask.text(request.path() + query));
        json.put("headers", new JsonObject(SecretMask.headers(headers)));
        json.put("body", body(request.header("content-type").orElse(""), request.body()));
        return json;
    }

    private static JsonObject shownAnswer(Response response) {
        JsonObject json = new JsonObject();
        json.put("status", response.status());
        json.put("headers", new JsonObject(SecretMask.headers(response.headers())));
        json.put("body", body(response.headers().getOrDefault("Content-Type", ""), response.body()));
        return json;
    }

    private static String body(String type, byte[] bytes) {
        boolean text =
                List.of("json", "form-urlencoded", "text/", "xml").stream().anyMatch(type::contains);
        return bytes.length == 0 || text
                ? SecretMask.body(type, new String(bytes, StandardCharsets.UTF_8))
                : "(" + bytes.length + " bytes)";
    }
}
