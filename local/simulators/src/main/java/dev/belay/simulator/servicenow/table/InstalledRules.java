package dev.belay.simulator.servicenow.table;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The business rules that Belay's application installs, as rows of {@code sys_script}: four on each table of tasks and one on
 * attachments. One that is inactive tells nothing; a table that has none of them has rules of its administrator's own.
 */
public final class InstalledRules {
    private static final String TABLE = "sys_script";
    private static final String ATTACHMENTS = "sys_attachment";
    private static final List<String> TABLES = List.of("incident", "problem", "change_request");

    /** The rules' names, by the type of event that each tells of. */
    private static final Map<String, String> NAMES = Map.of(
            "record.opened", "Belay: opened",
            "record.updated", "Belay: updated",
            "record.journal", "Belay: noted",
            "record.deleted", "Belay: deleted",
            "record.attached", "Belay: attached");

    private final Tables tables;

    private InstalledRules(Tables tables) {
        this.tables = tables;
    }

    static Table table() {
        return Schema.table(
                TABLE,
                "name",
                Stream.concat(Schema.texts("name collection when order"), Stream.of(Column.flag("active", true)))
                        .toList());
    }

    /** Installs them, active. */
    public static InstalledRules on(Tables tables) {
        InstalledRules rules = new InstalledRules(tables);
        NAMES.values().forEach(name -> (name.endsWith("attached") ? List.of(ATTACHMENTS) : TABLES)
                .forEach(table -> tables.insert(
                        TABLE,
                        Map.of("name", name, "collection", table, "when", "async_always", "order", "1000"),
                        "admin")));
        return rules;
    }

    /** Switches all of them on or off. */
    public void active(boolean on) {
        tables.rows(TABLE).forEach(row -> set(row, on));
    }

    /** Switches those of one name on a table on or off. */
    public void active(String name, String table, boolean on) {
        tables.rows(TABLE).stream()
                .filter(row -> row.value("name").equals(name)
                        && row.value("collection").equals(table))
                .forEach(row -> set(row, on));
    }

    private void set(Row row, boolean on) {
        if (!row.value("active").equals(Boolean.toString(on))) {
            tables.update(TABLE, row.sysId(), Map.of("active", Boolean.toString(on)), "admin");
        }
    }

    /** Whether what happened to a table's row is told. */
    public boolean tells(String type, String table) {
        List<Row> rules = tables.rows(TABLE).stream()
                .filter(row -> row.value("collection").equals(table)
                        && row.value("name").equals(NAMES.get(type)))
                .toList();
        return rules.isEmpty()
                || rules.stream().anyMatch(row -> row.value("active").equals("true"));
    }
}
