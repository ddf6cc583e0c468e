package dev.belay.pagerduty;

import dev.belay.health.Counters;
import dev.belay.pager.PagerSecret;
import java.time.Clock;

/** Asks PagerDuty what the account can do ({@code GET /abilities}), which any valid API token may. */
public final class PagerDutyTokenCheck {
    private final PagerDutyApi api;

    public PagerDutyTokenCheck(PagerDutySettings settings, PagerSecret token, Counters counters, Clock clock) {
        this.api = new PagerDutyApi(settings, token, counters, clock);
    }

    /**
     * Checks the token.
     *
     * @return whether PagerDuty gave an answer of its own
     * @throws dev.belay.failure.CredentialsRefused when it is refused
     * @throws dev.belay.failure.Unavailable when PagerDuty does not answer
     */
    public boolean check() {
        return api.get("/abilities") instanceof Answer.Done;
    }
}
