package dev.belay.simulator.servicenow.table;

import dev.belay.simulator.servicenow.table.Change.Kind;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The instance's database: every table with its rows, in memory; one write at a time. */
public final class Tables {
    /** One step of a dot-walked path: a column of a table. */
    public record Step(String table, Column column) {}

    private final Clock clock;
    private final Map<String, Table> tables = new LinkedHashMap<>();
    private final Map<String, Map<String, Row>> rows = new LinkedHashMap<>();
    private final List<Change.Rule> rules = new ArrayList<>();
    private final StateModels models = new StateModels();
    private int lastNumber = 10_000;
    private Overlong overlong = Overlong.CUT;

    public Tables(Clock clock) {
        this.clock = clock;
        for (Table table : Schema.tables()) {
            tables.put(table.name(), table);
            rows.put(table.name(), new LinkedHashMap<>());
        }
    }

    /** Sets what becomes of a text that is longer than its column. */
    public synchronized void overlong(Overlong how) {
        overlong = how;
    }

    /** Which states a change or a problem may go to. */
    public StateModels models() {
        return models;
    }

    /** Has a rule run after each write that took effect, in the order of the writes. */
    public synchronized void after(Change.Rule rule) {
        rules.add(rule);
    }

    public synchronized Optional<Table> table(String name) {
        return Optional.ofNullable(tables.get(name));
    }

    public synchronized Set<String> names() {
        return Set.copyOf(tables.keySet());
    }

    /** Adds a column, as an administrator does; rows that exist have it empty. */
    public synchronized void addColumn(String table, Column column) {
        tables.put(table, known(table).and(column));
    }

    /** All rows in the order in which they were made. */
    public synchronized List<Row> rows(String table) {
        return List.copyOf(rowsOf(table).values());
    }

    public synchronized Optional<Row> row(String table, String sysId) {
        return Optional.ofNullable(rowsOf(table).get(sysId));
    }

    /** The first row whose column has the value. */
    public synchronized Optional<Row> row(String table, String column, String value) {
        return rowsOf(table).values().stream()
                .filter(row -> row.value(column).equals(value))
                .findFirst();
    }

    /** The columns that a path such as {@code user.email} walks through; none where one does not exist. */
    public synchronized Optional<List<Step>> path(String table, String path) {
        List<Step> steps = new ArrayList<>();
        String at = table;
        for (String name : path.split("\\.", -1)) {
            Optional<Column> column = table(at).flatMap(found -> found.column(name));
            if (column.isEmpty()) {
                return Optional.empty();
            }
            steps.add(new Step(at, column.get()));
            at = column.get().target();
        }
        return Optional.of(steps);
    }

    /** The value at the end of a path, empty where a reference on the way is. */
    public synchronized String read(Row row, String path) {
        int dot = path.indexOf('.');
        if (dot < 0) {
            return row.value(path);
        }
        String target = known(row.table())
                .column(path.substring(0, dot))
                .map(Column::target)
                .orElse("");
        return tables.containsKey(target)
                ? row(target, row.value(path.substring(0, dot)))
                        .map(next -> read(next, path.substring(dot + 1)))
                        .orElse("")
                : "";
    }

    /** A journal column's whole text. */
    public synchronized String journal(Row record, String element, ZoneId zone) {
        Map<String, String> names = rowsOf("sys_user").values().stream()
                .collect(Collectors.toMap(user -> user.value("user_name"), user -> user.value("name"), (a, b) -> a));
        return Journal.text(record, element, rows(Journal.TABLE), names, zone);
    }

    public synchronized Written insert(String table, Map<String, String> values, String by) {
        Optional<String> tooLong = tooLong(table, values);
        if (tooLong.isPresent()) {
            return new Written.Refused(tooLong.get());
        }
        Map<String, String> draft = new LinkedHashMap<>();
        known(table).columns().forEach(column -> draft.put(column.name(), column.initial()));
        Row blank = new Row(table, draft);
        String now = Moments.kept(clock.instant());
        draft.put("sys_id", UUID.randomUUID().toString().replace("-", ""));
        draft.put("sys_created_on", now);
        draft.put("sys_created_by", by);
        apply(table, values, draft);
        if (Tasks.NUMBERS.containsKey(table)) {
            opened(table, draft, by, now);
        }
        Optional<String> refusal = complete(blank, draft, by, now);
        if (refusal.isPresent()) {
            return new Written.Refused(refusal.get());
        }
        updated(table, draft, 0, by, now);
        return done(Kind.INSERT, new Row(table, draft), changed(blank, draft), journals(table, values), by);
    }

    public synchronized Written update(String table, String sysId, Map<String, String> values, String by) {
        Optional<Row> found = row(table, sysId);
        if (found.isEmpty()) {
            return new Written.Missing();
        }
        Optional<String> tooLong = tooLong(table, values);
        if (tooLong.isPresent()) {
            return new Written.Refused(tooLong.get());
        }
        Row before = found.get();
        Map<String, String> draft = new LinkedHashMap<>(before.values());
        String now = Moments.kept(clock.instant());
        apply(table, values, draft);
        Optional<String> refusal = complete(before, draft, by, now);
        if (refusal.isPresent()) {
            return new Written.Refused(refusal.get());
        }
        Set<String> changed = changed(before, draft);
        Map<String, String> journals = journals(table, values);
        if (changed.isEmpty() && journals.isEmpty()) {
            return new Written.Done(before);
        }
        updated(table, draft, Integer.parseInt("0" + before.value("sys_mod_count")) + 1, by, now);
        return done(Kind.UPDATE, new Row(table, draft), changed, journals, by);
    }

    public synchronized Written delete(String table, String sysId, String by) {
        Optional<Row> found = row(table, sysId);
        if (found.isEmpty()) {
            return new Written.Missing();
        }
        rowsOf(table).remove(sysId);
        rules.forEach(rule -> rule.after(new Change(Kind.DELETE, found.get(), Set.of(), by)));
        return new Written.Done(found.get());
    }

    private Written done(Kind kind, Row row, Set<String> changed, Map<String, String> journals, String by) {
        rowsOf(row.table()).put(row.sysId(), row);
        journals.forEach((element, text) -> insert(Journal.TABLE, Journal.entry(row, element, text), by));
        Set<String> fields = new LinkedHashSet<>(changed);
        fields.addAll(journals.keySet());
        rules.forEach(rule -> rule.after(new Change(kind, row, fields, by)));
        return new Written.Done(rowsOf(row.table()).getOrDefault(row.sysId(), row));
    }

    /** Takes over what was written: unknown columns and those that the platform sets are ignored. */
    private void apply(String table, Map<String, String> values, Map<String, String> draft) {
        for (Column column : known(table).columns()) {
            if (isTaken(column, values)) {
                draft.put(column.name(), column.cut(values.getOrDefault(column.name(), "")));
            }
        }
    }

    private static boolean isTaken(Column column, Map<String, String> values) {
        return !column.readOnly() && column.kind() != Column.Kind.JOURNAL && values.containsKey(column.name());
    }

    /** Why the write is refused, where a text is too long and that is how the database takes it. */
    private Optional<String> tooLong(String table, Map<String, String> values) {
        return known(table).columns().stream()
                .filter(column -> overlong == Overlong.REFUSED
                        && isTaken(column, values)
                        && !column.fits(values.getOrDefault(column.name(), "")))
                .map(column -> "Data truncation: Data too long for column '" + column.name() + "'")
                .findFirst();
    }

    private Map<String, String> journals(String table, Map<String, String> values) {
        Map<String, String> written = new LinkedHashMap<>();
        for (Column column : known(table).columns()) {
            String text = values.getOrDefault(column.name(), "");
            if (column.kind() == Column.Kind.JOURNAL && !text.isBlank()) {
                written.put(column.name(), text);
            }
        }
        return written;
    }

    /** What the instance decides about a record before it is written; why it may not be, or nothing. */
    private Optional<String> complete(Row before, Map<String, String> draft, String by, String now) {
        return switch (before.table()) {
            case "incident" -> IncidentRules.complete(before, draft, userId(by), now);
            case "problem" -> ProblemRules.complete(models, before, draft, userId(by), now);
            case "change_request" -> ChangeRules.complete(models, before, draft, userId(by), now);
            case "incident_task" -> TaskRules.complete(before, draft, userId(by), now);
            default -> Optional.empty();
        };
    }

    private void opened(String table, Map<String, String> draft, String by, String now) {
        lastNumber++;
        String prefix = Tasks.NUMBERS.getOrDefault(table, "");
        draft.computeIfPresent(
                "number", (name, number) -> number.isEmpty() ? prefix + "%07d".formatted(lastNumber) : number);
        draft.computeIfPresent("opened_at", (name, at) -> at.isEmpty() ? now : at);
        draft.computeIfPresent("opened_by", (name, opener) -> opener.isEmpty() ? userId(by) : opener);
    }

    private void updated(String table, Map<String, String> draft, int count, String by, String now) {
        if (known(table).column("sys_mod_count").isPresent()) {
            draft.put("sys_mod_count", Integer.toString(count));
            draft.put("sys_updated_on", now);
            draft.put("sys_updated_by", by);
        }
    }

    private static Set<String> changed(Row before, Map<String, String> after) {
        return after.keySet().stream()
                .filter(name -> !before.value(name).equals(after.get(name)))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private String userId(String userName) {
        return row("sys_user", "user_name", userName).map(Row::sysId).orElse("");
    }

    private Table known(String table) {
        return table(table).orElseThrow(() -> new IllegalArgumentException("there is no table " + table));
    }

    private Map<String, Row> rowsOf(String table) {
        return rows.computeIfAbsent(known(table).name(), name -> new LinkedHashMap<>());
    }
}
