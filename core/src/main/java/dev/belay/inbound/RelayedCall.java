package dev.belay.inbound;

import java.time.Instant;

/**
 * A call to our endpoint that the platform hands to a relay in the customer's network, a MID Server.
 *
 * @param relay the relay's name
 * @param at when it was handed over
 * @param trouble what became of it where it failed; a constant sentence, never a word of what was sent
 */
public record RelayedCall(String relay, Instant at, State state, String trouble) {
    /** How far it came. */
    public enum State {
        /** The relay did not take it yet. */
        WAITING,
        /** The relay carried it; what we answered stands in the log of calls. */
        CARRIED,
        /** It could not be carried. */
        FAILED
    }
}
