package dev.belay.servicenow;

import dev.belay.reconcile.Position;
import dev.belay.servicenow.table.EncodedQuery;
import dev.belay.servicenow.table.Rows;
import java.util.Optional;

/** Queries for rows behind a position, in the order of when they changed and of their keys, without an offset that slides. */
final class Keyset {
    private static final String ID = "sys_id";

    private Keyset() {}

    static EncodedQuery behind(String updated, Position from, String condition) {
        return behind(updated, from, Optional.of(condition));
    }

    /** @param condition what else the rows must meet */
    static EncodedQuery behind(String updated, Position from, Optional<String> condition) {
        return from.after()
                .map(last -> with(EncodedQuery.whereAfter(updated, from.at()), condition)
                        .or(with(EncodedQuery.whereAt(updated, from.at()).andAbove(ID, last), condition)))
                .orElseGet(() -> with(EncodedQuery.whereSince(updated, from.at()), condition))
                .and("ORDERBY" + updated)
                .and("ORDERBY" + ID);
    }

    static EncodedQuery with(EncodedQuery query, Optional<String> condition) {
        return condition.map(query::and).orElse(query);
    }

    /** Where no count is told, rows may have been left out, and only a page without any is the last. */
    static boolean isLast(Rows rows) {
        return rows.total().isPresent() ? rows.last() : rows.list().isEmpty();
    }
}
