package dev.belay.simulator.servicenow.event;

import java.net.URI;

/**
 * One line of the instance's log of outbound HTTP requests.
 *
 * @param body the body as it was sent
 * @param status the answer's status, or 0 where none came
 * @param answer the answer's body, or why none came
 */
public record Outbound(Event event, URI target, String body, int status, String answer) {
    /** Whether the receiver took the event. */
    public boolean taken() {
        return status >= 200 && status < 300;
    }
}
