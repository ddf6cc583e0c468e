package dev.belay.slack.protocol;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** A request as a Slack emulator sent it, signed with {@code test-signing-secret}. */
final class Recorded {
    private final JsonObject json;

    private Recorded(JsonObject json) {
        this.json = json;
    }

    static Recorded request(String name) {
        try (InputStream in = Objects.requireNonNull(Recorded.class.getResourceAsStream(name + ".json"))) {
            return new Recorded(JsonParser.object().from(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (JsonParserException e) {
            throw new IllegalStateException(e);
        }
    }

    String header(String name) {
        return json.getObject("headers").getString(name, "");
    }

    byte[] body() {
        return json.getString("body", "").getBytes(StandardCharsets.UTF_8);
    }

    long time() {
        return Long.parseLong(header("x-slack-request-timestamp"));
    }
}
