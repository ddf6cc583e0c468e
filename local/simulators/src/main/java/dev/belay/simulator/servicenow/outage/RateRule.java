package dev.belay.simulator.servicenow.outage;

import dev.belay.simulator.http.Response;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * A rate limit rule that an administrator made: so many requests an hour of the integration user (ServiceNow documentation,
 * "Inbound REST API rate limiting"). Without a rule no answer carries a rate-limit header.
 */
public final class RateRule {
    private static final String NAME = "Table API, integration user";

    private final Clock clock;
    private int limit;
    private int used;
    private Instant hour = Instant.EPOCH;

    public RateRule(Clock clock) {
        this.clock = clock;
    }

    /** Allows so many requests an hour; zero removes the rule. */
    public synchronized void perHour(int requests) {
        limit = requests;
        used = 0;
    }

    /** Counts a request, and gives the refusal if it is one too many. */
    public synchronized Optional<Response> refusal() {
        Instant now = clock.instant();
        Instant thisHour = now.truncatedTo(ChronoUnit.HOURS);
        if (!thisHour.equals(hour)) {
            hour = thisHour;
            used = 0;
        }
        used++;
        return limit > 0 && used > limit ? Optional.of(refused(now)) : Optional.empty();
    }

    /** Adds the headers that a matching rule puts on every answer. */
    public synchronized Response mark(Response response) {
        return limit == 0
                ? response
                : response.with("X-RateLimit-Limit", Integer.toString(limit))
                        .with("X-RateLimit-Reset", Long.toString(reset().getEpochSecond()))
                        .with("X-RateLimit-Rule", NAME);
    }

    private Response refused(Instant now) {
        String json = "{\"error\":{\"message\":\"Rate limit exceeded\",\"detail\":\"Rate limit of " + limit
                + " requests per hour for Table API exceeded\"},\"status\":\"failure\"}";
        return Response.json(429, json).with("Retry-After", Long.toString(ChronoUnit.SECONDS.between(now, reset())));
    }

    private Instant reset() {
        return hour.plus(1, ChronoUnit.HOURS);
    }
}
