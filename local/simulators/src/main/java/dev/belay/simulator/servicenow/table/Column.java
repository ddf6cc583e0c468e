package dev.belay.simulator.servicenow.table;

import java.util.Map;

/**
 * A column of a table.
 *
 * @param target the table that a reference points into, empty for other kinds
 * @param initial the value of a new row that names none
 * @param readOnly whether a written value is ignored
 * @param labels what a choice is called on the screen, by value
 */
public record Column(
        String name, Kind kind, String target, String initial, boolean readOnly, Map<String, String> labels) {
    /** How a column keeps and shows its values. */
    public enum Kind {
        /** Text, numbers and choices: kept as text. */
        TEXT,
        /** {@code true} or {@code false}. */
        FLAG,
        /** A moment, kept in UTC and shown in the zone of whoever asks. */
        MOMENT,
        /** The sys_id of a row of another table. */
        REFERENCE,
        /** A journal: written here, kept in {@code sys_journal_field}, read back empty. */
        JOURNAL
    }

    public Column {
        if (!name.matches("[a-z][a-z0-9_]{0,79}")) {
            throw new IllegalArgumentException("a column's name is lower-case letters, digits and _, not " + name);
        }
        labels = Map.copyOf(labels);
    }

    public static Column text(String name) {
        return new Column(name, Kind.TEXT, "", "", false, Map.of());
    }

    public static Column flag(String name, boolean initial) {
        return new Column(name, Kind.FLAG, "", Boolean.toString(initial), false, Map.of());
    }

    public static Column moment(String name) {
        return new Column(name, Kind.MOMENT, "", "", false, Map.of());
    }

    public static Column reference(String name, String table) {
        return new Column(name, Kind.REFERENCE, table, "", false, Map.of());
    }

    public static Column journal(String name) {
        return new Column(name, Kind.JOURNAL, "", "", false, Map.of());
    }

    /** This column with a value for new rows that name none. */
    public Column startingAt(String value) {
        return new Column(name, kind, target, value, readOnly, labels);
    }

    /** This column, set by the platform alone. */
    public Column readOnlyColumn() {
        return new Column(name, kind, target, initial, true, labels);
    }

    /** This column with names for its values. */
    public Column labelled(Map<String, String> names) {
        return new Column(name, kind, target, initial, readOnly, names);
    }
}
