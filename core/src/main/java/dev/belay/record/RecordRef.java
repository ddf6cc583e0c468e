package dev.belay.record;

/**
 * Which record: a table of ServiceNow and the record's key in it.
 *
 * @param table the table's name, e.g. {@code incident}: lower-case letters, digits and underscores
 */
public record RecordRef(String table, SysId sysId) {
    public RecordRef {
        if (!isTable(table)) {
            throw new IllegalArgumentException("a table's name has lower-case letters, digits and underscores only");
        }
    }

    /** A key that no record has: what is asked of it finds nothing, as with a record that was deleted. */
    public static RecordRef ofNone(String table) {
        return of(table, "0".repeat(32));
    }

    public static RecordRef of(String table, String sysId) {
        return new RecordRef(table, new SysId(sysId));
    }

    public static boolean isTable(String name) {
        if (name.isEmpty() || name.length() > 80) {
            return false;
        }
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if ((c < 'a' || c > 'z') && (c < '0' || c > '9') && c != '_') {
                return false;
            }
        }
        return true;
    }

    @Override
    public String toString() {
        return table + ":" + sysId.value();
    }
}
