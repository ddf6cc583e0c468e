package dev.belay.secret;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** {@code {"key_id", "key", "previous_key_id"?, "previous_key"?}}, keys in base64: what an instance signs its events with. */
public final class ServiceNowEventsShape {
    private static final int SHORTEST = 16;

    private ServiceNowEventsShape() {}

    /** What keeps it from being used; never a value. */
    public static List<String> problems(Map<String, ?> document) {
        List<String> problems = new ArrayList<>();
        addKey(problems, document, "key_id", "key");
        if (document.containsKey("previous_key") || document.containsKey("previous_key_id")) {
            addKey(problems, document, "previous_key_id", "previous_key");
        }
        return problems;
    }

    private static void addKey(List<String> problems, Map<String, ?> document, String id, String key) {
        String flaw = Members.flaw(document, id);
        if (flaw != null) {
            problems.add(flaw);
        }
        flaw = Members.flaw(document, key);
        String text = Members.text(document, key);
        if (flaw != null || text == null) {
            problems.add(flaw == null ? key + " is missing" : flaw);
            return;
        }
        try {
            if (Base64.getDecoder().decode(text).length < SHORTEST) {
                problems.add(key + " is too short: make one with openssl rand -base64 32");
            }
        } catch (IllegalArgumentException e) {
            problems.add(key + " is not base64: make one with openssl rand -base64 32");
        }
    }
}
