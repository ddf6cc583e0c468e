package dev.belay.simulator.servicenow.table;

import java.util.Set;

/**
 * A write that took effect, as a business rule sees it.
 *
 * @param fields the columns that changed, journals that were written among them
 */
public record Change(Kind kind, Row row, Set<String> fields, String by) {
    /** What was done to the row. */
    public enum Kind {
        INSERT,
        UPDATE,
        DELETE
    }

    /** A rule that runs after a write. */
    public interface Rule {
        void after(Change change);
    }

    public Change {
        fields = Set.copyOf(fields);
    }
}
