package dev.belay.worker;

import java.time.Duration;
import java.util.Optional;

/** What is to become of a message after it was processed. */
public sealed interface Disposition {
    /** In a word, for the log. */
    default String outcome() {
        return switch (this) {
            case Delete _ -> "done";
            case RetryLater _, RetryFor _, ReturnAtPlace _ -> "retry";
            case AwaitCredential _ -> "waits for a credential";
            case Pause _ -> "paused";
            case DeadLetter _ -> "dead-lettered";
        };
    }

    /** It is done: the queue deletes it. */
    record Delete() implements Disposition {}

    /**
     * It is retried later. Where nothing named how long to wait, this is one more failure, with exponential back-off.
     *
     * @param atLeast how long to wait, where something named it, such as a rate limit or a lease
     * @param atMost how long to wait at most, where a person waits for an answer
     */
    record RetryLater(Optional<Duration> atLeast, Optional<Duration> atMost) implements Disposition {
        /** As the back-off says. */
        public static final RetryLater WITH_BACKOFF = new RetryLater(Optional.empty(), Optional.empty());

        public static RetryLater atLeast(Duration delay) {
            return new RetryLater(Optional.of(delay), Optional.empty());
        }

        public static RetryLater atMost(Duration delay) {
            return new RetryLater(Optional.empty(), Optional.of(delay));
        }
    }

    /**
     * It is retried for a while; if that does not help, it is moved to the dead-letter queue with this reason.
     *
     * @param patience for how long, counted from its first failure; time that it waited before does not count
     * @param meanwhile how it is retried
     */
    record RetryFor(String reason, Duration patience, RetryLater meanwhile) implements Disposition {
        /** For what is right after a moment or never. */
        private static final Duration A_MINUTE = Duration.ofMinutes(1);

        /** For what a person has to mend. */
        static final Duration HOURS = Duration.ofHours(5);

        public static RetryFor aMinute(String reason) {
            return new RetryFor(reason, A_MINUTE, RetryLater.WITH_BACKOFF);
        }

        public static RetryFor hours(String reason, RetryLater meanwhile) {
            return new RetryFor(reason, HOURS, meanwhile);
        }
    }

    /** It has a place in line behind a rate limit, and comes back just then. */
    record ReturnAtPlace(Duration delay) implements Disposition {}

    /**
     * It is not tried while a credential that it needs is refused. That is no failure of it: it waits, ever longer up to half an hour,
     * for as long as the queue keeps it.
     *
     * @param credential which, such as {@code slack/T01ACME}
     */
    record AwaitCredential(String credential) implements Disposition {}

    /** Nothing is tried for now: everything outbound is paused. */
    record Pause() implements Disposition {}

    /** It can never be processed: it is moved to the dead-letter queue with its reason. */
    record DeadLetter(String reason) implements Disposition {}
}
