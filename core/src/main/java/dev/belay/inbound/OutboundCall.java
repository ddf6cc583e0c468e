package dev.belay.inbound;

import java.time.Instant;

/**
 * A call to our endpoint, as the platform noted it.
 *
 * @param at when it was noted, which is when it had ended, to the second
 * @param status what we answered; 0 where no answer came
 */
public record OutboundCall(Instant at, int status) {
    /** Whether we took it. */
    boolean isTaken() {
        return status / 100 == 2;
    }

    /** Whether we did not believe who it was from. */
    boolean isRefused() {
        return status == 401 || status == 403;
    }
}
