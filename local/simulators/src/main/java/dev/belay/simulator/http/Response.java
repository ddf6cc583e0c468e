package dev.belay.simulator.http;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a simulator answers.
 *
 * @param stream writes a body that goes on, in place of {@code body}
 */
public record Response(int status, Map<String, String> headers, byte[] body, Optional<Stream> stream) {
    /** A body that is written while things happen, until it returns or the one who reads is gone. */
    public interface Stream {
        void writeTo(OutputStream reader) throws IOException;
    }

    public Response(int status, Map<String, String> headers, byte[] body) {
        this(status, headers, body, Optional.empty());
    }

    public static Response stream(String contentType, Stream stream) {
        Map<String, String> headers = Map.of("Content-Type", contentType, "Cache-Control", "no-store");
        return new Response(200, headers, new byte[0], Optional.of(stream));
    }

    public static Response json(int status, String json) {
        return text(status, "application/json;charset=UTF-8", json);
    }

    public static Response html(int status, String html) {
        return text(status, "text/html;charset=UTF-8", html);
    }

    public static Response empty(int status) {
        return new Response(status, Map.of(), new byte[0]);
    }

    /** No answer at all: the connection drops. */
    public static Response dropped() {
        return new Response(0, Map.of(), new byte[0]);
    }

    boolean isDropped() {
        return status == 0;
    }

    public static Response text(int status, String contentType, String text) {
        return new Response(status, Map.of("Content-Type", contentType), text.getBytes(StandardCharsets.UTF_8));
    }

    public Response with(String header, String value) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.put(header, value);
        return new Response(status, all, body, stream);
    }
}
