package dev.belay.simulator.pagerduty.limit;

import dev.belay.simulator.http.Response;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Counts requests by the minute: 960 for each token, and for single operations as many as a test says. Every answer that was counted
 * bears the budget that is closest to its end (PagerDuty/developer-docs, REST-API/04-Rate-Limits).
 */
public final class RateLimits {
    /** What a token may ask in a minute. */
    public static final int PER_TOKEN = 960;

    private static final Duration WINDOW = Duration.ofMinutes(1);

    /**
     * What is left of a budget.
     *
     * @param reset in seconds
     */
    public record Left(int limit, int remaining, int reset, boolean passed) {
        /** Says it in the headers. */
        public Response mark(Response response) {
            return response.with("ratelimit-limit", Integer.toString(limit))
                    .with("ratelimit-remaining", Integer.toString(remaining))
                    .with("ratelimit-reset", Integer.toString(reset));
        }
    }

    /** The requests of a minute. */
    private record Window(Instant start, int used) {}

    private final Clock clock;
    private final Map<String, Window> windows = new HashMap<>();
    private final Map<String, Integer> operations = new HashMap<>();
    private int perToken = PER_TOKEN;

    public RateLimits(Clock clock) {
        this.clock = clock;
    }

    /** Allows each token so many requests a minute. */
    public synchronized void perToken(int perMinute) {
        perToken = perMinute;
    }

    /**
     * Allows so many requests a minute of one operation: opening incidents is "heavily rate limited", without a number
     * (PagerDuty/developer-docs, REST-API/15-Incident-Creation-API).
     */
    public synchronized void perOperation(String operation, int perMinute) {
        operations.put(operation, perMinute);
    }

    /** Counts a request. */
    public synchronized Left take(String token, String operation) {
        Left all = take(token, perToken);
        return operations.containsKey(operation)
                ? Stream.of(all, take(token + " " + operation, operations.getOrDefault(operation, 0)))
                        .min(Comparator.comparing(Left::passed).thenComparingInt(Left::remaining))
                        .orElse(all)
                : all;
    }

    private Left take(String budget, int limit) {
        Instant now = clock.instant();
        Window window = windows.getOrDefault(budget, new Window(now, 0));
        if (!now.isBefore(window.start().plus(WINDOW))) {
            window = new Window(now, 0);
        }
        boolean passed = window.used() < limit;
        int used = passed ? window.used() + 1 : window.used();
        windows.put(budget, new Window(window.start(), used));
        long millis = Duration.between(now, window.start().plus(WINDOW)).toMillis();
        return new Left(limit, limit - used, (int) Math.max(1, (millis + 999) / 1_000), passed);
    }
}
