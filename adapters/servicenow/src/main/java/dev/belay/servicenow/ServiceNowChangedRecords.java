package dev.belay.servicenow;

import dev.belay.failure.Rejected;
import dev.belay.reconcile.ChangedRecords;
import dev.belay.reconcile.Position;
import dev.belay.record.RecordNumber;
import dev.belay.record.RecordRef;
import dev.belay.record.RecordSnapshot;
import dev.belay.record.SysId;
import dev.belay.servicenow.table.EncodedQuery;
import dev.belay.servicenow.table.Row;
import dev.belay.servicenow.table.Rows;
import dev.belay.servicenow.table.TableApi;
import dev.belay.settings.ServiceNowSettings;
import dev.belay.settings.TableSettings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Many records at once, over the Table API.
 *
 * <p>Each row is proved again, since the instance drops the parts of a query that it does not understand and answers the rest
 * (ServiceNow docs, "Table API", sysparm_query): a page that does not begin behind its position, or is not in order, is {@link Rejected}.
 * Rows that we may not read count before they are left out, so that the count tells of them (the same page, sysparm_limit).
 */
public final class ServiceNowChangedRecords implements ChangedRecords {
    private static final String ID = "sys_id";
    private static final String UPDATED = "sys_updated_on";

    /** {@link dev.belay.record.RecordSnapshot#routedPriority}. */
    private static final int LOWEST = 5;

    /** So many pages of hidden rows are passed over before it is a matter of rights. */
    private static final int MOST_HIDDEN_PAGES = 50;

    private final TableApi api;
    private final Map<String, RecordFields> tables;

    /** @param tables whose records may be read, and what was decided about them; any other table is refused */
    public ServiceNowChangedRecords(TableApi api, ServiceNowSettings settings, Map<String, TableSettings> tables) {
        this.api = api;
        this.tables = RecordFields.of(settings, tables);
    }

    @Override
    public Page changed(String table, Set<Integer> priorities, Position from) {
        EncodedQuery query = Keyset.behind(UPDATED, from, prioritized(priorities));
        int hidden = 0;
        for (int page = 0; page < MOST_HIDDEN_PAGES; page++) {
            Rows rows = rows(table, query, page * PAGE, PAGE);
            hidden += hiddenOf(rows);
            if (!rows.list().isEmpty() || rows.last()) {
                return page(table, rows, priorities, from, hidden);
            }
        }
        throw new Rejected(
                TableApi.SYSTEM,
                hidden + " changed rows of " + table + " in a row are hidden from the integration user");
    }

    private Rows rows(String table, EncodedQuery query, int offset, int limit) {
        List<String> fields = new ArrayList<>(fields(table).names());
        fields.add(UPDATED);
        return api.rowsShown(table, query, fields, offset, limit);
    }

    private RecordFields fields(String table) {
        return RecordFields.among(tables, table);
    }

    /** What has no priority, or one that an installation added, is of the lowest. */
    private static Optional<String> prioritized(Set<Integer> priorities) {
        if (!priorities.contains(LOWEST)) {
            return Optional.of("priorityIN" + joined(priorities));
        }
        Set<Integer> others =
                new TreeSet<>(IntStream.rangeClosed(1, LOWEST).boxed().toList());
        others.removeAll(priorities);
        return others.isEmpty()
                ? Optional.empty()
                : Optional.of("priorityNOT IN" + joined(others) + "^ORpriorityISEMPTY");
    }

    private static String joined(Set<Integer> numbers) {
        return String.join(
                ",", new TreeSet<>(numbers).stream().map(String::valueOf).toList());
    }

    private Page page(String table, Rows rows, Set<Integer> priorities, Position from, int hidden) {
        List<Changed> records = new ArrayList<>();
        Position reached = from;
        for (Row row : rows.list()) {
            Instant at = updated(row);
            SysId id = row.sysId(ID);
            if (!reached.isBefore(at, id)) {
                throw new Rejected(
                        TableApi.SYSTEM,
                        table
                                + " returned rows that were not asked for, or out of order: part of the query was ignored,"
                                + " or the time zone of the integration user is not GMT");
            }
            reached = Position.behind(at, id);
            Changed changed = record(table, row, at);
            if (priorities.contains(changed.record().routedPriority())) {
                records.add(changed);
            }
        }
        return new Page(records, hidden, reached, Keyset.isLast(rows));
    }

    private static Instant updated(Row row) {
        return row.time(UPDATED).orElseThrow(() -> row.unreadable(UPDATED, "missing, or no time"));
    }

    private Changed record(String table, Row row, Instant at) {
        RecordRef ref = new RecordRef(table, row.sysId(ID));
        return new Changed(fields(table).snapshot(ref, row), at);
    }

    private static int hiddenOf(Rows rows) {
        long expected = Math.min(rows.limit(), rows.total().orElse(0) - rows.offset());
        return rows.hides() ? (int) expected - rows.list().size() : 0;
    }

    @Override
    public Some some(String table, Set<SysId> ids) {
        if (ids.isEmpty()) {
            return new Some(List.of(), 0);
        }
        Rows rows = rows(table, EncodedQuery.whereAny(ID, ids), 0, ids.size());
        Set<SysId> expected = new HashSet<>(ids);
        Predicate<Row> isAsked = row -> expected.remove(row.sysId(ID));
        if (!rows.last() || !rows.list().stream().allMatch(isAsked)) {
            throw new Rejected(
                    TableApi.SYSTEM, table + " returned other rows than were asked for: part of the query was ignored");
        }
        List<Changed> records = rows.list().stream()
                .map(row -> record(table, row, updated(row)))
                .toList();
        return new Some(records, hiddenOf(rows));
    }

    /** By their keys, which do not change; whether a record is over is its state's to say, so that what is inactive is left out after. */
    @Override
    public Open open(String table, Set<Integer> priorities, Optional<SysId> after) {
        EncodedQuery active = Keyset.with(EncodedQuery.where("active=true"), prioritized(priorities));
        EncodedQuery query =
                after.map(last -> active.andAbove(ID, last)).orElse(active).and("ORDERBY" + ID);
        for (int page = 0; page < MOST_HIDDEN_PAGES; page++) {
            Rows rows = rows(table, query, page * PAGE, PAGE);
            if (!rows.list().isEmpty() || rows.last()) {
                return open(table, rows, priorities, after);
            }
        }
        throw new Rejected(TableApi.SYSTEM, "too many open rows of " + table + " are hidden from the integration user");
    }

    private Open open(String table, Rows rows, Set<Integer> priorities, Optional<SysId> after) {
        List<RecordSnapshot> open = new ArrayList<>();
        Optional<SysId> reached = after;
        for (Row row : rows.list()) {
            SysId id = row.sysId(ID);
            if (reached.filter(last -> id.value().compareTo(last.value()) <= 0).isPresent()) {
                throw new Rejected(
                        TableApi.SYSTEM, table + " returned rows out of order: part of the query was ignored");
            }
            reached = Optional.of(id);
            RecordSnapshot record = fields(table).snapshot(new RecordRef(table, id), row);
            if (!record.ended() && priorities.contains(record.routedPriority())) {
                open.add(record);
            }
        }
        return new Open(open, reached, Keyset.isLast(rows));
    }

    @Override
    public List<RecordSnapshot> numbered(String table, Set<RecordNumber> numbers) {
        if (numbers.isEmpty()) {
            return List.of();
        }
        Rows rows = rows(table, EncodedQuery.whereAnyNumber("number", numbers), 0, numbers.size() + 1);
        Map<String, List<RecordSnapshot>> found = rows.list().stream()
                .map(row -> fields(table).snapshot(new RecordRef(table, row.sysId(ID)), row))
                .collect(Collectors.groupingBy(RecordSnapshot::number));
        if (!rows.last() || !asked(numbers).containsAll(found.keySet())) {
            throw new Rejected(
                    TableApi.SYSTEM, table + " returned other rows than were asked for: part of the query was ignored");
        }
        return found.values().stream()
                .filter(same -> same.size() == 1)
                .flatMap(List::stream)
                .toList();
    }

    private static Set<String> asked(Set<RecordNumber> numbers) {
        return numbers.stream().map(RecordNumber::value).collect(Collectors.toSet());
    }

    @Override
    public Presence presence(RecordRef ref) {
        fields(ref.table());
        Rows rows = api.rows(ref.table(), EncodedQuery.where(ID, ref.sysId()), List.of(ID), 0, 1);
        boolean there = rows.list().stream().anyMatch(row -> row.sysId(ID).equals(ref.sysId()));
        if (there) {
            return Presence.THERE;
        }
        return rows.list().isEmpty() && rows.total().orElse(1) == 0 ? Presence.DELETED : Presence.HIDDEN;
    }
}
