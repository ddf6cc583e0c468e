package dev.belay.servicenow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.grack.nanojson.JsonWriter;
import dev.belay.failure.Rejected;
import dev.belay.reconcile.ChangedRecords;
import dev.belay.reconcile.ChangedRecordsContract;
import dev.belay.reconcile.Position;
import dev.belay.record.RecordRef;
import dev.belay.record.SysId;
import dev.belay.time.MovedClock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Many records at once, on the simulated ServiceNow. */
final class SimulatedChangedRecordsTest implements ChangedRecordsContract {
    private final SimulatedInstance instance = new SimulatedInstance();

    @AfterEach
    void close() {
        instance.close();
    }

    @Override
    public ChangedRecords records() {
        return instance.changed;
    }

    @Override
    public MovedClock clock() {
        return instance.clock;
    }

    @Override
    public RecordRef open(String shortDescription, int priority) {
        return instance.open(shortDescription, priority);
    }

    @Override
    public void rename(RecordRef ref, String shortDescription) {
        instance.serviceNow
                .tables()
                .update("incident", ref.sysId().value(), Map.of("short_description", shortDescription), "admin");
    }

    @Override
    public void delete(RecordRef ref) {
        instance.serviceNow.tables().delete("incident", ref.sysId().value(), "admin");
    }

    @Override
    public void hide(RecordRef ref) {
        instance.serviceNow
                .control()
                .hideRecord(SimulatedInstance.USER, "incident", ref.sysId().value());
    }

    @Test
    void a_record_is_read_as_it_is_read_alone() {
        Position start = Position.from(clock().instant());
        RecordRef ref = open("Checkout down", 1);
        assertThat(records().changed("incident", ALL, start).records())
                .singleElement()
                .satisfies(changed -> assertThat(changed.record())
                        .isEqualTo(instance.records.find(ref).orElseThrow()));
        assertThat(records().some("incident", Set.of(ref.sysId())).records())
                .singleElement()
                .satisfies(changed -> assertThat(changed.record())
                        .isEqualTo(instance.records.find(ref).orElseThrow()));
    }

    @Test
    void an_instance_that_ignores_the_bound_is_found_out() {
        open("Old", 1);
        clock().advance(Duration.ofHours(1));
        Position now = Position.from(clock().instant());
        open("New", 1);
        instance.serviceNow.api().dropFromQueries("sys_updated_on", true);
        assertThatThrownBy(() -> records().changed("incident", ALL, now))
                .isInstanceOf(Rejected.class)
                .hasMessageContaining("part of the query was ignored");
    }

    @Test
    void an_instance_that_ignores_the_keys_is_found_out() {
        RecordRef ref = open("One", 1);
        open("Other", 1);
        open("Third", 1);
        instance.serviceNow.api().dropFromQueries("sys_id", true);
        assertThatThrownBy(() -> records().some("incident", Set.of(ref.sysId())))
                .isInstanceOf(Rejected.class)
                .hasMessageContaining("part of the query was ignored");
        assertThat(records().presence(RecordRef.ofNone("incident")))
                .as("without a proof it is not deleted")
                .isEqualTo(ChangedRecords.Presence.HIDDEN);
    }

    @Test
    void where_the_count_is_not_told_nothing_is_taken_for_deleted() {
        StubInstance stub = new StubInstance().answers(StubInstance.result("[]"));
        try (stub) {
            ChangedRecords blind =
                    new ServiceNowChangedRecords(stub.api(), stub.settings(), StubInstance.tables("incident"));
            RecordRef ref = new RecordRef("incident", new SysId(StubInstance.SYS_ID));
            assertThat(blind.presence(ref)).isEqualTo(ChangedRecords.Presence.HIDDEN);
            assertThat(blind.some("incident", Set.of(ref.sysId())).hidden()).isZero();
        }
    }

    @Test
    void where_the_count_is_not_told_only_a_page_without_rows_is_the_last() {
        String row = JsonWriter.string(
                Incident.opened().with("sys_updated_on", "2026-11-22 08:00:00").fields());
        StubInstance stub = new StubInstance().answers(StubInstance.result("[" + row + "]"), StubInstance.result("[]"));
        try (stub) {
            ChangedRecords blind =
                    new ServiceNowChangedRecords(stub.api(), stub.settings(), StubInstance.tables("incident"));
            ChangedRecords.Page first = blind.changed("incident", ALL, Position.from(clock().instant()));
            assertThat(first.last()).isFalse();
            assertThat(blind.changed("incident", ALL, first.reached()).last()).isTrue();
        }
    }

    @Test
    void a_record_without_a_priority_is_among_the_lowest() {
        StubInstance stub = new StubInstance()
                .answers(StubInstance.result("["
                        + JsonWriter.string(Incident.opened()
                                .with("priority", "")
                                .with("sys_updated_on", "2026-11-22 08:00:00")
                                .fields())
                        + "]"));
        try (stub) {
            ChangedRecords records =
                    new ServiceNowChangedRecords(stub.api(), stub.settings(), StubInstance.tables("incident"));
            Position start = Position.from(clock().instant());
            assertThat(records.changed("incident", Set.of(3, 4, 5), start).records())
                    .hasSize(1);
            assertThat(stub.calls().getFirst().query().get("sysparm_query"))
                    .isEqualTo("sys_updated_on>=2026-11-22 08:00:00^priorityNOT IN1,2^ORpriorityISEMPTY"
                            + "^ORDERBYsys_updated_on^ORDERBYsys_id");
            assertThat(records.changed("incident", Set.of(1, 2), start).records())
                    .isEmpty();
        }
    }

    @Test
    void a_table_that_the_settings_do_not_name_is_refused() {
        Position start = Position.from(clock().instant());
        assertThatThrownBy(() -> records().changed("problem", ALL, start)).isInstanceOf(Rejected.class);
        assertThatThrownBy(() -> records().presence(RecordRef.ofNone("problem")))
                .isInstanceOf(Rejected.class);
    }
}
