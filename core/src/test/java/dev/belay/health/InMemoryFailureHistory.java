package dev.belay.health;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;

/** Failures, as long as the process lives. */
public final class InMemoryFailureHistory implements FailureHistory {
    private final Map<String, FailureStreak> streaks = new HashMap<>();
    private final Clock clock;

    public InMemoryFailureHistory(Clock clock) {
        this.clock = clock;
    }

    @Override
    public FailureStreak record(String messageId) {
        return streaks.merge(
                messageId,
                new FailureStreak(clock.instant(), 1),
                (before, _) -> new FailureStreak(before.since(), before.times() + 1));
    }
}
