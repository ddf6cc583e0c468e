package dev.belay.secret;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One workspace's token, {@code {"bot_token", "refresh_token"?, "expires_at"?}}, or those of several, {@code {"<team id>": "xoxb-…"}}.
 * A token that rotates has its refresh token beside it, so it stands in a secret of its own.
 */
public final class SlackTokenShape {
    private static final String BOT_TOKEN = "bot_token";
    private static final String REFRESH_TOKEN = "refresh_token";
    private static final String EXPIRES_AT = "expires_at";

    private SlackTokenShape() {}

    /** What keeps it from being used; never a value. */
    public static List<String> problems(Map<String, ?> document) {
        List<String> problems = new ArrayList<>();
        if (isOfOneWorkspace(document)) {
            addPair(problems, document);
            return problems;
        }
        if (document.isEmpty()) {
            problems.add("bot_token is missing");
        }
        for (String name : document.keySet()) {
            addEntry(problems, document, name);
        }
        return problems;
    }

    /** Whether the secret of this id is about this workspace: it is named by it, or is a list that has it. */
    public static boolean isAbout(Map<String, ?> document, String id, String workspace) {
        return SecretIds.isOf(id, workspace) || (!isOfOneWorkspace(document) && document.containsKey(workspace));
    }

    /** What keeps one workspace's token from being used; another's mistake in the same list is not its own. */
    public static List<String> problems(Map<String, ?> document, String workspace) {
        if (isOfOneWorkspace(document) || !document.containsKey(workspace)) {
            return problems(document);
        }
        List<String> problems = new ArrayList<>();
        addEntry(problems, document, workspace);
        return problems;
    }

    /**
     * The token of a workspace.
     *
     * @return null where the document has none
     */
    public static @Nullable String token(Map<String, ?> document, String workspace) {
        return Members.text(document, isOfOneWorkspace(document) ? BOT_TOKEN : workspace);
    }

    /** When a token ends that rotates, as the document says; none for one that does not, or where it cannot be read. */
    public static Optional<Instant> rotatesAt(Map<String, ?> document) {
        String end = Members.text(document, REFRESH_TOKEN) == null ? null : Members.text(document, EXPIRES_AT);
        try {
            return end == null ? Optional.empty() : Optional.of(Instant.parse(end));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** Whether it is one workspace's pair of a token that rotates and the refresh token that gives the next one. */
    public static boolean isPair(Map<String, ?> document) {
        String token = Members.text(document, BOT_TOKEN);
        return token != null && SlackToken.isRotating(token);
    }

    /** Whether it is one workspace's, which its name tells, and no list. */
    public static boolean isOfOneWorkspace(Map<String, ?> document) {
        return document.containsKey(BOT_TOKEN) || document.containsKey(REFRESH_TOKEN);
    }

    /** Whether it is a workspace's id, or an organization's. */
    public static boolean isWorkspace(String id) {
        if (id.length() < 2 || (id.charAt(0) != 'T' && id.charAt(0) != 'E')) {
            return false;
        }
        for (int i = 0; i < id.length(); i++) {
            char c = id.charAt(i);
            if ((c < 'A' || c > 'Z') && (c < '0' || c > '9')) {
                return false;
            }
        }
        return true;
    }

    static List<String> remarks(Map<String, ?> document) {
        return isOfOneWorkspace(document) ? Members.unknown(document, BOT_TOKEN, REFRESH_TOKEN, EXPIRES_AT) : List.of();
    }

    private static void addEntry(List<String> problems, Map<String, ?> document, String name) {
        if (!isWorkspace(name)) { // it may be the secret itself, in the wrong place
            problems.add("an entry is not named by a workspace's id, such as T01ACME");
            return;
        }
        String text = Members.text(document, name);
        String flaw = text == null ? Members.flaw(document, name) : SlackToken.flaw(name, text);
        if (flaw != null) {
            problems.add(flaw);
        } else if (text != null && SlackToken.isRotating(text)) {
            problems.add(name + " is a token that rotates, and its refresh token is missing: store both as"
                    + " {\"bot_token\", \"refresh_token\", \"expires_at\"} in a secret of its own");
        }
    }

    private static void addPair(List<String> problems, Map<String, ?> document) {
        String token = Members.text(document, BOT_TOKEN);
        String flaw = token == null ? Members.flaw(document, BOT_TOKEN) : SlackToken.flaw(BOT_TOKEN, token);
        if (flaw != null) {
            problems.add(flaw);
        }
        boolean rotates = token != null && SlackToken.isRotating(token);
        String refresh = Members.text(document, REFRESH_TOKEN);
        if (refresh != null && !SlackToken.isRefresh(refresh)) {
            String kind = SlackToken.kind(refresh);
            problems.add("refresh_token is " + (kind == null ? "no refresh token" : kind)
                    + ": give the one that came with the bot token, which begins with xoxe-");
        } else if (refresh != null) {
            add(problems, Members.blemish(REFRESH_TOKEN, refresh));
        } else if (rotates) {
            problems.add("bot_token rotates (xoxe.xoxb-), and its refresh_token is missing: store the pair, or it ends"
                    + " within twelve hours for good");
        }
        if (rotates || Members.text(document, EXPIRES_AT) != null) {
            add(problems, end(document));
        }
    }

    private static @Nullable String end(Map<String, ?> document) {
        String end = Members.text(document, EXPIRES_AT);
        try {
            if (end != null) {
                Instant.parse(end);
                return null;
            }
        } catch (DateTimeParseException e) {
            return "expires_at is no moment such as 2027-01-31T12:00:00Z";
        }
        return "expires_at is missing: say when bot_token expires, such as 2027-01-31T12:00:00Z";
    }

    private static void add(List<String> problems, @Nullable String flaw) {
        if (flaw != null) {
            problems.add(flaw);
        }
    }
}
