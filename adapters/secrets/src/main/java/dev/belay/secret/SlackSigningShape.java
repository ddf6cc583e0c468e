package dev.belay.secret;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code {"signing_secret", "previous_signing_secret"?}}: the second one only while it is being rotated. */
public final class SlackSigningShape {
    private SlackSigningShape() {}

    /** What keeps it from being used; never a value. */
    public static List<String> problems(Map<String, ?> document) {
        List<String> problems = new ArrayList<>();
        add(problems, flaw(document, "signing_secret"));
        if (Members.text(document, "previous_signing_secret") != null) {
            add(problems, flaw(document, "previous_signing_secret"));
        }
        return problems;
    }

    private static void add(List<String> problems, @Nullable String flaw) {
        if (flaw != null) {
            problems.add(flaw);
        }
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
                : name + " is " + kind + ": give the app's Signing Secret, under Basic Information in its settings";
    }
}
