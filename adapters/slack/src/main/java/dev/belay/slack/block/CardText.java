package dev.belay.slack.block;

/** Words of a record or a person made fit for Slack: never more than fits, and never a mention, a link or a command of their own. */
final class CardText {
    private static final String CUT = "…";

    private CardText() {}

    /** At most so many characters, cut between characters that people see as one code point. */
    static String cut(String words, int most) {
        String plain = printable(words);
        if (plain.length() <= most) {
            return plain;
        }
        int end = most - CUT.length();
        if (Character.isHighSurrogate(plain.charAt(end - 1))) {
            end--;
        }
        return plain.substring(0, end) + CUT;
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

    /** Slack refuses empty texts; control characters have no place in one line. */
    private static String printable(String words) {
        String plain = words.replaceAll("\\p{Cntrl}+", " ").strip();
        return plain.isEmpty() ? "-" : plain;
    }
}
