package dev.belay.ratelimit;

import dev.belay.delivery.Delivery;
import dev.belay.failure.RetryAfter;
import dev.belay.failure.Unavailable;
import dev.belay.ratelimit.RateLimitStore.Waiter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Keeps the rate limits that a platform sets to our calls, whichever worker met them. Each delivery that meets a limit is given a
 * place in line, spaced by the method's rate, and comes back at its place: so those that met a limit do not meet it again together.
 */
public final class RateLimiter {
    /** A place is used a little early rather than waited for again: a queue's waiting is in whole seconds. */
    private static final Duration EARLY = Duration.ofMillis(500);

    private final RateLimitStore limits;
    private final Clock clock;
    private final String system;
    private final Duration unsaid;

    /**
     * What is limited as a whole.
     *
     * @param where the workspace, or a place in it
     * @param spacing how far apart calls are that never meet the limit
     */
    public record Limited(String where, String method, Duration spacing) {}

    /**
     * @param system the platform, in one word
     * @param unsaid how long a limit stands that comes without a time
     */
    public RateLimiter(RateLimitStore limits, Clock clock, String system, Duration unsaid) {
        this.limits = limits;
        this.clock = clock;
        this.system = system;
        this.unsaid = unsaid;
    }

    /**
     * @throws Unavailable when a limit that somebody met still stands, or others are in line
     */
    public void check(Limited limited) {
        Instant now = clock.instant();
        Optional<Instant> hold =
                limits.notBefore(token(limited), limited.method()).filter(now::isBefore);
        Optional<Waiter> waiter = waiter();
        if (waiter.isEmpty()) {
            hold.ifPresent(until -> {
                throw later(limited, now, until);
            });
            return;
        }
        if (hold.isPresent() || isLine(limited, waiter.get(), now)) {
            takePlace(limited, waiter.get(), now, hold.isPresent());
        }
    }

    /**
     * Remembers a limit that was met just now.
     *
     * @param retryAfter the answer's header
     * @return what is to be thrown
     */
    public Unavailable met(Limited limited, Optional<String> retryAfter) {
        Instant now = clock.instant();
        Duration wait = retryAfter.flatMap(header -> RetryAfter.of(header, now)).orElse(unsaid);
        Instant until = now.plus(wait);
        limits.hold(token(limited), limited.method(), until);
        Instant comesBack = waiter().map(waiter -> newPlace(limited, waiter)).orElse(until);
        return Unavailable.untilPlace(system, limited.method() + ": rate limited", between(now, comesBack));
    }

    private boolean isLine(Limited limited, Waiter waiter, Instant now) {
        return limits.lineEnd(token(limited), limited.method(), waiter.urgency())
                .filter(now::isBefore)
                .isPresent();
    }

    /** Ends quietly when the waiter's turn has come. */
    private void takePlace(Limited limited, Waiter waiter, Instant now, boolean held) {
        Instant place = limits.reserve(token(limited), limited.method(), waiter, limited.spacing());
        boolean due = !place.isAfter(now.plus(EARLY));
        if (due && !held && !yields(limited, waiter, now)) {
            limits.leave(token(limited), limited.method(), waiter);
            return;
        }
        throw later(limited, now, due ? newPlace(limited, waiter) : place);
    }

    /** The rest lets those go first who came since. */
    private boolean yields(Limited limited, Waiter waiter, Instant now) {
        return waiter.urgency() == Delivery.Urgency.REST
                && isLine(limited, new Waiter(waiter.id(), Delivery.Urgency.FIRST), now);
    }

    private Instant newPlace(Limited limited, Waiter waiter) {
        limits.leave(token(limited), limited.method(), waiter);
        return limits.reserve(token(limited), limited.method(), waiter, limited.spacing());
    }

    private Unavailable later(Limited limited, Instant now, Instant until) {
        return Unavailable.untilPlace(system, limited.method() + ": rate limited until later", between(now, until));
    }

    private static Duration between(Instant now, Instant until) {
        return until.isAfter(now) ? Duration.between(now, until) : Duration.ZERO;
    }

    private static Optional<Waiter> waiter() {
        return Delivery.current().map(delivery -> new Waiter(delivery.messageId(), delivery.urgency()));
    }

    private String token(Limited limited) {
        return system + ":" + limited.where();
    }
}
