package dev.belay.wiring;

import java.time.Duration;

/** What becomes of a message while everything outbound is paused: it stays in its queue and looks in now and then. */
final class Pause {
    /** Often enough to go on soon after the pause, rarely enough that a message outlives ten days of it. */
    static final Verdict VERDICT = Verdict.Wait.atMost(Duration.ofMinutes(15));

    private Pause() {}
}
