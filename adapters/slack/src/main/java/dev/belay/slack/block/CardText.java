package dev.belay.slack.block;

import dev.belay.text.PlainText;
import java.util.regex.Pattern;

/** Words of a record or a person made fit for Slack: never more than fits, and never a mention, a link or a command of their own. */
final class CardText {
    private static final String CUT = "…";

    /** Slack refuses empty texts. */
    private static final String NOTHING = "-";

    /** How a mention of a person, a channel or everyone begins, and a link (docs.slack.dev/messaging/formatting-message-text). */
    private static final Pattern SYNTAX = Pattern.compile("<(?=[@!#]|[A-Za-z]+:)");

    private CardText() {}

    /** At most so many characters. */
    static String cut(String words, int most) {
        String plain = PlainText.line(words, most);
        return plain.isEmpty() ? NOTHING : plain;
    }

    /**
     * For a topic: no mention and no command is left in it, whether or not Slack reads them there. What is not shown is left out
     * first, since it may stand within one.
     */
    static String withoutSyntax(String words, int most) {
        return cut(SYNTAX.matcher(PlainText.line(words, most)).replaceAll("< "), most);
    }

    /**
     * Escaped for mrkdwn, at most so many characters; {@code &}, {@code <} and {@code >} are all that needs it
     * (docs.slack.dev/messaging/formatting-message-text).
     */
    static String escaped(String words, int most) {
        String plain = printable(words);
        StringBuilder escaped = new StringBuilder();
        for (int i = 0; i < plain.length(); ) {
            int point = plain.codePointAt(i);
            String next = escaped(point);
            boolean last = i + Character.charCount(point) == plain.length();
            if (escaped.length() + next.length() + (last ? 0 : CUT.length()) > most) {
                return escaped.append(CUT).toString();
            }
            escaped.append(next);
            i += Character.charCount(point);
        }
        return escaped.toString();
    }

    /** The same for a part of a line, which keeps a space at its end or its beginning. */
    static String inLine(String words, int most) {
        String escaped = escaped(words, most);
        return (words.startsWith(" ") ? " " : "") + escaped + (words.endsWith(" ") ? " " : "");
    }

    /** A link to an address of ours. */
    static String link(String url, String label) {
        String address = url.replace("&", "&amp;")
                .replace("<", "%3C")
                .replace(">", "%3E")
                .replace("|", "%7C");
        return "<" + address + "|" + escaped(label, 200) + ">";
    }

    private static String escaped(int point) {
        return switch (point) {
            case '&' -> "&amp;";
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            default -> Character.toString(point);
        };
    }

    private static String printable(String words) {
        String plain = PlainText.line(words);
        return plain.isEmpty() ? NOTHING : plain;
    }
}
