package dev.belay.worker;

import java.time.Duration;

/** How long a message waits before it is retried: exponential back-off up to half an hour, within what its disposition asks. */
final class Backoff {
    private static final Duration FIRST = Duration.ofSeconds(2);
    private static final Duration LONGEST = Duration.ofMinutes(30);
    private static final Duration SHORTEST = Duration.ofSeconds(1);

    private Backoff() {}

    /**
     * @param received how often the message was delivered by now
     */
    static Duration delay(Disposition.RetryLater retry, int received) {
        int doublings = Math.clamp(received - 1L, 0, 10);
        Duration backoff = least(FIRST.multipliedBy(1L << doublings), LONGEST);
        Duration asked = retry.atLeast().map(least -> most(least, backoff)).orElse(backoff);
        Duration capped = retry.atMost().map(most -> least(asked, most)).orElse(asked);
        return most(capped, SHORTEST);
    }

    private static Duration least(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }

    private static Duration most(Duration a, Duration b) {
        return a.compareTo(b) > 0 ? a : b;
    }
}
