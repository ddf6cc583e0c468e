package dev.belay.ratelimit;

import dev.belay.failure.RetryAfter;
import dev.belay.failure.Unavailable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Keeps the rate limits that a platform sets to our calls, whichever worker met them: each holds for one method in one workspace. */
public final class RateLimiter {
    private final RateLimitStore limits;
    private final Clock clock;
    private final String system;
    private final Duration unsaid;

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
     * @throws Unavailable when a limit that somebody met still stands
     */
    public void check(String workspace, String method) {
        Instant now = clock.instant();
        Optional<Instant> notBefore = limits.notBefore(token(workspace), method).filter(now::isBefore);
        if (notBefore.isPresent()) {
            Duration wait = Duration.between(now, notBefore.get());
            throw new Unavailable(system, method + ": rate limited until later", Optional.of(wait));
        }
    }

    /**
     * Remembers a limit that was met just now.
     *
     * @param retryAfter the answer's header
     * @return what is to be thrown
     */
    public Unavailable met(String workspace, String method, Optional<String> retryAfter) {
        Instant now = clock.instant();
        Duration wait = retryAfter.flatMap(header -> RetryAfter.of(header, now)).orElse(unsaid);
        limits.hold(token(workspace), method, now.plus(wait));
        return new Unavailable(system, method + ": rate limited", Optional.of(wait));
    }

    private String token(String workspace) {
        return system + ":" + workspace;
    }
}
