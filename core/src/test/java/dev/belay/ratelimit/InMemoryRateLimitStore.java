package dev.belay.ratelimit;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Rate limits kept in memory. */
public final class InMemoryRateLimitStore implements RateLimitStore {
    private record Key(String token, String method) {}

    private final Map<Key, Instant> holds = new HashMap<>();
    private final Clock clock;

    public InMemoryRateLimitStore(Clock clock) {
        this.clock = clock;
    }

    @Override
    public synchronized Optional<Instant> notBefore(String token, String method) {
        return Optional.ofNullable(holds.get(new Key(token, method))).filter(until -> until.isAfter(clock.instant()));
    }

    @Override
    public synchronized void hold(String token, String method, Instant until) {
        holds.merge(new Key(token, method), until, (before, now) -> now.isAfter(before) ? now : before);
    }
}
