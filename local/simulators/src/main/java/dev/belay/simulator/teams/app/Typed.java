package dev.belay.simulator.teams.app;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a person typed, as Teams' client makes a message of it: a link with a label, written as in Markdown, and a bare address become
 * links. The text of an activity keeps the label alone; its HTML has the address too.
 */
record Typed(String words) {
    private static final Pattern LINK =
            Pattern.compile("\\[(?<label>[^\\[\\]]+)]\\((?<to>https?://[^\\s()<>]+)\\)|(?<bare>https?://[^\\s()<>]+)");

    /** As an activity bears it. */
    String text() {
        return LINK.matcher(words)
                .replaceAll(link -> Matcher.quoteReplacement(
                        link.group("label") == null ? link.group("bare") : link.group("label")));
    }

    /** The same as HTML, without the block around it; mentions stand there as they were typed. */
    String html() {
        StringBuilder html = new StringBuilder();
        Matcher link = LINK.matcher(words);
        int from = 0;
        while (link.find()) {
            html.append(escaped(words.substring(from, link.start())));
            String to = link.group("to") == null ? link.group("bare") : link.group("to");
            String label = link.group("label") == null ? to : link.group("label");
            html.append("<a href=\"").append(escaped(to)).append("\" rel=\"noreferrer noopener\" title=\"");
            html.append(escaped(to))
                    .append("\" target=\"_blank\">")
                    .append(escaped(label))
                    .append("</a>");
            from = link.end();
        }
        return html.append(escaped(words.substring(from))).toString().replace("\n", "<br>");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
