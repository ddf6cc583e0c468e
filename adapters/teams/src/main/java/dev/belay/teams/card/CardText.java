package dev.belay.teams.card;

import java.util.regex.Pattern;

/** Words of a record or a person made fit for Teams: on one line, never more than fits, and no template of their own. */
final class CardText {
    private static final String CUT = "…";

    /** How many times as much is looked at as may stay: what people paste may be long, and blank at first. */
    private static final int LOOKED = 4;

    private static final Pattern SPACES = Pattern.compile(" {2,}");
    private static final Pattern BRACES = Pattern.compile("\\{(?=\\{)");

    private CardText() {}

    /** At most so many characters, cut between characters that people see as one code point. */
    static String cut(String words, int most) {
        int looked = Math.min(words.length(), LOOKED * most);
        String plain = printable(words.substring(0, looked));
        if (plain.length() <= most && looked == words.length()) {
            return plain;
        }
        int end = Math.min(plain.length(), most - CUT.length());
        if (end > 0 && Character.isHighSurrogate(plain.charAt(end - 1))) {
            end--;
        }
        return plain.substring(0, end) + CUT;
    }

    /** Half a surrogate pair is no character; two braces begin a date function (adaptivecards.io, text features). */
    private static String printable(String words) {
        StringBuilder plain = new StringBuilder();
        words.codePoints()
                .map(point -> Character.isISOControl(point) ? ' ' : point)
                .filter(point -> point < Character.MIN_SURROGATE || point > Character.MAX_SURROGATE)
                .forEach(plain::appendCodePoint);
        String line = SPACES.matcher(plain).replaceAll(" ");
        String still = BRACES.matcher(line).replaceAll("{ ").strip();
        return still.isEmpty() ? "-" : still;
    }
}
