package dev.belay.simulator.aws.dynamodb.store;

import dev.belay.simulator.aws.dynamodb.request.Refused;
import dev.belay.simulator.aws.dynamodb.schema.TableSchema;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** All tables, as they stand. Whoever uses them sees to it that nobody else does at the same time. */
public final class Tables implements AutoCloseable {
    private final Map<String, Table> tables = new TreeMap<>();
    private final Clock clock;
    private final Sweeper sweeper;
    private Journal journal = Journal.NONE;

    private Tables(Clock clock) {
        this.clock = clock;
        this.sweeper = new Sweeper(clock);
    }

    /**
     * The tables that the folder keeps, or new ones in memory.
     *
     * @throws java.io.UncheckedIOException when the folder cannot be used
     * @throws IllegalStateException when what is in it cannot be read
     */
    public static Tables open(Optional<Path> folder, Clock clock) {
        Tables tables = new Tables(clock);
        folder.map(JournalFile::in).ifPresent(tables::resume);
        return tables;
    }

    private void resume(JournalFile file) {
        file.replay(this::apply);
        file.compact(tables.values().stream().flatMap(Tables::history));
        journal = file;
    }

    private static Stream<Event> history(Table table) {
        String name = table.schema().name();
        List<String> key = table.schema().key().names();
        Stream<Event> made = Stream.of(new Event.Created(table.schema(), table.created()));
        Stream<Event> expiring = table.expiry().stream().map(by -> new Event.Expiring(name, Optional.of(by)));
        Stream<Event> written = table.all().stream()
                .map(item -> new Event.Written(List.of(new Change(name, item.only(key), Optional.of(item)))));
        return Stream.of(made, expiring, written).flatMap(events -> events);
    }

    /** A table whose items are asked for. */
    public Table get(String name) {
        return find(name).orElseThrow(Refused::notFound);
    }

    /** A table that is asked for itself. */
    public Table describe(String name) {
        return find(name).orElseThrow(() -> Refused.notFound(name));
    }

    private Optional<Table> find(String name) {
        return Optional.ofNullable(tables.get(name.substring(name.lastIndexOf('/') + 1)));
    }

    public List<String> names() {
        return List.copyOf(tables.keySet());
    }

    public Table create(TableSchema schema) {
        if (find(schema.name()).isPresent()) {
            throw Refused.inUse(schema.name());
        }
        happen(new Event.Created(schema, clock.instant()));
        return describe(schema.name());
    }

    public void drop(Table table) {
        happen(new Event.Dropped(table.schema().name()));
    }

    /** From now on items expire at the second that is in this attribute, or no longer. */
    public void expire(Table table, Optional<String> attribute) {
        happen(new Event.Expiring(table.schema().name(), attribute));
    }

    /** All of these or, when the journal cannot be written, none. */
    public void write(List<Change> changes) {
        if (!changes.isEmpty()) {
            happen(new Event.Written(changes));
        }
    }

    /** Deletes what has been expired for long, now and then. */
    public void sweep() {
        write(sweeper.due(tables.values()));
    }

    private void happen(Event event) {
        journal.append(event);
        apply(event);
    }

    private void apply(Event event) {
        switch (event) {
            case Event.Created(TableSchema schema, var at) -> tables.put(schema.name(), new Table(schema, at));
            case Event.Dropped(String table) -> tables.remove(table);
            case Event.Expiring(String table, Optional<String> attribute) ->
                describe(table).expireBy(attribute);
            case Event.Written(List<Change> changes) -> changes.forEach(this::apply);
        }
    }

    private void apply(Change change) {
        Table table = describe(change.table());
        change.item().ifPresentOrElse(table::put, () -> table.remove(change.key()));
    }

    @Override
    public void close() {
        journal.close();
    }
}
