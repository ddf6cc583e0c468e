package dev.belay.simulator.servicenow.table;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A table's columns, and the column by which its rows are called on the screen. */
public final class Table {
    private final String name;
    private final String display;
    private final Map<String, Column> columns;

    private Table(String name, String display, Map<String, Column> columns) {
        this.name = name;
        this.display = display;
        this.columns = columns;
    }

    static Table of(String name, String display, List<Column> columns) {
        Map<String, Column> byName = new LinkedHashMap<>();
        columns.forEach(column -> byName.put(column.name(), column));
        return new Table(name, display, byName);
    }

    Table and(Column column) {
        Map<String, Column> more = new LinkedHashMap<>(columns);
        more.put(column.name(), column);
        return new Table(name, display, more);
    }

    public String name() {
        return name;
    }

    /** The column that a reference to a row shows. */
    public String display() {
        return display;
    }

    public Collection<Column> columns() {
        return List.copyOf(columns.values());
    }

    public Optional<Column> column(String wanted) {
        return Optional.ofNullable(columns.get(wanted));
    }
}
