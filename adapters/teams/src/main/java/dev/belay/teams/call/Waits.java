package dev.belay.teams.call;

import dev.belay.chat.Limits;
import dev.belay.failure.Unavailable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Waits out the limits that a tenant's calls meet, whoever met them. */
final class Waits {
    /** For a limit that comes without a time. */
    static final Duration UNSAID = Duration.ofSeconds(5);

    private static final Duration LONGEST = Duration.ofHours(1);

    private final Limits limits;
    private final Clock clock;

    Waits(Limits limits, Clock clock) {
        this.limits = limits;
        this.clock = clock;
    }

    /**
     * @throws Unavailable when a limit that somebody met still stands
     */
    void check(String tenant, String operation) {
        Instant now = clock.instant();
        Optional<Instant> notBefore = limits.notBefore(token(tenant), operation).filter(now::isBefore);
        if (notBefore.isPresent()) {
            Duration wait = Duration.between(now, notBefore.get());
            throw new Unavailable(TeamsCalls.SYSTEM, operation + ": a rate limit stands", Optional.of(wait));
        }
    }

    Unavailable hold(String tenant, String operation, Optional<String> retryAfter) {
        Duration wait = retryAfter.flatMap(Waits::seconds).orElse(UNSAID);
        limits.hold(token(tenant), operation, clock.instant().plus(wait));
        return new Unavailable(TeamsCalls.SYSTEM, operation + ": rate limited", Optional.of(wait));
    }

    private static String token(String tenant) {
        return TeamsCalls.SYSTEM + ":" + tenant;
    }

    static Optional<Duration> seconds(String header) {
        try {
            long seconds = Long.parseLong(header.strip());
            return seconds < 0
                    ? Optional.empty()
                    : Optional.of(Duration.ofSeconds(Math.min(seconds, LONGEST.toSeconds())));
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }
}
