package dev.belay.reconcile;

import dev.belay.delivery.Delivery;
import dev.belay.settings.Settings;
import java.time.Duration;
import java.time.Instant;

/**
 * One run.
 *
 * @param settings as they were when it began
 * @param now when it began
 */
record Run(Settings settings, Instant now, Tally tally) {
    /** For a page whose every call is as slow as a call may be: what is read is acted on and stored. */
    private static final Duration FOR_A_PAGE = Duration.ofSeconds(45);

    /** Whether another page fits into the function's time; where not, the next run goes on. */
    boolean hasTime() {
        return Delivery.currentDeadline().left().compareTo(FOR_A_PAGE) > 0;
    }
}
