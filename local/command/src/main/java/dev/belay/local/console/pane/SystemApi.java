package dev.belay.local.console.pane;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import com.grack.nanojson.JsonWriter;
import dev.belay.local.console.web.Refused;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A simulated system over HTTP: its own API, and beneath {@code /_sim} what people and tests do to it. */
public final class SystemApi {
    /** Longer than a simulated system waits for the app. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final String CONTROL = "/_sim/";

    private final HttpClient http;
    private final String name;
    private final URI base;

    /** @param name as people call the system */
    public SystemApi(HttpClient http, String name, URI base) {
        this.http = http;
        this.name = name;
        this.base = base;
    }

    /**
     * An answer whose body is JSON.
     *
     * @param total the header {@code X-Total-Count}, where there is one
     */
    public record Answer(int status, JsonObject body, Optional<String> total) {
        /** The body of a success; else what the system says becomes the refusal. */
        JsonObject demanded() {
            if (status / 100 != 2) {
                throw new Refused(status == 403 || status == 404 ? status : 400, said());
            }
            return body;
        }

        private String said() {
            Object error = body.get("error");
            if (error instanceof JsonObject object) {
                String detail = object.getString("detail", "");
                return object.getString("message", "refused") + (detail.isEmpty() ? "" : ": " + detail);
            }
            return error == null ? "HTTP " + status : String.valueOf(error);
        }
    }

    public String name() {
        return name;
    }

    public URI url() {
        return base;
    }

    /** Shows something of the simulated system beneath {@code /_sim}. */
    public JsonObject show(String command, Map<String, String> fields) {
        return get(CONTROL + command, fields, Optional.empty()).demanded();
    }

    /** Does something beneath {@code /_sim}. */
    public JsonObject act(String command, Map<String, ?> fields) {
        JsonObject body = new JsonObject();
        body.putAll(fields);
        return send("POST", CONTROL + command, Map.of(), Optional.of(body), Optional.empty())
                .demanded();
    }

    /** @param authorization the header, where somebody must prove who they are */
    public Answer get(String path, Map<String, String> query, Optional<String> authorization) {
        return send("GET", path, query, Optional.empty(), authorization);
    }

    /** @param body to be sent in JSON */
    public Answer send(
            String method,
            String path,
            Map<String, String> query,
            Optional<JsonObject> body,
            Optional<String> authorization) {
        HttpRequest.Builder request = request(path, query, authorization).header("Accept", "application/json");
        body.ifPresent(_ -> request.header("Content-Type", "application/json"));
        request.method(
                method,
                body.map(json -> HttpRequest.BodyPublishers.ofString(JsonWriter.string(json)))
                        .orElseGet(HttpRequest.BodyPublishers::noBody));
        return answer(request.build());
    }

    /** Sends bytes as they are. */
    public Answer sendBytes(String path, Map<String, String> query, byte[] bytes, Optional<String> authorization) {
        return answer(request(path, query, authorization)
                .header("Accept", "application/json")
                .header("Content-Type", "application/octet-stream")
                .POST(HttpRequest.BodyPublishers.ofByteArray(bytes))
                .build());
    }

    /** Reads bytes as they are. */
    public byte[] bytes(String path, Map<String, String> query, Optional<String> authorization) {
        HttpResponse<byte[]> response =
                sent(request(path, query, authorization).GET().build(), HttpResponse.BodyHandlers.ofByteArray());
        if (response.statusCode() != 200) {
            throw Refused.missing(name + " has no such file.");
        }
        return response.body();
    }

    private HttpRequest.Builder request(String path, Map<String, String> query, Optional<String> authorization) {
        String text = query.isEmpty() ? "" : "?" + encoded(query);
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(base + path + text)).timeout(PATIENCE);
        authorization.ifPresent(value -> request.header("Authorization", value));
        return request;
    }

    private static String encoded(Map<String, String> query) {
        return new LinkedHashMap<>(query)
                .entrySet().stream()
                        .map(each -> encoded(each.getKey()) + "=" + encoded(each.getValue()))
                        .collect(Collectors.joining("&"));
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private Answer answer(HttpRequest request) {
        HttpResponse<String> response = sent(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        return new Answer(
                response.statusCode(), json(response.body()), response.headers().firstValue("X-Total-Count"));
    }

    private JsonObject json(String body) {
        try {
            return body.isBlank() ? new JsonObject() : JsonParser.object().from(body);
        } catch (JsonParserException e) {
            throw new Refused(502, name + " gave no JSON.");
        }
    }

    private <T> HttpResponse<T> sent(HttpRequest request, HttpResponse.BodyHandler<T> body) {
        try {
            return http.send(request, body);
        } catch (IOException e) {
            throw new Refused(502, name + " gave no answer.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refused(502, "The console was interrupted.");
        }
    }
}
