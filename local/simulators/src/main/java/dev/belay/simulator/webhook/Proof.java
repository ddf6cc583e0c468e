package dev.belay.simulator.webhook;

import dev.belay.simulator.http.Request;

/** How a receiver knows that a request comes from whom it says. */
public interface Proof {
    /** Takes every request. */
    Proof NONE = request -> true;

    boolean holds(Request request);
}
