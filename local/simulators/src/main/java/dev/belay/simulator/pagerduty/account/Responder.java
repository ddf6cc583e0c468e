package dev.belay.simulator.pagerduty.account;

import java.time.Instant;

/**
 * A user who was asked to help with an incident.
 *
 * @param request the request that asked last
 */
public record Responder(String user, State state, ResponderRequest request, Instant updatedAt) {
    /** What the user answered. */
    public enum State {
        PENDING,
        JOINED,
        DECLINED
    }

    Responder answering(State answer, Instant now) {
        return new Responder(user, answer, request, now);
    }
}
