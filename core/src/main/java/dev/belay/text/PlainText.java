package dev.belay.text;

import java.util.regex.Pattern;

/**
 * Words that people or other systems wrote, made fit for one line of any platform: no control characters, no overrides of the
 * direction of writing, no half characters, and never longer than fits. A platform's own syntax is its adapter's to escape.
 */
public final class PlainText {
    private static final String CUT = "…";

    /** How many times as much is looked at as may stay: what people paste may be long, and blank at first. */
    private static final int LOOKED = 4;

    private static final Pattern SPACES = Pattern.compile("\\s{2,}");

    private PlainText() {}

    /** One line; empty where nothing visible is left. */
    public static String line(String words) {
        StringBuilder plain = new StringBuilder(words.length());
        words.codePoints()
                .map(point -> isBreak(point) ? ' ' : point)
                .filter(PlainText::isShown)
                .forEach(plain::appendCodePoint);
        String line = SPACES.matcher(plain).replaceAll(" ").strip();
        return line.codePoints().allMatch(PlainText::isUnseen) ? "" : line;
    }

    /** One line of at most so many UTF-16 units; what is cut ends with an ellipsis and breaks no character. */
    public static String line(String words, int most) {
        int looked = (int) Math.min(words.length(), (long) LOOKED * most);
        String line = line(words.substring(0, looked));
        return looked == words.length() && line.length() <= most ? line : cut(line, most);
    }

    private static String cut(String line, int most) {
        int end = Math.min(line.length(), most - CUT.length());
        if (end > 0 && Character.isHighSurrogate(line.charAt(end - 1))) {
            end--;
        }
        return line.substring(0, end).stripTrailing() + CUT;
    }

    private static boolean isBreak(int point) {
        return Character.isISOControl(point) || Character.isSpaceChar(point);
    }

    /** What has no width and no ink, such as U+200B: it may stand within words, and is none by itself. */
    private static boolean isUnseen(int point) {
        return point == ' ' || Character.getType(point) == Character.FORMAT;
    }

    /**
     * Overrides, embeddings and isolates of direction turn what stands beside them around (unicode.org/reports/tr36, 2.9), and half a
     * surrogate pair is no character.
     */
    private static boolean isShown(int point) {
        boolean turnsText = (point >= 0x202A && point <= 0x202E) || (point >= 0x2066 && point <= 0x2069);
        boolean isHalf = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
        return !turnsText && !isHalf;
    }
}
