package dev.belay.simulator.aws.queue;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import com.grack.nanojson.JsonWriter;
import dev.belay.simulator.aws.call.AwsError;
import dev.belay.simulator.http.Request;
import dev.belay.simulator.http.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * The way to an engine behind the endpoint: requests go on as they came, and answers come back as they are. Signatures are proved before,
 * and stay out: the engine's HTTP server knows no such header, and reads it three times over to say why. All of it is in one process and
 * often gone through, so the JDK's old client is used, which needs no other thread.
 */
public record Engine(URI url) {
    private static final List<String> PASSED = List.of("content-type", "x-amz-target");
    private static final List<String> RETURNED =
            List.of("Content-Type", "x-amz-crc32", "x-amzn-RequestId", "x-amzn-query-error");

    public Response forward(Request request) {
        try {
            HttpURLConnection connection =
                    (HttpURLConnection) url.resolve(request.path()).toURL().openConnection();
            connection.setRequestMethod(request.method());
            PASSED.forEach(name -> request.header(name).ifPresent(value -> connection.setRequestProperty(name, value)));
            connection.setDoOutput(true);
            connection.setFixedLengthStreamingMode(request.body().length);
            connection.getOutputStream().write(request.body());
            return answer(connection);
        } catch (IOException e) {
            throw AwsError.unavailable();
        }
    }

    /** What the engine answered. */
    static JsonObject json(Response answer) {
        try {
            return JsonParser.object().from(new String(answer.body(), StandardCharsets.UTF_8));
        } catch (JsonParserException e) {
            throw new IllegalStateException("the queue engine answered with something that is not JSON", e);
        }
    }

    /** The answer to a {@code ReceiveMessage} with each message's attributes changed. */
    static Response withAttributes(Response answer, BiConsumer<JsonObject, JsonObject> change) {
        JsonObject json = json(answer);
        JsonArray messages = json.getArray("Messages", new JsonArray());
        if (messages.isEmpty()) {
            return answer;
        }
        for (Object each : messages) {
            JsonObject message = (JsonObject) each;
            change.accept(message, message.getObject("Attributes", new JsonObject()));
        }
        return new Response(
                answer.status(), answer.headers(), JsonWriter.string(json).getBytes(StandardCharsets.UTF_8));
    }

    private static Response answer(HttpURLConnection connection) throws IOException {
        int status = connection.getResponseCode();
        Map<String, String> headers = new LinkedHashMap<>();
        RETURNED.forEach(name ->
                Optional.ofNullable(connection.getHeaderField(name)).ifPresent(value -> headers.put(name, value)));
        try (InputStream body = status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
            return new Response(status, headers, body == null ? new byte[0] : body.readAllBytes());
        }
    }
}
