package dev.belay.servicenow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import dev.belay.failure.CredentialsRefused;
import dev.belay.failure.OutcomeUnknown;
import dev.belay.failure.Rejected;
import dev.belay.record.NoteReference;
import dev.belay.record.PartlyTaken;
import dev.belay.record.RecordChange;
import dev.belay.record.RecordRef;
import dev.belay.record.RecordSnapshot;
import dev.belay.record.RecordState;
import dev.belay.record.SysId;
import dev.belay.record.WorkNote;
import dev.belay.servicenow.table.EncodedQuery;
import dev.belay.servicenow.table.Rows;
import dev.belay.servicenow.table.TableApi;
import dev.belay.settings.ServiceNowSettings;
import dev.belay.simulator.http.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a real instance answered, played back. */
final class RecordingsTest {
    private static final SysId UPDATED = new SysId("8425e02f4f33130058ae7e918110c7ba");
    private static final RecordRef REF = new RecordRef("incident", UPDATED);
    private static final WorkNote NOTE = new WorkNote("Here", new NoteReference("bly-abcdefghijkm"));

    private final StubInstance instance = new StubInstance();
    private final TableApi api = instance.api();
    private final ServiceNowRecords records = new ServiceNowRecords(
            api,
            new ServiceNowSettings("dev12629", instance.url(), StubInstance.USER, Map.of()),
            StubInstance.tables("incident"));

    @AfterEach
    void close() {
        instance.close();
    }

    @Test
    void a_page_of_incidents_is_read_with_its_total() {
        instance.answers(recorded("healthCheckOk", 0));
        Rows rows = api.rows("incident", EncodedQuery.where("active=true"), List.of("sys_id", "number", "state"), 0, 1);
        assertThat(rows.list()).singleElement().satisfies(row -> {
            assertThat(row.text("number")).isEqualTo("00F0B");
            assertThat(row.sysId("sys_id")).isEqualTo(UPDATED);
        });
        assertThat(rows.total()).hasValue(70);
        assertThat(rows.last()).isFalse();
        assertThat(rows.hides()).isFalse();
    }

    @Test
    void an_updated_incident_is_read() {
        instance.answers(recorded("updateRecord", 1));
        RecordSnapshot record = records.find(REF).orElseThrow();
        assertThat(record.state()).isEqualTo(RecordState.NEW);
        assertThat(record.priority()).isEqualTo(5);
        assertThat(record.active()).isTrue();
        assertThat(record.assignee()).isEmpty();
        assertThat(record.openedAt()).isEqualTo(Instant.parse("2018-08-14T08:01:23Z"));
        assertThat(record.modCount()).isPositive();
    }

    @Test
    void an_update_returns_the_incident_as_it_is_then() {
        instance.answers(recorded("updateRecord", 1));
        RecordChange nothingButTheNote = new RecordChange(RecordChange.Fields.NONE.conversation("slack", "C1"), NOTE);
        assertThat(records.change(REF, nothingButTheNote).ref()).isEqualTo(REF);
    }

    @Test
    void a_field_that_the_answer_does_not_hold_as_written_is_told() {
        instance.answers(recorded("updateRecord", 1));
        SysId jane = new SysId("62826bf03710200044e0bfc8bcbe5df1");
        assertThatThrownBy(() -> records.change(REF, new RecordChange(RecordChange.Fields.NONE.assignee(jane), NOTE)))
                .isInstanceOf(PartlyTaken.class)
                .hasMessageContaining("incident.assigned_to was not written");
    }

    @Test
    void a_record_that_is_not_there_is_none() {
        instance.answers(recorded("deleteNonExistingRecord", 0));
        assertThat(records.find(REF)).isEmpty();
    }

    @Test
    void a_business_rule_that_refuses_is_rejected_without_its_own_words() {
        instance.answers(recorded("insertRecordError", 1));
        assertThatThrownBy(() -> records.change(
                        REF, new RecordChange(RecordChange.Fields.NONE.conversation("slack", "C1"), NOTE)))
                .isInstanceOf(Rejected.class)
                .hasMessageContaining("Operation Failed")
                .hasMessageNotContaining("2135483521432");
    }

    @Test
    void invalid_credentials_are_refused_after_one_fresh_token() {
        instance.answers(recorded("healthCheckInvalidCredentials", 0));
        assertThatThrownBy(() -> records.find(REF))
                .isInstanceOf(CredentialsRefused.class)
                .hasMessageContaining("User Not Authenticated");
        assertThat(instance.tokenCalls()).hasSize(2);
    }

    @Test
    void a_created_record_is_no_answer_to_an_update() {
        instance.answers(recorded("insertRecord", 0));
        assertThatThrownBy(() -> records.change(
                        REF, new RecordChange(RecordChange.Fields.NONE.conversation("slack", "C1"), NOTE)))
                .isInstanceOf(OutcomeUnknown.class);
    }

    private static Response recorded(String name, int number) {
        JsonObject response = exchanges(name).getObject(number).getObject("response");
        Map<String, String> headers = new LinkedHashMap<>();
        response.getObject("headers").forEach((header, value) -> headers.put(header, String.valueOf(value)));
        headers.remove("Transfer-Encoding");
        byte[] body = response.getString("payload", "").getBytes(StandardCharsets.UTF_8);
        return new Response(response.getInt("status"), headers, body);
    }

    private static JsonArray exchanges(String name) {
        String file = "/servicenow/" + name + ".json";
        try (InputStream in = Objects.requireNonNull(RecordingsTest.class.getResourceAsStream(file), file)) {
            return JsonParser.array().from(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (JsonParserException e) {
            throw new AssertionError(e);
        }
    }
}
