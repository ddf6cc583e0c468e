package dev.belay.local.console.web;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the console answers.
 *
 * @param stream writes a body that goes on, in place of {@code body}
 */
public record Reply(int status, Map<String, String> headers, byte[] body, Optional<Stream> stream) {
    /** A body that is written while things happen. */
    public interface Stream {
        void writeTo(OutputStream reader) throws IOException;
    }

    public static Reply json(int status, JsonObject json) {
        return of(
                        status,
                        "application/json; charset=utf-8",
                        JsonWriter.string(json).getBytes(StandardCharsets.UTF_8))
                .with("Cache-Control", "no-store");
    }

    public static Reply json(JsonObject json) {
        return json(200, json);
    }

    public static Reply error(int status, String sentence) {
        return json(status, JsonObject.builder().value("error", sentence).done());
    }

    public static Reply of(int status, String type, byte[] body) {
        return new Reply(status, Map.of("Content-Type", type), body, Optional.empty());
    }

    /** A file for a person to keep; never shown in place. */
    public static Reply download(String name, byte[] bytes) {
        String safe = name.replaceAll("[^A-Za-z0-9._ -]", "_");
        return of(200, "application/octet-stream", bytes)
                .with("Content-Disposition", "attachment; filename=\"" + safe + "\"")
                .with("Cache-Control", "no-store");
    }

    public static Reply events(Stream stream) {
        Map<String, String> headers =
                Map.of("Content-Type", "text/event-stream; charset=utf-8", "Cache-Control", "no-store");
        return new Reply(200, headers, new byte[0], Optional.of(stream));
    }

    public Reply with(String name, String value) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.put(name, value);
        return new Reply(status, all, body, stream);
    }
}
