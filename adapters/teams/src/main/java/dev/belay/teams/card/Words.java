package dev.belay.teams.card;

/** Words of a record or a person made fit for Teams: on one line, never more than fits, and no template of their own. */
final class Words {
    private static final String CUT = "…";

    private Words() {}

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

    /** Half a surrogate pair is no character; two braces begin a date function (adaptivecards.io, text features). */
    private static String printable(String words) {
        StringBuilder plain = new StringBuilder();
        words.codePoints()
                .map(point -> Character.isISOControl(point) ? ' ' : point)
                .filter(point -> point < Character.MIN_SURROGATE || point > Character.MAX_SURROGATE)
                .forEach(plain::appendCodePoint);
        String line =
                plain.toString().replaceAll(" {2,}", " ").replace("{{", "{ {").strip();
        return line.isEmpty() ? "-" : line;
    }
}
