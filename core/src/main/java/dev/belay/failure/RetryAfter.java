package dev.belay.failure;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** What the header {@code Retry-After} asks for: seconds, or a date (RFC 9110, section 10.2.3). */
public final class RetryAfter {
    /** More is not believed: a worker would be lame for good. */
    private static final Duration LONGEST = Duration.ofHours(1);

    private static final int MOST_DIGITS = 9;

    private RetryAfter() {}

    /**
     * @param header the header's value
     * @return none when it is neither form; never negative, at most an hour
     */
    public static Optional<Duration> of(String header, Instant now) {
        String value = header.strip();
        boolean digits = !value.isEmpty() && value.chars().allMatch(c -> c >= '0' && c <= '9');
        return digits
                ? Optional.of(bounded(seconds(value)))
                : date(value).map(at -> bounded(Duration.between(now, at)));
    }

    private static Duration seconds(String digits) {
        return digits.length() > MOST_DIGITS ? LONGEST : Duration.ofSeconds(Long.parseLong(digits));
    }

    private static Optional<Instant> date(String value) {
        try {
            return Optional.of(ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private static Duration bounded(Duration wait) {
        if (wait.isNegative()) {
            return Duration.ZERO;
        }
        return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
    }
}
