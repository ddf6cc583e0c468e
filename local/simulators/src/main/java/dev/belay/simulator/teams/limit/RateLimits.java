package dev.belay.simulator.teams.limit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.OptionalInt;

/** Counts calls in sliding windows, by the clock that it was given. */
public final class RateLimits {
    private final Clock clock;
    private final Map<String, Deque<Instant>> taken = new HashMap<>();

    private record Place(Limit limit, String what) {}

    private final Map<Place, Integer> passed = new HashMap<>();
    private boolean on = true;

    public RateLimits(Clock clock) {
        this.clock = clock;
    }

    /** Whether calls are refused from now on, when the windows are empty; they are counted all the same. */
    public synchronized void enforce(boolean enforced) {
        on = enforced;
        taken.clear();
    }

    /**
     * Takes one call.
     *
     * @param what the thread, channel or tenant that is limited as a whole
     * @return none when it may pass, else the seconds to wait
     */
    public synchronized OptionalInt take(Limit limit, String what) {
        Instant now = clock.instant();
        Deque<Instant> calls = taken.computeIfAbsent(limit + " " + what, key -> new ArrayDeque<>());
        int wait = limit.windows().stream()
                .mapToInt(window -> wait(calls, window, now))
                .max()
                .orElse(0);
        if (wait > 0 && on) {
            return OptionalInt.of(wait);
        }
        calls.addLast(now);
        passed.merge(new Place(limit, what), 1, Integer::sum);
        forget(calls, now.minusSeconds(limit.windows().getLast().seconds()));
        return OptionalInt.empty();
    }

    /**
     * How long the calls that passed take at their limits, by the one that takes longest: the calls divided by each limit that
     * they are more than.
     */
    public synchronized Duration leastTime() {
        return passed.entrySet().stream()
                .flatMap(one -> one.getKey().limit().windows().stream()
                        .filter(window -> one.getValue() > window.most())
                        .map(window -> Duration.ofSeconds(window.seconds())
                                .multipliedBy(one.getValue())
                                .dividedBy(window.most())))
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }

    private static void forget(Deque<Instant> calls, Instant before) {
        while (!calls.isEmpty() && calls.getFirst().isBefore(before)) {
            calls.removeFirst();
        }
    }

    /** How long until the call that is one too many falls out of the window; 0 where none is. */
    private static int wait(Deque<Instant> calls, Limit.Window window, Instant now) {
        Instant from = now.minusSeconds(window.seconds());
        int counted = 0;
        for (Iterator<Instant> latest = calls.descendingIterator(); latest.hasNext(); ) {
            Instant call = latest.next();
            if (!call.isAfter(from)) {
                return 0;
            }
            counted++;
            if (counted == window.most()) {
                Duration left = Duration.between(from, call);
                return (int) Math.max(1, Math.ceilDiv(left.toMillis(), 1000L));
            }
        }
        return 0;
    }
}
