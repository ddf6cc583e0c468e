package dev.belay.step;

import java.time.Duration;

/** How long an outside system gets to finish a write whose outcome is unknown, before anyone looks. */
public final class Settling {
    /** ServiceNow lets a transaction of its REST API run for 60 seconds, and we wait for an answer for 20 of them. */
    public static final Duration TIME = Duration.ofSeconds(45);

    private Settling() {}
}
