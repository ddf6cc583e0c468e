package dev.belay.simulator.slack.workspace;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Words as Slack keeps and returns them: {@code &}, {@code <} and {@code >} as entities, save in what is a link, a mention or a command
 * (docs.slack.dev/messaging/formatting-message-text, "Escaping text"). What was sent as an entity stays one.
 */
public final class Escaped {
    private static final Pattern PART = Pattern.compile(
            "(?<kept><(?:[@#!][^<>\\s][^<>]*|(?:https?|mailto|tel|slack):[^<>]+)>|&(?:amp|lt|gt);)|(?<bare>[&<>])");

    private static final Pattern LINK =
            Pattern.compile("(?<![<|])(?:\\[(?<label>[^\\[\\]<>|]+)]\\((?<to>https?://[^\\s()<>|]+)\\)"
                    + "|(?<bare>https?://[^\\s()<>|]+))");

    private Escaped() {}

    public static String of(String words) {
        return PART.matcher(words).replaceAll(part -> {
            String kept = part.group("kept");
            return Matcher.quoteReplacement(kept == null ? entity(part.group("bare")) : kept);
        });
    }

    /**
     * What a person typed, as Slack's client sends it: a link with a label, written as in Markdown, and a bare address become links.
     */
    public static String typed(String words) {
        return of(LINK.matcher(words).replaceAll(link -> {
            String to = link.group("to") == null ? link.group("bare") : link.group("to");
            String label = link.group("label") == null ? "" : "|" + link.group("label");
            return Matcher.quoteReplacement("<" + to.replace("&", "&amp;") + label + ">");
        }));
    }

    /** The words as a person sees them where nothing is formatted. */
    public static String read(String escaped) {
        return escaped.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    }

    private static String entity(String bare) {
        return switch (bare) {
            case "&" -> "&amp;";
            case "<" -> "&lt;";
            default -> "&gt;";
        };
    }
}
