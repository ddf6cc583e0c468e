package dev.belay.simulator.servicenow.table;

import java.util.Map;

/**
 * A column of a table.
 *
 * @param target the table that a reference or list points into, empty for other kinds
 * @param initial the value of a new row that names none
 * @param maxLength its {@code max_length} in the dictionary, 0 where that names no number
 * @param readOnly whether a written value is ignored
 * @param labels what a choice is called on the screen, by value
 */
public record Column(
        String name,
        Kind kind,
        String target,
        String initial,
        int maxLength,
        boolean readOnly,
        Map<String, String> labels) {
    private static final int LONGEST_VARCHAR = 255;

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
        /** A {@code glide_list}: sys_ids of rows of another table, with commas between. */
        LIST,
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
        return new Column(name, Kind.TEXT, "", "", 0, false, Map.of());
    }

    public static Column flag(String name, boolean initial) {
        return new Column(name, Kind.FLAG, "", Boolean.toString(initial), 0, false, Map.of());
    }

    public static Column moment(String name) {
        return new Column(name, Kind.MOMENT, "", "", 0, false, Map.of());
    }

    public static Column reference(String name, String table) {
        return new Column(name, Kind.REFERENCE, table, "", 0, false, Map.of());
    }

    public static Column list(String name, String table) {
        return new Column(name, Kind.LIST, table, "", 0, false, Map.of());
    }

    /** An address; the dictionary's type {@code url} is text of 1,024 characters. */
    public static Column url(String name) {
        return text(name).holding(1_024);
    }

    public static Column journal(String name) {
        return new Column(name, Kind.JOURNAL, "", "", 0, false, Map.of());
    }

    /** This column with a value for new rows that name none. */
    public Column startingAt(String value) {
        return new Column(name, kind, target, value, maxLength, readOnly, labels);
    }

    /** This column with its dictionary entry's maximum length. */
    public Column holding(int characters) {
        return new Column(name, kind, target, initial, characters, readOnly, labels);
    }

    /**
     * Whether the database has room for the value: a column of up to 255 characters is a {@code varchar} of that length, a longer one a
     * {@code mediumtext}, whatever its {@code max_length} (support.servicenow.com, KB0685779).
     */
    boolean fits(String value) {
        return maxLength == 0 || maxLength > LONGEST_VARCHAR || value.codePointCount(0, value.length()) <= maxLength;
    }

    /** As much of the value as the database has room for. */
    String cut(String value) {
        return fits(value) ? value : value.substring(0, value.offsetByCodePoints(0, maxLength));
    }

    /** This column, set by the platform alone. */
    public Column readOnlyColumn() {
        return new Column(name, kind, target, initial, maxLength, true, labels);
    }

    /** This column with names for its values. */
    public Column labelled(Map<String, String> names) {
        return new Column(name, kind, target, initial, maxLength, readOnly, names);
    }
}
