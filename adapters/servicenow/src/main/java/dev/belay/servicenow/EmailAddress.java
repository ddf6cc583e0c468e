package dev.belay.servicenow;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** An e-mail address so plain that it may stand in a query. */
record EmailAddress(String value) {
    private static final int LONGEST = 100;
    private static final Pattern PLAIN =
            Pattern.compile("[A-Za-z0-9][A-Za-z0-9._%+'&/~-]*@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+");

    EmailAddress {
        if (!plain(value)) {
            throw new IllegalArgumentException("not a plain e-mail address");
        }
    }

    static Optional<EmailAddress> of(String text) {
        return plain(text) ? Optional.of(new EmailAddress(text)) : Optional.empty();
    }

    EmailAddress lowerCase() {
        return new EmailAddress(value.toLowerCase(Locale.ROOT));
    }

    boolean sameAs(String other) {
        return value.equalsIgnoreCase(other.strip());
    }

    private static boolean plain(String text) {
        return text.length() <= LONGEST && PLAIN.matcher(text).matches();
    }
}
