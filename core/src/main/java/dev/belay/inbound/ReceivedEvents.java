package dev.belay.inbound;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** When ServiceNow's newest event came, shared by all workers. Throws {@link dev.belay.failure.Unavailable}. */
public interface ReceivedEvents {
    /** What is remembered may be so much older than the newest event: it is not stored for each one. */
    Duration GRAIN = Duration.ofMinutes(1);

    /**
     * What is known of an instance's events.
     *
     * @param newest when the newest was accepted, {@link #GRAIN} earlier at most; none where none ever was
     * @param watchedSince when this was asked first: of what was before, the absence of an event says nothing
     */
    record Reception(Optional<Instant> newest, Instant watchedSince) {}

    /**
     * Remembers that an event was accepted. Idempotent; an event that is no more than {@link #GRAIN} newer than what is remembered changes
     * nothing.
     */
    void accepted(String instance, Instant at);

    /** What is known; begins to watch where nobody did. */
    Reception of(String instance);
}
