package dev.belay.wiring;

import java.time.Duration;
import java.util.Optional;

/** What is to become of a message. */
public sealed interface Verdict {
    /** It is done: let the queue delete it. */
    record Done() implements Verdict {}

    /**
     * It comes back later.
     *
     * @param atLeast how long the outside asked to be left alone, where it did
     * @param atMost after which it must come back, where somebody waits for an answer
     */
    record Wait(Optional<Duration> atLeast, Optional<Duration> atMost) implements Verdict {
        static final Wait ANYHOW = new Wait(Optional.empty(), Optional.empty());

        public static Wait atLeast(Duration delay) {
            return new Wait(Optional.of(delay), Optional.empty());
        }

        public static Wait atMost(Duration delay) {
            return new Wait(Optional.empty(), Optional.of(delay));
        }
    }

    /**
     * It comes back for a while; if that does not help, it goes to the dead-letter queue with this reason.
     *
     * @param patience how long it comes back, counted from when it first had to; what it waited for before does not count
     * @param meanwhile how it waits
     */
    record TryAgain(String reason, Duration patience, Wait meanwhile) implements Verdict {
        /** For what comes right at once or never. */
        private static final Duration SHORTLY = Duration.ofMinutes(1);

        /** For what a person has to mend. */
        private static final Duration FOR_HOURS = Duration.ofHours(5);

        public static TryAgain shortly(String reason) {
            return new TryAgain(reason, SHORTLY, Wait.ANYHOW);
        }

        public static TryAgain forHours(String reason, Wait wait) {
            return new TryAgain(reason, FOR_HOURS, wait);
        }
    }

    /** It can never be done: it goes to the dead-letter queue with its reason. */
    record Poison(String reason) implements Verdict {}
}
