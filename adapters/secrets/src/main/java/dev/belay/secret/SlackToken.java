package dev.belay.secret;

import org.jspecify.annotations.Nullable;

/**
 * Slack's kinds of token by how they begin (docs.slack.dev/authentication/tokens, docs.slack.dev/authentication/using-token-rotation).
 */
final class SlackToken {
    private static final String GIVE = ": give the app's bot token, which begins with xoxb-";

    private SlackToken() {}

    /** What is wrong with a text in the place of a bot token; null when it is one. */
    static @Nullable String flaw(String name, String text) {
        String blemish = Members.blemish(name, text);
        if (blemish != null) {
            return blemish;
        }
        if (text.startsWith("xoxb-") || isRotating(text)) {
            return null;
        }
        String kind = kind(text);
        return name + (kind == null ? " is no bot token" : " is " + kind) + GIVE;
    }

    /** Whether it expires and has a refresh token beside it. */
    static boolean isRotating(String text) {
        return text.startsWith("xoxe.xoxb-");
    }

    static boolean isRefresh(String text) {
        return text.startsWith("xoxe-");
    }

    /** What else of Slack's it is; null when it is nothing that can be told. */
    static @Nullable String kind(String text) {
        if (text.startsWith("xoxb-") || isRotating(text)) {
            return "a bot token";
        }
        if (text.startsWith("xoxp-") || text.startsWith("xoxe.xoxp-")) {
            return "a user token (xoxp-)";
        }
        if (text.startsWith("xapp-")) {
            return "an app-level token (xapp-)";
        }
        if (isRefresh(text)) {
            return "a refresh token (xoxe-)";
        }
        if (text.startsWith("xoxc-") || text.startsWith("xoxd-") || text.startsWith("xoxs-")) {
            return "a token of somebody's browser (" + text.substring(0, 5) + ")";
        }
        return Members.isUrl(text) ? "an address" : null;
    }
}
