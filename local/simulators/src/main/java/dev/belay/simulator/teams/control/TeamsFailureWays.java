package dev.belay.simulator.teams.control;

import dev.belay.simulator.control.FailureWays;
import dev.belay.simulator.teams.limit.Failure;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * How the operations of the Bot Connector, Graph and Entra ID fail.
 *
 * @param calls the operations
 */
record TeamsFailureWays(Set<String> calls) implements FailureWays<Failure> {
    private static final int UNAVAILABLE = 503;
    private static final String UNAVAILABLE_WORD = "ServiceUnavailable";

    @Override
    public Failure limit(int retryAfterSeconds) {
        return new Failure.RateLimited(retryAfterSeconds);
    }

    @Override
    public Failure error(OptionalInt status, Optional<String> error) {
        return Failure.error(status.orElse(UNAVAILABLE), error.orElse(UNAVAILABLE_WORD));
    }

    @Override
    public Failure errorAfter(OptionalInt status, Optional<String> error) {
        return Failure.errorAfter(status.orElse(UNAVAILABLE), error.orElse(UNAVAILABLE_WORD));
    }

    @Override
    public Failure status(int status) {
        return new Failure.Answered(status, "");
    }

    @Override
    public Failure lostRequest() {
        return new Failure.DroppedBefore();
    }

    @Override
    public Failure lostAnswer() {
        return new Failure.DroppedAfter();
    }
}
