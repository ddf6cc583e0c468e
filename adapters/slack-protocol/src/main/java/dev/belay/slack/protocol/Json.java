package dev.belay.slack.protocol;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The few ways in which Slack's JSON is read. */
final class Json {
    private static final JsonObject NOTHING = new JsonObject();

    private Json() {}

    static JsonObject object(byte[] bytes) throws MalformedRequest {
        return object(new String(bytes, StandardCharsets.UTF_8));
    }

    static JsonObject object(String text) throws MalformedRequest {
        try {
            return JsonParser.object().withLazyNumbers().from(text);
        } catch (JsonParserException e) {
            throw new MalformedRequest("the body holds no JSON object where one belongs");
        } catch (StackOverflowError e) {
            throw new MalformedRequest("the JSON is nested too deeply");
        }
    }

    /** The object of that name, or an empty one. */
    static JsonObject child(JsonObject json, String name) {
        return json.getObject(name, NOTHING);
    }

    static String text(JsonObject json, String name) throws MalformedRequest {
        String text = json.getString(name, "");
        if (text.isEmpty()) {
            throw new MalformedRequest(name + " is missing or is not a text");
        }
        return text;
    }

    /** An id of Slack's, or a message's {@code ts}: letters, digits, dots, and nothing that could be mistaken for more. */
    static String id(JsonObject json, String name) throws MalformedRequest {
        return checked(text(json, name), name);
    }

    static String checked(String id, String name) throws MalformedRequest {
        if (!isId(id)) {
            throw new MalformedRequest(name + " is not an id");
        }
        return id;
    }

    /** None where it is not there, or is empty, or is no text; a text that is no id is malformed all the same. */
    static Optional<String> optionalId(JsonObject json, String name) throws MalformedRequest {
        return json.getString(name, "").isEmpty() ? Optional.empty() : Optional.of(id(json, name));
    }

    private static boolean isId(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean letter = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '_' || c == '-';
            if (!letter && (c < '0' || c > '9') && c != '.') {
                return false;
            }
        }
        return !text.isEmpty() && text.length() <= 64;
    }
}
