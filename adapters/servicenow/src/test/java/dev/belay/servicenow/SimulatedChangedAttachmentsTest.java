package dev.belay.servicenow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belay.failure.Rejected;
import dev.belay.reconcile.ChangedAttachments;
import dev.belay.reconcile.ChangedAttachmentsContract;
import dev.belay.reconcile.Position;
import dev.belay.record.RecordRef;
import dev.belay.record.SysId;
import dev.belay.simulator.servicenow.table.Row;
import dev.belay.simulator.servicenow.table.Written;
import dev.belay.time.MovedClock;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Many attachments at once, on the simulated ServiceNow. */
final class SimulatedChangedAttachmentsTest implements ChangedAttachmentsContract {
    private static final byte[] BYTES = "x".getBytes(StandardCharsets.UTF_8);

    private final SimulatedInstance instance = new SimulatedInstance();

    @AfterEach
    void close() {
        instance.close();
    }

    @Override
    public ChangedAttachments attachments() {
        return instance.changedAttachments;
    }

    @Override
    public MovedClock clock() {
        return instance.clock;
    }

    @Override
    public RecordRef open() {
        return instance.open("Checkout down", 1);
    }

    @Override
    public SysId attach(RecordRef record) {
        return attach(record, "report.pdf", "admin");
    }

    @Override
    public SysId attachOurselves(RecordRef record) {
        return attach(record, "report (" + REFERENCE + ").pdf", SimulatedInstance.USER);
    }

    @Override
    public void picture(RecordRef record) {
        assertThat(instance.serviceNow.attachments().picture(row(record), "photo", "image/png", BYTES, "admin"))
                .isInstanceOf(Written.Done.class);
    }

    private Row row(RecordRef record) {
        return instance.serviceNow
                .tables()
                .row(record.table(), record.sysId().value())
                .orElseThrow();
    }

    private SysId attach(RecordRef record, String name, String by) {
        if (instance.serviceNow.attachments().attach(row(record), name, "application/pdf", BYTES, by)
                instanceof Written.Done(var made)) {
            return new SysId(made.sysId());
        }
        throw new AssertionError("the simulator took no attachment");
    }

    @Override
    public void hide(SysId attachment) {
        instance.serviceNow.control().hideRecord(SimulatedInstance.USER, "sys_attachment", attachment.value());
    }

    @Test
    void a_name_that_bears_a_reference_and_is_not_ours_is_not_ours() {
        attach(open(), "report (" + REFERENCE + ").pdf", "admin");
        assertThat(attachments()
                        .changed(INCIDENTS, Position.from(clock().instant()))
                        .attachments())
                .singleElement()
                .satisfies(attached -> assertThat(attached.own()).isEmpty());
    }

    /** The instance drops what it does not understand and answers the rest. */
    @Test
    void a_query_that_was_dropped_is_not_believed() {
        attach(open());
        clock().advance(Duration.ofSeconds(5));
        Position now = Position.from(clock().instant());
        instance.serviceNow.api().dropFromQueries("sys_updated_on", true);
        assertThatThrownBy(() -> attachments().changed(INCIDENTS, now))
                .isInstanceOf(Rejected.class)
                .hasMessageContaining("part of the query was ignored");
    }
}
