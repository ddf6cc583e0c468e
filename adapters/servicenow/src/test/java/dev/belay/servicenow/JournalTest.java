package dev.belay.servicenow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonWriter;
import dev.belay.failure.Rejected;
import dev.belay.record.NoteReference;
import dev.belay.record.RecordRef;
import dev.belay.record.SysId;
import dev.belay.simulator.http.Request;
import dev.belay.simulator.http.Response;
import java.util.Arrays;
import java.util.Collections;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How a note of ours is found again in a record's journal. */
final class JournalTest {
    private static final RecordRef REF = RecordRef.of("incident", StubInstance.SYS_ID);
    private static final SysId JANE = new SysId("62826bf03710200044e0bfc8bcbe5df1");
    private static final NoteReference REFERENCE = new NoteReference("bly-abcdefghijkm");

    private final StubInstance instance = new StubInstance();
    private final ServiceNowRecords records = instance.records();

    @AfterEach
    void close() {
        instance.close();
    }

    @Test
    void the_journal_is_asked_for_one_reference() {
        instance.answers(journal(entry("Here\n[bly-abcdefghijkm]", StubInstance.USER)));
        assertThat(records.hasNote(REF, REFERENCE)).isTrue();
        assertThat(call().path()).isEqualTo("/api/now/table/sys_journal_field");
        assertThat(call().query())
                .containsEntry(
                        "sysparm_query",
                        "element_id=" + StubInstance.SYS_ID
                                + "^element=work_notes^valueLIKEbly-abcdefghijkm^ORDERBYDESCsys_created_on")
                .containsEntry("sysparm_fields", "element_id,element,value,sys_created_by");
    }

    @Test
    void a_reference_counts_only_at_the_end_of_our_own_note_on_this_record() {
        String body = "Here\n[bly-abcdefghijkm]";
        instance.answers(journal(
                entry(body, "jane"),
                entry(body + " quoted", StubInstance.USER),
                entry("bly-abcdefghijkm", StubInstance.USER),
                with(entry(body, StubInstance.USER), "element_id", JANE.value()),
                with(entry(body, StubInstance.USER), "element", "comments")));
        assertThat(records.hasNote(REF, REFERENCE)).isFalse();
        assertThat(instance.calls()).hasSize(1);
    }

    @Test
    void a_journal_row_that_lacks_a_field_is_rejected_by_name() {
        for (String field : new String[] {"element_id", "element", "value", "sys_created_by"}) {
            JsonObject entry = entry("Another note", StubInstance.USER);
            entry.remove(field);
            try (StubInstance other = new StubInstance()) {
                other.answers(journal(entry));
                assertThatThrownBy(() -> other.records().hasNote(REF, REFERENCE))
                        .isInstanceOf(Rejected.class)
                        .hasMessageContaining("sys_journal_field." + field);
            }
        }
    }

    @Test
    void a_journal_whose_rows_are_hidden_proves_nothing() {
        instance.answers(StubInstance.result("[]").with("X-Total-Count", "1"));
        assertThatThrownBy(() -> records.hasNote(REF, REFERENCE))
                .isInstanceOf(Rejected.class)
                .hasMessageContaining("hidden");
    }

    @Test
    void an_ignored_reference_is_looked_for_on_every_page() {
        Response full = journal(fill(100)).with("X-Total-Count", "201");
        instance.answers(
                full,
                full,
                journal(entry("x\n[bly-abcdefghijkm]", StubInstance.USER)).with("X-Total-Count", "201"));
        assertThat(records.hasNote(REF, REFERENCE)).isTrue();
        assertThat(instance.calls())
                .extracting(call -> call.query().get("sysparm_offset"))
                .containsExactly("0", "100", "200");
    }

    @Test
    void a_journal_without_end_proves_nothing() {
        instance.answers(journal(fill(100)));
        assertThatThrownBy(() -> records.hasNote(REF, REFERENCE)).isInstanceOf(Rejected.class);
        assertThat(instance.calls()).hasSize(10);
    }

    private Request call() {
        return instance.calls().getFirst();
    }

    private static JsonObject entry(String value, String author) {
        JsonObject entry = new JsonObject();
        entry.put("element_id", StubInstance.SYS_ID);
        entry.put("element", "work_notes");
        entry.put("value", value);
        entry.put("sys_created_by", author);
        return entry;
    }

    private static JsonObject with(JsonObject entry, String field, String value) {
        entry.put(field, value);
        return entry;
    }

    private static JsonObject[] fill(int count) {
        JsonObject[] entries = new JsonObject[count];
        Arrays.fill(entries, entry("Another note", StubInstance.USER));
        return entries;
    }

    private static Response journal(JsonObject... entries) {
        JsonArray rows = new JsonArray();
        Collections.addAll(rows, entries);
        return StubInstance.result(JsonWriter.string(rows));
    }
}
