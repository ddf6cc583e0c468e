package dev.belay.chat;

import java.time.Instant;
import java.util.Optional;

/** Before when a token must not call a method again, so that a limit met by one worker holds for all. */
public interface Limits {
    /**
     * @param token which token, e.g. {@code slack:T01ACME}; never the token itself
     * @return none when nothing is known to stand in the way now
     */
    Optional<Instant> notBefore(String token, String method);

    /** Remembers a limit; an earlier one never shortens a later one. */
    void hold(String token, String method, Instant until);
}
