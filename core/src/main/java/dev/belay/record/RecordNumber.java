package dev.belay.record;

import java.util.Locale;
import java.util.Optional;

/**
 * The number by which people know a record, e.g. {@code INC0010023}: a prefix that an administrator chose, and digits. Nothing else
 * ever enters a query: the constructor throws {@link IllegalArgumentException}.
 */
public record RecordNumber(String value) {
    private static final int LONGEST = 40;
    private static final int FEWEST_DIGITS = 3;

    public RecordNumber {
        if (!isNumber(value)) {
            throw new IllegalArgumentException("a record's number has upper-case letters and then digits");
        }
    }

    /** As somebody wrote it, in whatever case; none where it is no number of a record. */
    public static Optional<RecordNumber> of(String written) {
        String upper = written.toUpperCase(Locale.ROOT);
        return isNumber(upper) ? Optional.of(new RecordNumber(upper)) : Optional.empty();
    }

    private static boolean isNumber(String text) {
        int digits = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean digit = c >= '0' && c <= '9';
            if (!digit && (c < 'A' || c > 'Z')) {
                return false;
            }
            digits = digit ? digits + 1 : 0;
        }
        return digits >= FEWEST_DIGITS && digits < text.length() && text.length() <= LONGEST;
    }

    @Override
    public String toString() {
        return value;
    }
}
