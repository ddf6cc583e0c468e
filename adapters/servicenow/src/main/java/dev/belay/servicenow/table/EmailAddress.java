package dev.belay.servicenow.table;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * An e-mail address that may stand in a query: it holds none of the characters by which an encoded query is put together, nor
 * one that cannot be seen.
 */
public record EmailAddress(String value) {
    /** What an address may have before the end of the line (RFC 5321, 4.5.3.1.3). */
    private static final int LONGEST = 254;

    /** Enough to leave next to nobody else, and short enough for a URL. */
    private static final int MOST_PARTS = 10;

    /** What an address may hold beside letters and digits, and an encoded query gives no meaning to within a value. */
    private static final String HARMLESS = "._%+'&/~-!#$*?`{|}";

    public EmailAddress {
        if (!isHarmless(value)) {
            throw new IllegalArgumentException("not an e-mail address that can be asked for");
        }
    }

    /** The address, without blanks around it and without dots at its end; none where it cannot be asked for. */
    public static Optional<EmailAddress> of(String text) {
        String address = composed(trimmed(text));
        return isHarmless(address) ? Optional.of(new EmailAddress(address)) : Optional.empty();
    }

    /**
     * The address in a spelling that no directory has: a user whose address is found by it shows that case does not count in the
     * column.
     */
    public EmailAddress oddlySpelled() {
        String lower = value.toLowerCase(Locale.ROOT);
        String odd = lower.substring(0, lower.length() - 1)
                + lower.substring(lower.length() - 1).toUpperCase(Locale.ROOT);
        return sameAs(odd) && isHarmless(odd) ? new EmailAddress(odd) : this;
    }

    /**
     * Parts of the address, the first ones first, each in every case: whoever has the address has each part in one of them. A part
     * is two letters or digits of ASCII that stand together, which mean nothing in a query.
     */
    List<Set<String>> partsInEveryCase() {
        List<Set<String>> parts = new ArrayList<>();
        for (int i = 0; i + 1 < value.length() && parts.size() < MOST_PARTS; i++) {
            if (isPlain(value.charAt(i)) && isPlain(value.charAt(i + 1))) {
                parts.add(inEveryCase(value.charAt(i), value.charAt(i + 1)));
                i++;
            }
        }
        return parts;
    }

    private static Set<String> inEveryCase(char first, char second) {
        Set<String> all = new LinkedHashSet<>();
        for (char a : new char[] {Character.toLowerCase(first), Character.toUpperCase(first)}) {
            for (char b : new char[] {Character.toLowerCase(second), Character.toUpperCase(second)}) {
                all.add("" + a + b);
            }
        }
        return all;
    }

    private static boolean isPlain(char c) {
        return c < 0x80 && Character.isLetterOrDigit(c);
    }

    /**
     * Whether this is the same address, whatever the case of its letters. A letter outside ASCII is never one of ASCII: the
     * Kelvin sign is no k, nor a dotless i an i, though Java's own comparison takes them for it.
     */
    public boolean sameAs(String other) {
        return folded(value).equals(folded(composed(trimmed(other))));
    }

    /** In composed form, unless that would make an ASCII character of another one. */
    private static String composed(String text) {
        return text.codePoints().anyMatch(EmailAddress::becomesAscii)
                ? text
                : Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    private static boolean becomesAscii(int c) {
        return c >= 0x80
                && Normalizer.normalize(Character.toString(c), Normalizer.Form.NFC)
                                .codePointAt(0)
                        < 0x80;
    }

    private static String folded(String text) {
        StringBuilder folded = new StringBuilder();
        text.codePoints().forEach(c -> {
            int lower = Character.toLowerCase(c);
            folded.appendCodePoint(c >= 0x80 && lower < 0x80 ? c : lower);
        });
        return folded.toString();
    }

    private static String trimmed(String text) {
        int from = 0;
        int end = text.length();
        while (from < end && text.charAt(from) == ' ') {
            from++;
        }
        while (end > from && (text.charAt(end - 1) == ' ' || text.charAt(end - 1) == '.')) {
            end--;
        }
        return text.substring(from, end);
    }

    private static boolean isHarmless(String text) {
        int at = text.indexOf('@');
        return text.length() <= LONGEST
                && at > 0
                && at == text.lastIndexOf('@')
                && isDomain(text.substring(at + 1))
                && text.codePoints().allMatch(c -> c == '@' || isPart(c));
    }

    private static boolean isDomain(String text) {
        int dot = text.indexOf('.');
        return dot > 0 && !text.contains("..") && !text.endsWith(".");
    }

    private static boolean isPart(int c) {
        return Character.isLetterOrDigit(c)
                || Character.getType(c) == Character.NON_SPACING_MARK
                || (c < 0x80 && HARMLESS.indexOf(c) >= 0);
    }
}
