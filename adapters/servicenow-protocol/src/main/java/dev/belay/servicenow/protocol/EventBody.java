package dev.belay.servicenow.protocol;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What every event of an instance says, whatever it tells of. */
record EventBody(JsonObject json) {
    private static final int SCHEMA = 1;
    private static final int LONGEST = 200;

    /** @throws MalformedEvent when it is no JSON object of our schema */
    static EventBody of(byte[] body) throws MalformedEvent {
        JsonObject json = parse(body);
        if (!isSchema(json.get("schema"))) {
            throw new MalformedEvent("schema is not " + SCHEMA);
        }
        return new EventBody(json);
    }

    private static JsonObject parse(byte[] body) throws MalformedEvent {
        try {
            return JsonParser.object().withLazyNumbers().from(new String(body, StandardCharsets.UTF_8));
        } catch (JsonParserException e) {
            throw new MalformedEvent("the body is not a JSON object");
        } catch (StackOverflowError e) {
            throw new MalformedEvent("the body is nested too deeply");
        }
    }

    private static boolean isSchema(@Nullable Object schema) {
        return String.valueOf(SCHEMA).equals(schema)
                || (schema instanceof Number number && number.doubleValue() == SCHEMA);
    }

    /** The instance as it called itself when it sent the event. */
    String instance() throws MalformedEvent {
        return text("instance").toLowerCase(Locale.ROOT);
    }

    /** What is told of; empty where it is not said. */
    String type() {
        return optional("type").toLowerCase(Locale.ROOT);
    }

    String text(String name) throws MalformedEvent {
        String text = optional(name);
        if (text.isEmpty()) {
            throw new MalformedEvent(name + " is missing or is not a text");
        }
        return text;
    }

    /** Empty where it is no text that could be one. */
    String optional(String name) {
        String text = json.getString(name, "");
        return text.length() <= LONGEST ? text : "";
    }
}
