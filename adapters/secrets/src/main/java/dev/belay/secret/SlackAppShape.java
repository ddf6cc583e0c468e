package dev.belay.secret;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code {"client_id", "client_secret"}} of the Slack app, under Basic Information in its settings. */
public final class SlackAppShape {
    private static final String ID = "client_id";
    private static final String SECRET = "client_secret";

    private SlackAppShape() {}

    /** What keeps it from being used; never a value. */
    public static List<String> problems(Map<String, ?> document) {
        List<String> problems = new ArrayList<>();
        add(problems, flaw(document, ID));
        add(problems, flaw(document, SECRET));
        String id = Members.text(document, ID);
        String secret = Members.text(document, SECRET);
        if (id != null && problems.isEmpty() && !isClientId(id)) {
            problems.add("client_id is no client id: give the app's Client ID, two numbers with a dot between them");
        }
        if (secret != null && problems.isEmpty() && isClientId(secret)) {
            problems.add(
                    "client_secret is a client id: give the app's Client Secret, under Basic Information in its settings");
        }
        return problems;
    }

    private static @Nullable String flaw(Map<String, ?> document, String name) {
        String flaw = Members.flaw(document, name);
        String text = Members.text(document, name);
        if (flaw != null || text == null) {
            return flaw;
        }
        String kind = SlackToken.kind(text);
        return kind == null
                ? null
                : name + " is " + kind
                        + ": give the app's Client ID and Client Secret, under Basic Information in its settings";
    }

    /** Two numbers with a dot between them (docs.slack.dev/reference/methods/oauth.v2.access). */
    private static boolean isClientId(String text) {
        int dot = text.indexOf('.');
        return dot > 0 && areDigits(text, 0, dot) && areDigits(text, dot + 1, text.length());
    }

    private static boolean areDigits(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return from < to;
    }

    private static void add(List<String> problems, @Nullable String flaw) {
        if (flaw != null) {
            problems.add(flaw);
        }
    }
}
