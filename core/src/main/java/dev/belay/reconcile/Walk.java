package dev.belay.reconcile;

import dev.belay.reconcile.ChangedRecords.Page;
import dev.belay.settings.Route;
import dev.belay.settings.Settings;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads one table's records on from where the last run came to, page by page, and stores after each where the next one begins. */
final class Walk {
    private static final System.Logger LOG = System.getLogger(Walk.class.getName());

    /** What is written in a long transaction is seen later than what changed after it; and the instance's nodes differ a little. */
    static final Duration OVERLAP = Duration.ofMinutes(2);

    /** Where nothing changes, so much is read again: the instance's clock may be so far behind ours. */
    static final Duration QUIET = Duration.ofMinutes(10);

    /** How far back the first run of all looks. */
    static final Duration FIRST = Duration.ofHours(24);

    private final ChangedRecords records;
    private final Watermarks watermarks;
    private final Mend mend;
    private final String table;
    private final Set<Integer> priorities;
    private final Run run;
    private final Position begin;
    private Position next;
    private boolean done;

    Walk(ChangedRecords records, Watermarks watermarks, Mend mend, String table, Run run) {
        this.records = records;
        this.watermarks = watermarks;
        this.mend = mend;
        this.table = table;
        this.priorities = run.settings().routes().stream()
                .filter(route -> route.table().equals(table))
                .map(Route::priorities)
                .flatMap(Set::stream)
                .collect(Collectors.toUnmodifiableSet());
        this.run = run;
        this.begin = watermarks.of(table).map(this::overlapping).orElseGet(() -> first(run.settings(), run.now()));
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
        Page page = records.changed(table, priorities, next);
        run.tally().read(page.records().size());
        if (page.hidden() > 0) {
            LOG.log(
                    System.Logger.Level.INFO,
                    "{0} changed records of {1} are hidden from the integration user",
                    Integer.toString(page.hidden()),
                    table);
        }
        page.records().forEach(changed -> mend.changed(changed, begin.at(), run));
        next = page.last() ? end(page.reached()) : page.reached();
        watermarks.store(table, next);
        done = page.last();
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
