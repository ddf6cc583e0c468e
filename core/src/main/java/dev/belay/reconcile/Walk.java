package dev.belay.reconcile;

import dev.belay.settings.Settings;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Reads what changed in one place on from where the last run came to, page by page, and stores after each where the next one begins. */
final class Walk {
    /** What is written in a long transaction is seen later than what changed after it; and the instance's nodes differ a little. */
    static final Duration OVERLAP = Duration.ofMinutes(2);

    /** Where nothing changes, so much is read again: the instance's clock may be so far behind ours. */
    static final Duration QUIET = Duration.ofMinutes(10);

    /** How far back the first run of all looks. */
    static final Duration FIRST = Duration.ofHours(24);

    private final Source source;
    private final Watermarks watermarks;
    private final Run run;
    private final Position begin;
    private Position next;
    private boolean done;

    /** What is read, and what is done about it. */
    interface Source {
        /** Under which its watermark is kept: the name of a table. */
        String name();

        /**
         * Reads the next page and does what is to be done about it.
         *
         * @param since where this run began with it
         * @return none where it cannot be read, which is told of, or where time is over: the next run begins at the same place
         */
        Optional<Reached> read(Position next, Instant since);
    }

    /**
     * How far a page reached.
     *
     * @param last whether there are no more now
     */
    record Reached(Position position, boolean last) {}

    Walk(Source source, Watermarks watermarks, Run run) {
        this.source = source;
        this.watermarks = watermarks;
        this.run = run;
        this.begin =
                watermarks.of(source.name()).map(this::overlapping).orElseGet(() -> first(run.settings(), run.now()));
        this.next = begin;
    }

    private static Position first(Settings settings, Instant now) {
        Instant back = now.minus(FIRST);
        Instant start = settings.startAt().isAfter(now) ? now : settings.startAt();
        return Position.from(later(back, start));
    }

    /** A run that ended within a table, near its end, may have passed what was not to be seen yet. */
    private Position overlapping(Position stored) {
        boolean within = stored.after().isPresent();
        return within && stored.at().isAfter(run.now().minus(OVERLAP))
                ? Position.from(stored.at().minus(OVERLAP))
                : stored;
    }

    boolean isDone() {
        return done;
    }

    void page() {
        Optional<Reached> reached = source.read(next, begin.at());
        if (reached.isPresent()) {
            next = reached.get().last()
                    ? end(reached.get().position())
                    : reached.get().position();
            watermarks.store(source.name(), next);
        }
        done = reached.map(Reached::last).orElse(true);
    }

    /** It never goes back. */
    private Position end(Position reached) {
        Instant read = later(reached.at().minus(OVERLAP), run.now().minus(QUIET));
        return Position.from(later(read, begin.at()));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
