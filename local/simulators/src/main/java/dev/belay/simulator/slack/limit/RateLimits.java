package dev.belay.simulator.slack.limit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;

/** Counts calls against their tiers, by the clock that it was given. */
public final class RateLimits {
    private static final double MILLIS_PER_MINUTE = 60_000;

    private record Bucket(double left, Instant at) {}

    private final Clock clock;
    private final Map<String, Bucket> buckets = new HashMap<>();
    private final Map<String, Duration> used = new HashMap<>();
    private boolean on = true;

    public RateLimits(Clock clock) {
        this.clock = clock;
    }

    public synchronized void enforce(boolean enforced) {
        on = enforced;
        buckets.clear();
    }

    /**
     * Takes one call.
     *
     * @param what the workspace and method, or the workspace and channel, that are limited together
     * @return none when it may pass, else the seconds to wait
     */
    public synchronized OptionalInt take(String what, Tier tier) {
        if (!on) {
            return OptionalInt.empty();
        }
        Instant now = clock.instant();
        double left = refilled(buckets.getOrDefault(what, new Bucket(tier.burst(), now)), tier, now);
        if (left < 1) {
            buckets.put(what, new Bucket(left, now));
            return OptionalInt.of((int) Math.max(1, Math.ceil((1 - left) * 60 / tier.perMinute())));
        }
        buckets.put(what, new Bucket(left - 1, now));
        used.merge(what, Duration.ofMillis(Math.round(MILLIS_PER_MINUTE / tier.perMinute())), Duration::plus);
        return OptionalInt.empty();
    }

    /** How long the calls that passed take at their limits, by the one that takes longest. */
    public synchronized Duration leastTime() {
        return used.values().stream().max(Duration::compareTo).orElse(Duration.ZERO);
    }

    private static double refilled(Bucket bucket, Tier tier, Instant now) {
        long passed = Math.max(0, now.toEpochMilli() - bucket.at().toEpochMilli());
        return Math.min(tier.burst(), bucket.left() + passed * tier.perMinute() / MILLIS_PER_MINUTE);
    }
}
