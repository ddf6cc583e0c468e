package dev.belay.teams.protocol;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** An activity as Microsoft 365 Agents Playground sent it; its ids are shorter and longer than Teams' are. */
public final class RecordedActivity {
    private RecordedActivity() {}

    public static JsonObject body(String name) {
        try (InputStream in = Objects.requireNonNull(RecordedActivity.class.getResourceAsStream(name + ".json"))) {
            return JsonParser.object().from(in).getObject("body");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (JsonParserException e) {
            throw new IllegalStateException(e);
        }
    }
}
