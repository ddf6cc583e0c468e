package dev.belay.wiring.credential;

import dev.belay.delivery.Delivery.Urgency;
import dev.belay.ratelimit.RateLimitStore;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** For a process that makes a few calls and shares no limit with others: a limit that it meets is its failure. */
public final class NoRateLimits implements RateLimitStore {
    @Override
    public Optional<Instant> notBefore(String token, String method) {
        return Optional.empty();
    }

    @Override
    public void hold(String token, String method, Instant until) {
        // nobody else calls in this process
    }

    @Override
    public Optional<Instant> lineEnd(String token, String method, Urgency urgency) {
        return Optional.empty();
    }

    @Override
    public Instant reserve(String token, String method, Waiter waiter, Duration spacing) {
        return Instant.EPOCH;
    }

    @Override
    public void leave(String token, String method, Waiter waiter) {
        // nobody waits
    }
}
