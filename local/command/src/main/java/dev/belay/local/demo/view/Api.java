package dev.belay.local.demo.view;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import com.grack.nanojson.JsonWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/** A caller of one system's own HTTP API with one person's credentials. */
final class Api {
    private final HttpClient http;
    private final URI base;
    private final String authorization;

    Api(HttpClient http, URI base, String authorization) {
        this.http = http;
        this.base = base;
        this.authorization = authorization;
    }

    JsonObject get(String path, Map<String, String> query) {
        return send(request(path + "?" + encoded(query)).GET().build());
    }

    private static String encoded(Map<String, String> query) {
        return query.entrySet().stream()
                .map(q -> encode(q.getKey()) + "=" + encode(q.getValue()))
                .collect(Collectors.joining("&"));
    }

    JsonObject post(String path, JsonObject body) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(JsonWriter.string(body)))
                .build());
    }

    /** Sends bytes as they are. */
    JsonObject postBytes(String path, Map<String, String> query, String type, byte[] bytes) {
        return send(request(path + "?" + encoded(query))
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofByteArray(bytes))
                .build());
    }

    JsonObject patch(String path, JsonObject body) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .method("PATCH", HttpRequest.BodyPublishers.ofString(JsonWriter.string(body)))
                .build());
    }

    private HttpRequest.Builder request(String pathAndQuery) {
        return HttpRequest.newBuilder(URI.create(base + pathAndQuery))
                .header("Accept", "application/json")
                .header("Authorization", authorization);
    }

    private JsonObject send(HttpRequest request) {
        try {
            return JsonParser.object()
                    .from(http.send(request, HttpResponse.BodyHandlers.ofString())
                            .body());
        } catch (IOException e) {
            throw new UncheckedIOException(request.uri() + " gave no answer", e);
        } catch (JsonParserException e) {
            throw new StoryFailed(request.uri() + " gave no JSON");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoryFailed("interrupted");
        }
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
