package dev.belay.health;

import java.time.Instant;

/** Remembers since when a message has been failing, whatever else it waited for before. */
public interface FailureHistory {
    /**
     * A message's failures so far.
     *
     * @param times how often it failed, this time included
     */
    record FailureStreak(Instant since, long times) {}

    /** Records one more failure. */
    FailureStreak record(String messageId);
}
