package dev.belay.simulator.servicenow;

import dev.belay.simulator.control.FailureWays;
import dev.belay.simulator.servicenow.outage.Failure;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * How calls of the Table API and of the token endpoint fail.
 *
 * @param calls each method on each table
 */
record ServiceNowFailureWays(Set<String> calls) implements FailureWays<Failure> {
    private static final int UNAVAILABLE = 503;
    private static final String UNAVAILABLE_WORDS = "Transaction failed";

    @Override
    public Failure limit(int retryAfterSeconds) {
        return Failure.tooMany(retryAfterSeconds);
    }

    @Override
    public Failure error(OptionalInt status, Optional<String> error) {
        return Failure.error(status.orElse(UNAVAILABLE), error.orElse(UNAVAILABLE_WORDS));
    }

    @Override
    public Failure errorAfter(OptionalInt status, Optional<String> error) {
        return Failure.errorAfter(status.orElse(UNAVAILABLE), error.orElse(UNAVAILABLE_WORDS));
    }

    @Override
    public Failure status(int status) {
        return Failure.page(status);
    }

    @Override
    public Failure lostRequest() {
        return new Failure.Dropped(false);
    }

    @Override
    public Failure lostAnswer() {
        return new Failure.Dropped(true);
    }
}
