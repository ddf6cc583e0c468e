package dev.belay.worker;

import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * How long a message waits before it is retried. A wait that was named, such as a rate limit's or a lease's, lasts just that long;
 * only failures of unknown length grow an exponential back-off. Both with jitter, so that messages that failed together do not come
 * back together.
 */
final class Backoff {
    private static final Duration FIRST = Duration.ofSeconds(2);
    private static final Duration LONGEST = Duration.ofMinutes(30);
    private static final Duration LONGEST_WHILE_YOUNG = Duration.ofMinutes(1);
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration MOST_JITTER = Duration.ofSeconds(2);

    private final RandomGenerator random;

    Backoff(RandomGenerator random) {
        this.random = random;
    }

    /** Until a place in line: the places are apart already. */
    static Duration exactly(Duration wait) {
        return most(wait, SHORTEST);
    }

    /** A named wait, and up to a tenth of it more. */
    Duration named(Duration wait, Optional<Duration> atMost) {
        Duration jitter = least(wait.dividedBy(10), MOST_JITTER);
        return bounded(wait.plus(part(jitter)), atMost);
    }

    /**
     * After a failure of unknown length.
     *
     * @param failures how often the message failed so by now
     * @param age of the message: while it is young somebody waits for it
     */
    Duration grown(long failures, Duration age, Optional<Duration> atMost) {
        int doublings = Math.clamp(failures - 1, 0, 10);
        Duration backoff = least(FIRST.multipliedBy(1L << doublings), longest(age));
        Duration half = backoff.dividedBy(2);
        return bounded(half.plus(part(half)), atMost);
    }

    /** While nothing is tried at all. */
    Duration paused(Duration age) {
        return grown(Integer.MAX_VALUE, age, Optional.empty());
    }

    private static Duration longest(Duration age) {
        return least(most(age.dividedBy(4), LONGEST_WHILE_YOUNG), LONGEST);
    }

    private static Duration bounded(Duration wait, Optional<Duration> atMost) {
        Duration capped = atMost.map(most -> least(wait, most)).orElse(wait);
        return most(capped, SHORTEST);
    }

    private Duration part(Duration of) {
        return of.isPositive() ? Duration.ofMillis(random.nextLong(of.toMillis() + 1)) : Duration.ZERO;
    }

    private static Duration least(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }

    private static Duration most(Duration a, Duration b) {
        return a.compareTo(b) > 0 ? a : b;
    }
}
