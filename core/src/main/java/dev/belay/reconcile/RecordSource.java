package dev.belay.reconcile;

import dev.belay.link.ConversationLink.Standing;
import dev.belay.reconcile.ChangedRecords.Page;
import dev.belay.settings.Route;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The changed records of one table, of the priorities that are routed. */
final class RecordSource implements Walk.Source {
    private static final System.Logger LOG = System.getLogger(RecordSource.class.getName());

    private final ChangedRecords records;
    private final Mend mend;
    private final Optional<AttachedBefore> before;
    private final String table;
    private final Set<Integer> priorities;
    private final Run run;

    /** @param before none where attachments are not brought to conversations */
    RecordSource(ChangedRecords records, Mend mend, Optional<AttachedBefore> before, String table, Run run) {
        this.records = records;
        this.mend = mend;
        this.before = before;
        this.table = table;
        this.priorities = run.settings().routes().stream()
                .filter(route -> route.table().equals(table))
                .map(Route::priorities)
                .flatMap(Set::stream)
                .collect(Collectors.toUnmodifiableSet());
        this.run = run;
    }

    @Override
    public String name() {
        return table;
    }

    @Override
    public Optional<Walk.Reached> read(Position next, Instant since) {
        Page page = records.changed(table, priorities, next);
        run.tally().read(page.records().size());
        if (page.hidden() > 0) {
            LOG.log(
                    System.Logger.Level.INFO,
                    "{0} changed records of {1} are hidden from the integration user",
                    Integer.toString(page.hidden()),
                    table);
        }
        List<Standing> standing = page.records().stream()
                .flatMap(changed -> mend.changed(changed, since, run).stream())
                .toList();
        boolean done = before.map(attached -> attached.bring(standing, since)).orElse(true);
        return done ? Optional.of(new Walk.Reached(page.reached(), page.last())) : Optional.empty();
    }
}
