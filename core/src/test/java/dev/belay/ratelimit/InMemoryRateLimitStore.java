package dev.belay.ratelimit;

import dev.belay.delivery.Delivery.Urgency;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Rate limits kept in memory. */
public final class InMemoryRateLimitStore implements RateLimitStore {
    private record Key(String token, String method) {}

    private record Line(Key key, Urgency urgency) {}

    private record Place(Key key, String waiter) {}

    private final Map<Key, Instant> holds = new HashMap<>();
    private final Map<Line, Instant> lines = new HashMap<>();
    private final Map<Place, Instant> places = new HashMap<>();
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

    @Override
    public synchronized Optional<Instant> lineEnd(String token, String method, Urgency urgency) {
        return lines(new Key(token, method), urgency)
                .max(Instant::compareTo)
                .filter(end -> end.isAfter(clock.instant()));
    }

    @Override
    public synchronized Instant reserve(String token, String method, Waiter waiter, Duration spacing) {
        Key key = new Key(token, method);
        return places.computeIfAbsent(new Place(key, waiter.id()), _ -> {
            Instant free = Stream.concat(
                            Stream.of(clock.instant(), holds.getOrDefault(key, Instant.MIN)),
                            lines(key, waiter.urgency()))
                    .max(Instant::compareTo)
                    .orElseThrow();
            lines.put(new Line(key, waiter.urgency()), free.plus(spacing));
            return free;
        });
    }

    @Override
    public synchronized void leave(String token, String method, Waiter waiter) {
        places.remove(new Place(new Key(token, method), waiter.id()));
    }

    private Stream<Instant> lines(Key key, Urgency urgency) {
        Stream<Urgency> before =
                switch (urgency) {
                    case FIRST -> Stream.of(Urgency.FIRST);
                    case REST -> Stream.of(Urgency.values());
                };
        return before.flatMap(each -> Stream.ofNullable(lines.get(new Line(key, each))));
    }
}
