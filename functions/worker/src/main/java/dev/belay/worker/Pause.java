package dev.belay.worker;

import java.time.Duration;

/** What becomes of a message while everything outbound is paused: it stays in its queue and is retried now and then. */
public final class Pause {
    /** Often enough to go on soon after the pause, rarely enough that a message outlives ten days of it. */
    public static final Disposition DISPOSITION = Disposition.RetryLater.atMost(Duration.ofMinutes(15));

    private Pause() {}
}
