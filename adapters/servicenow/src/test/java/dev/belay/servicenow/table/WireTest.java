package dev.belay.servicenow.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belay.failure.OutcomeUnknown;
import dev.belay.failure.Unavailable;
import dev.belay.record.NoteReference;
import dev.belay.record.RecordChange;
import dev.belay.record.RecordRef;
import dev.belay.record.WorkNote;
import dev.belay.servicenow.Incident;
import dev.belay.servicenow.ServiceNowRecords;
import dev.belay.servicenow.StubInstance;
import dev.belay.servicenow.credential.ClientCredentials;
import dev.belay.simulator.http.Request;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What becomes of a request whose connection fails. */
final class WireTest {
    private static final RecordRef REF = RecordRef.of("incident", StubInstance.SYS_ID);
    private static final RecordChange CHANGE = new RecordChange(
            RecordChange.Fields.NONE.conversation("slack", "C1"),
            new WorkNote("Here", new NoteReference("bly-abcdefghijkm")));

    private final StubInstance instance = new StubInstance();

    @AfterEach
    void close() {
        instance.close();
    }

    @Test
    void a_write_whose_fresh_connection_drops_is_sent_once() {
        instance.drops();
        ServiceNowRecords records = instance.records();
        assertThatThrownBy(() -> records.change(REF, CHANGE)).isInstanceOf(OutcomeUnknown.class);
        assertThat(writes()).isEqualTo(1);
    }

    @Test
    void a_write_whose_pooled_connection_drops_is_sent_once() {
        instance.answers(Incident.opened().answer()).drops();
        ServiceNowRecords records = instance.records();
        records.find(REF);
        assertThatThrownBy(() -> records.change(REF, CHANGE)).isInstanceOf(OutcomeUnknown.class);
        assertThat(writes()).isEqualTo(1);
    }

    @Test
    void a_read_whose_connection_drops_for_good_is_unavailable_after_the_client_tried_again() {
        instance.drops();
        ServiceNowRecords records = instance.records();
        assertThatThrownBy(() -> records.find(REF)).isInstanceOf(Unavailable.class);
        assertThat(instance.calls()).hasSizeGreaterThan(1);
    }

    @Test
    void a_read_that_is_not_answered_in_time_is_unavailable() {
        instance.hangs();
        ServiceNowRecords records = instance.records(instance.hurriedApi());
        assertThatThrownBy(() -> records.find(REF)).isInstanceOf(Unavailable.class);
    }

    @Test
    void a_write_that_is_not_answered_in_time_has_an_unknown_outcome() {
        instance.hangs();
        ServiceNowRecords records = instance.records(instance.hurriedApi());
        assertThatThrownBy(() -> records.change(REF, CHANGE)).isInstanceOf(OutcomeUnknown.class);
        assertThat(writes()).isEqualTo(1);
    }

    @Test
    void a_write_that_finds_nobody_was_never_sent() {
        instance.then(_ -> Incident.opened().answer().with("Connection", "close"));
        ServiceNowRecords records = instance.records();
        records.find(REF);
        instance.close();
        assertThatThrownBy(() -> records.change(REF, CHANGE)).isInstanceOf(Unavailable.class);
        assertThat(writes()).isZero();
    }

    @Test
    void no_cookie_is_ever_sent_back() {
        instance.answers(Incident.opened().answer().with("Set-Cookie", "JSESSIONID=1234; Path=/; HttpOnly"));
        ServiceNowRecords records = instance.records();
        records.find(REF);
        records.find(REF);
        assertThat(instance.calls()).hasSize(2).noneMatch(call -> call.headers().containsKey("cookie"));
    }

    @Test
    void an_instance_is_spoken_to_over_tls_or_on_this_machine() {
        for (String url : new String[] {
            "http://acme.service-now.com", "https://acme.service-now.com/", "https://acme.service-now.com/api",
            "https://me:pw@acme.service-now.com", "ftp://acme.service-now.com", "acme"
        }) {
            assertThatThrownBy(() -> api(url)).as(url).isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(api("https://acme.service-now.com")).isNotNull();
    }

    private static TableApi api(String url) {
        return new TableApi(URI.create(url), () -> new ClientCredentials("a", "b"), (_, _) -> {}, StubInstance.CLOCK);
    }

    private long writes() {
        return instance.calls().stream()
                .map(Request::method)
                .filter("PATCH"::equals)
                .count();
    }
}
