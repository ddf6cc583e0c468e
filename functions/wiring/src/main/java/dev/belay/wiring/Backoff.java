package dev.belay.wiring;

import java.time.Duration;

/** How long a message waits before it comes back: what the outside asked for, growing with each try up to half an hour. */
final class Backoff {
    private static final Duration FIRST = Duration.ofSeconds(2);
    private static final Duration LONGEST = Duration.ofMinutes(30);
    private static final Duration SHORTEST = Duration.ofSeconds(1);

    private Backoff() {}

    static Duration delay(Verdict.Wait wait, int received) {
        int doublings = Math.clamp(received - 1L, 0, 10);
        Duration grown = least(FIRST.multipliedBy(1L << doublings), LONGEST);
        Duration asked =
                wait.atLeast().map(a -> a.compareTo(grown) > 0 ? a : grown).orElse(grown);
        Duration capped = wait.atMost().map(limit -> least(asked, limit)).orElse(asked);
        return capped.compareTo(SHORTEST) < 0 ? SHORTEST : capped;
    }

    private static Duration least(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }
}
