package dev.belay.simulator.pagerduty;

import dev.belay.simulator.call.HttpFailure;
import dev.belay.simulator.control.FailureWays;
import dev.belay.simulator.pagerduty.limit.RateLimits;
import dev.belay.simulator.pagerduty.rest.Refusal;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * How the operations of PagerDuty's REST API fail. A limit names its time in {@code ratelimit-reset}; {@code Retry-After} is not
 * documented and not sent.
 *
 * @param calls the operations
 */
record PagerDutyFailureWays(Set<String> calls) implements FailureWays<HttpFailure> {
    private static final String INTERNAL = "An internal error has occurred. PagerDuty team has been notified.";

    @Override
    public HttpFailure limit(int retryAfterSeconds) {
        return new HttpFailure.Answered(new RateLimits.Left(RateLimits.PER_TOKEN, 0, retryAfterSeconds, false)
                .mark(Refusal.limited().response()));
    }

    @Override
    public HttpFailure error(OptionalInt status, Optional<String> error) {
        return new HttpFailure.Answered(
                Refusal.other(status.orElse(500), error.orElse(INTERNAL)).response());
    }

    @Override
    public HttpFailure errorAfter(OptionalInt status, Optional<String> error) {
        return new HttpFailure.AnsweredAfter(
                Refusal.other(status.orElse(500), error.orElse(INTERNAL)).response());
    }

    @Override
    public HttpFailure status(int status) {
        return HttpFailure.page(status);
    }

    @Override
    public HttpFailure lostRequest() {
        return new HttpFailure.Dropped(false);
    }

    @Override
    public HttpFailure lostAnswer() {
        return new HttpFailure.Dropped(true);
    }
}
