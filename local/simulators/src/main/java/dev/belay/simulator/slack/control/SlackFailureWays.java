package dev.belay.simulator.slack.control;

import dev.belay.simulator.control.FailureWays;
import dev.belay.simulator.slack.limit.Failure;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * How the Web API's methods fail. Slack's errors come under HTTP 200, whatever status is asked for.
 *
 * @param calls the methods
 */
record SlackFailureWays(Set<String> calls) implements FailureWays<Failure> {
    @Override
    public Failure limit(int retryAfterSeconds) {
        return new Failure.RateLimited(retryAfterSeconds);
    }

    @Override
    public Failure error(OptionalInt status, Optional<String> error) {
        return new Failure.Refused(error.orElse("internal_error"));
    }

    @Override
    public Failure errorAfter(OptionalInt status, Optional<String> error) {
        return new Failure.RefusedAfter(error.orElse("fatal_error"));
    }

    @Override
    public Failure status(int status) {
        return status == 200 ? new Failure.NotJson() : new Failure.Status(status);
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
