package dev.belay.event;

import java.time.Duration;
import java.time.Instant;

/** What came of an event about a place in chat, which may come before or after what the platform shows of it. */
public sealed interface EventOutcome {
    /** How long what is there may lag behind what an event said of it. */
    Duration LAG = Duration.ofMinutes(2);

    /** When to look again meanwhile. */
    Duration LOOK_AGAIN = Duration.ofSeconds(20);

    /** Whether an event is so young that what is there may not show it yet. */
    static boolean mayLag(Instant acceptedAt, Instant now) {
        return now.isBefore(acceptedAt.plus(LAG));
    }

    /** For the log. */
    default String inWords() {
        return switch (this) {
            case NotOurs() -> "of a channel without conversations";
            case Applied() -> "applied";
            case RetryAfter(Duration delay) ->
                "contradicts what is there, so it is retried in " + delay.toSeconds() + " s";
        };
    }

    /** No conversation is in the place, nor belongs into it. */
    record NotOurs() implements EventOutcome {}

    /** What is known agrees with what is there. */
    record Applied() implements EventOutcome {}

    /** A young event and what is there contradict each other: whichever is late will have come after this time. */
    record RetryAfter(Duration delay) implements EventOutcome {}
}
