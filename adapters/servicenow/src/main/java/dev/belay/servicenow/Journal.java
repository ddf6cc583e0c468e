package dev.belay.servicenow;

import dev.belay.failure.Rejected;
import dev.belay.record.NoteReference;
import dev.belay.record.SysId;
import dev.belay.servicenow.table.EncodedQuery;
import dev.belay.servicenow.table.Row;
import dev.belay.servicenow.table.Rows;
import dev.belay.servicenow.table.TableApi;
import java.util.List;

/**
 * The work notes that stand on a record, read one by one: a record's own answer shows them empty (ServiceNow docs, "Retrieving
 * journal entries").
 *
 * @param author the {@code user_name} under which our own notes stand
 */
record Journal(TableApi api, String author) {
    private static final String TABLE = "sys_journal_field";
    private static final List<String> FIELDS = List.of("element_id", "element", "value", "sys_created_by");
    private static final int PAGE = 100;
    private static final int MOST_PAGES = 10;

    /**
     * Whether our note with this reference is there. One request where the instance honours the query; where it ignores the
     * part that names the reference, the newest thousand notes are looked through.
     */
    boolean hasNote(SysId record, NoteReference reference) {
        EncodedQuery query = EncodedQuery.where("element_id", record)
                .and("element=work_notes")
                .andContains("value", reference)
                .and("ORDERBYDESCsys_created_on");
        for (int page = 0; page < MOST_PAGES; page++) {
            Rows rows = api.rows(TABLE, query, FIELDS, page * PAGE, PAGE).holding(FIELDS);
            if (rows.list().stream().anyMatch(row -> is(row, record, reference))) {
                return true;
            }
            if (rows.hides()) {
                throw new Rejected(TableApi.SYSTEM, "rows of " + TABLE + " are hidden from the integration user");
            }
            if (rows.last()) {
                return false;
            }
        }
        throw new Rejected(TableApi.SYSTEM, TABLE + " has more rows than can be looked through");
    }

    private boolean is(Row row, SysId record, NoteReference reference) {
        return row.text("element_id").equals(record.value())
                && row.text("element").equals("work_notes")
                && row.text("sys_created_by").equals(author)
                && row.text("value").stripTrailing().endsWith("[" + reference.value() + "]");
    }
}
