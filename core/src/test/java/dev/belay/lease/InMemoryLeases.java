package dev.belay.lease;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Leases kept in memory. */
public final class InMemoryLeases implements Leases {
    private record Lease(String holder, Instant until) {}

    private final Map<String, Lease> leases = new HashMap<>();
    private final Clock clock;

    public InMemoryLeases(Clock clock) {
        this.clock = clock;
    }

    @Override
    public synchronized Optional<Duration> acquire(String name, String holder, Duration length) {
        Instant now = clock.instant();
        Optional<Duration> left = Optional.ofNullable(leases.get(name))
                .filter(lease -> !lease.holder().equals(holder) && lease.until().isAfter(now))
                .map(lease -> Duration.between(now, lease.until()));
        if (left.isEmpty()) {
            leases.put(name, new Lease(holder, now.plus(length)));
        }
        return left;
    }

    @Override
    public synchronized void release(String name, String holder) {
        leases.computeIfPresent(name, (_, lease) -> lease.holder().equals(holder) ? null : lease);
    }
}
