package dev.belay.inbound;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What came, kept in memory. */
public final class InMemoryReceivedEvents implements ReceivedEvents {
    private final Map<String, Instant> newest = new HashMap<>();
    private final Map<String, Instant> watched = new HashMap<>();
    private final Clock clock;

    public InMemoryReceivedEvents(Clock clock) {
        this.clock = clock;
    }

    @Override
    public synchronized void accepted(String instance, Instant at) {
        newest.merge(instance, at, (before, now) -> now.isAfter(before.plus(GRAIN)) ? now : before);
    }

    @Override
    public synchronized Reception of(String instance) {
        return new Reception(
                Optional.ofNullable(newest.get(instance)), watched.computeIfAbsent(instance, _ -> clock.instant()));
    }
}
