package dev.belay.reconcile;

import java.time.Instant;
import java.util.Optional;

/**
 * How far reconciliation came with one instance, so that the next run goes on from there. Reads are consistent. Every method throws
 * {@link dev.belay.failure.Unavailable} when a retry will help, and {@link dev.belay.failure.Rejected} when it will not.
 */
public interface Watermarks {
    /** Where the next run begins with a table; none before its first run. */
    Optional<Position> of(String table);

    void store(String table, Position next);

    /** The sweep that is under way, or the last one; none before the first. */
    Optional<SweepMark> sweep();

    void store(SweepMark mark);

    /**
     * How far a sweep came.
     *
     * @param next where in the links' own order it goes on; none at its beginning, and once it is done
     */
    record SweepMark(Instant began, boolean done, Optional<String> next) {
        /** One that read nothing yet. */
        public static SweepMark beginning(Instant now) {
            return new SweepMark(now, false, Optional.empty());
        }

        /** The same further on; done where there is nothing more. */
        public SweepMark at(Optional<String> then) {
            return new SweepMark(began, then.isEmpty(), then);
        }
    }
}
