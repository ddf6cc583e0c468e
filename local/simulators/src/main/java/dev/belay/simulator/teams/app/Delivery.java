package dev.belay.simulator.teams.app;

import dev.belay.simulator.http.Outcome;
import java.util.Optional;

/**
 * What became of a request that Teams sent to the app.
 *
 * @param status the HTTP status, 0 where there was no answer
 * @param reason why it failed; empty where it did not
 * @param invoke what the app answered, where it was asked for more than to take the activity
 */
public record Delivery(SignedRequest request, int status, String body, String reason, Optional<InvokeAnswer> invoke)
        implements Outcome {}
