package dev.belay.teams.protocol;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The few ways in which Teams' JSON is read. */
final class Json {
    private static final JsonObject NOTHING = new JsonObject();
    private static final int LONGEST_ID = 256;

    private Json() {}

    static JsonObject object(byte[] bytes) throws MalformedActivity {
        return object(new String(bytes, StandardCharsets.UTF_8));
    }

    static JsonObject object(String text) throws MalformedActivity {
        try {
            return JsonParser.object().withLazyNumbers().from(text);
        } catch (JsonParserException e) {
            throw new MalformedActivity("the body holds no JSON object where one belongs");
        } catch (StackOverflowError e) {
            throw new MalformedActivity("the JSON is nested too deeply");
        }
    }

    /** The object of that name, or an empty one. */
    static JsonObject child(JsonObject json, String name) {
        return json.getObject(name, NOTHING);
    }

    static String text(JsonObject json, String name) throws MalformedActivity {
        String text = json.getString(name, "");
        if (text.isEmpty()) {
            throw new MalformedActivity(name + " is missing or is not a text");
        }
        return text;
    }

    /** An id of Teams': nothing that could be mistaken for more where it is put into an address. */
    static String id(JsonObject json, String name) throws MalformedActivity {
        return checked(text(json, name), name);
    }

    /** None where it is not there, or is empty, or is no text; a text that is no id is malformed all the same. */
    static Optional<String> optionalId(JsonObject json, String name) throws MalformedActivity {
        return json.getString(name, "").isEmpty() ? Optional.empty() : Optional.of(id(json, name));
    }

    static String checked(String id, String name) throws MalformedActivity {
        if (!isId(id)) {
            throw new MalformedActivity(name + " is not an id");
        }
        return id;
    }

    private static boolean isId(String text) {
        boolean more = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean letter = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
            if (!letter && "-_.:@=+~".indexOf(c) < 0) {
                return false;
            }
            more |= c != '.';
        }
        return more && text.length() <= LONGEST_ID;
    }
}
