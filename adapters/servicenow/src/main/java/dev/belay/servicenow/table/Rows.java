package dev.belay.servicenow.table;

import dev.belay.failure.Rejected;
import java.util.List;
import java.util.OptionalLong;

/**
 * The rows of one page of a query. The API counts and limits before it takes out what we may not read (ServiceNow docs,
 * "Table API", sysparm_limit), so that fewer rows do not mean that there are no others.
 *
 * @param total how many the query has in all, where the answer told
 */
public record Rows(String table, List<Row> list, int offset, int limit, OptionalLong total) {
    /** These rows, once it is sure that each holds these fields: what is decided by a row is decided by all of them. */
    public Rows holding(List<String> fields) {
        list.forEach(row -> row.with(fields));
        return this;
    }

    public boolean last() {
        return total.isPresent() ? total.getAsLong() <= (long) offset + limit : list.size() < limit;
    }

    /** Whether rows of this page were taken out. */
    public boolean hides() {
        long expected = Math.min(limit, total.orElse(0) - offset);
        return total.isPresent() && list.size() < expected;
    }

    /** That none of this page was taken out. */
    public Rows unhidden() {
        if (hides()) {
            throw new Rejected(TableApi.SYSTEM, "rows of " + table + " are hidden from the integration user");
        }
        return this;
    }

    /** That these are all: where they are not, nothing may be concluded from what is missing. */
    public Rows complete() {
        if (!unhidden().last()) {
            throw new Rejected(
                    TableApi.SYSTEM, table + " returned more rows than were asked for: part of the query was ignored");
        }
        return this;
    }
}
