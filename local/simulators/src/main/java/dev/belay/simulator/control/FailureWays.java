package dev.belay.simulator.control;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * How a system's calls fail, in the words that every system has.
 *
 * @param <F> a way in which a call fails there
 */
public interface FailureWays<F> {
    /** The names of the calls that can be told to fail. */
    Set<String> calls();

    /** HTTP 429 with {@code Retry-After}; nothing was done. */
    F limit(int retryAfterSeconds);

    /**
     * An error in the system's own form; nothing was done.
     *
     * @param error the system's word for it
     */
    F error(OptionalInt status, Optional<String> error);

    /** The same error, and all was done. */
    F errorAfter(OptionalInt status, Optional<String> error);

    /** An HTTP status with a body that is not the system's, as of a proxy; nothing was done. */
    F status(int status);

    /** The connection drops before anything was done. */
    F lostRequest();

    /** All was done, and the connection drops before the answer. */
    F lostAnswer();
}
