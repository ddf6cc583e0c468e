package dev.belay.ratelimit;

import java.time.Instant;
import java.util.Optional;

/** Until when a token must not call a method again: shared, so that a rate limit met by one worker holds for all. */
public interface RateLimitStore {
    /**
     * @param token which token, e.g. {@code slack:T01ACME}; never the token itself
     * @return none when nothing is known to stand in the way now
     */
    Optional<Instant> notBefore(String token, String method);

    /** Remembers a limit; an earlier one never shortens a later one. */
    void hold(String token, String method, Instant until);
}
