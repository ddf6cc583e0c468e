package dev.belay.platform;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Whether a text speaks of a record: by a word of its own, since INC00100231 is another record than INC0010023. */
public final class Mentions {
    /** What stands between words where a text was encoded: {@code %3D} in a link, {@code \\n} in JSON. */
    private static final Pattern ENCODED = Pattern.compile("%[0-9A-Fa-f]{2}|\\\\+(?:u[0-9A-Fa-f]{4}|[bfnrt])");

    private Mentions() {}

    /** @param words of letters and digits, in whatever case */
    public static boolean in(String text, List<String> words) {
        String plain = ENCODED.matcher(text).replaceAll(" ").toUpperCase(Locale.ROOT);
        return words.stream().anyMatch(word -> stands(plain, word.toUpperCase(Locale.ROOT)));
    }

    private static boolean stands(String text, String word) {
        for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
            int end = at + word.length();
            if (isBorder(text, at - 1) && isBorder(text, end)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isBorder(String text, int at) {
        return at < 0 || at >= text.length() || !Character.isLetterOrDigit(text.charAt(at));
    }
}
