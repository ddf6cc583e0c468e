package dev.belay.reconcile;

import dev.belay.delivery.Delivery;
import dev.belay.file.ContentId;
import dev.belay.settings.Settings;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/**
 * One run.
 *
 * @param settings as they were when it began
 * @param now when it began
 * @param sent of which attachments it sent word, and to where
 */
record Run(Settings settings, Instant now, Tally tally, Set<ContentId> sent) {
    /** For a page whose every call is as slow as a call may be: what is read is acted on and stored. */
    private static final Duration FOR_A_PAGE = Duration.ofSeconds(45);

    /** Whether another page fits into the function's time; where not, the next run goes on. */
    boolean hasTime() {
        return Delivery.currentDeadline().left().compareTo(FOR_A_PAGE) > 0;
    }
}
