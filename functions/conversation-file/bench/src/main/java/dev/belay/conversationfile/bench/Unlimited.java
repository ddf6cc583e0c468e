package dev.belay.conversationfile.bench;

import dev.belay.delivery.Delivery.Urgency;
import dev.belay.ratelimit.RateLimitStore;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Rate limits that nobody meets. */
final class Unlimited implements RateLimitStore {
    @Override
    public Optional<Instant> notBefore(String token, String method) {
        return Optional.empty();
    }

    @Override
    public void hold(String token, String method, Instant until) {
        throw new IllegalStateException("there is no limit here");
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
