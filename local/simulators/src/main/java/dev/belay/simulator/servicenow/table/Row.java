package dev.belay.simulator.servicenow.table;

import java.util.Map;

/** A row as it was at one moment. */
public record Row(String table, Map<String, String> values) {
    public Row {
        values = Map.copyOf(values);
    }

    /** The value of a column, empty where it has none. */
    public String value(String column) {
        return values.getOrDefault(column, "");
    }

    public String sysId() {
        return value("sys_id");
    }
}
