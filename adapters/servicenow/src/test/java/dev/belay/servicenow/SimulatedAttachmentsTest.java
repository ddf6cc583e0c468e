package dev.belay.servicenow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belay.failure.Unavailable;
import dev.belay.file.Attachment;
import dev.belay.file.Attachments;
import dev.belay.file.AttachmentsContract;
import dev.belay.file.AttachmentsStage;
import dev.belay.file.FileBytes;
import dev.belay.file.FileName;
import dev.belay.file.FileRefusal;
import dev.belay.file.NamedFile;
import dev.belay.file.Uploaded;
import dev.belay.record.RecordRef;
import dev.belay.record.SysId;
import dev.belay.simulator.http.Faults.Fault;
import dev.belay.simulator.servicenow.table.Row;
import dev.belay.simulator.servicenow.table.Written;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The adapter on the simulated ServiceNow, whose rights are those of a hardened instance. */
final class SimulatedAttachmentsTest implements AttachmentsContract, AttachmentsStage {
    private static final byte[] FEW = {1, 2, 3};

    private final SimulatedInstance instance = new SimulatedInstance();
    private final RecordRef record = instance.open("Checkout is down", 1);

    @AfterEach
    void close() {
        instance.close();
    }

    @Override
    public Attachments attachments() {
        return instance.attachments;
    }

    @Override
    public AttachmentsStage stage() {
        return this;
    }

    @Override
    public RecordRef record() {
        return record;
    }

    @Override
    public SysId attach(String name, String type, byte[] bytes) {
        Row row = instance.serviceNow
                .tables()
                .row(record.table(), record.sysId().value())
                .orElseThrow();
        if (instance.serviceNow.attachments().attach(row, name, type, bytes, "admin")
                instanceof Written.Done(Row made)) {
            return new SysId(made.sysId());
        }
        throw new AssertionError("the simulator took no attachment");
    }

    @Override
    public void delete(SysId attachment) {
        instance.serviceNow.tables().delete("sys_attachment", attachment.value(), "admin");
    }

    @Override
    public List<Shown> shown() {
        return instance.serviceNow.attachments().of(record.sysId().value()).stream()
                .map(row -> new Shown(
                        row.value("file_name"),
                        row.value("content_type"),
                        instance.serviceNow.attachments().bytes(row.sysId())))
                .toList();
    }

    @Override
    public void takeAtMost(long bytes) {
        instance.serviceNow.attachments().takeAtMost(bytes);
    }

    /** A token is asked for before. */
    @Override
    public void loseNext(boolean afterDone) {
        attachments().find(new SysId("0".repeat(32)));
        instance.faults.breakCall(0, afterDone ? Fault.RESPONSE_LOST : Fault.REQUEST_LOST);
    }

    private Uploaded attachFew(String name) {
        return attachments()
                .attach(
                        record,
                        new NamedFile(FileName.of(name).with(REFERENCE), "text/plain", FEW.length),
                        new FileBytes(new ByteArrayInputStream(FEW), FEW.length));
    }

    @Test
    void an_ending_that_the_instance_does_not_list_is_refused() {
        instance.serviceNow.attachments().takeEndings(List.of("png"));
        assertThat(attachFew("a.exe")).isEqualTo(new Uploaded.Refused(FileRefusal.REFUSED));
        assertThat(attachFew("a.png")).isInstanceOf(Uploaded.Stored.class);
    }

    @Test
    void a_token_that_ended_is_renewed_for_the_next_run() {
        attachFew("a.txt");
        instance.serviceNow.revokeToken();
        assertThatThrownBy(() -> attachFew("b.txt")).isInstanceOf(Unavailable.class);
        assertThat(attachFew("b.txt")).isInstanceOf(Uploaded.Stored.class);
        assertThat(shown()).hasSize(2);
    }

    @Test
    void a_token_that_ended_is_renewed_when_a_file_is_read() {
        Attachment found =
                attachments().find(attach("a.txt", "text/plain", FEW)).orElseThrow();
        instance.serviceNow.revokeToken();
        assertThat(attachments().read(found, bytes -> new Uploaded.Stored("" + AttachmentsContract.all(bytes).length)))
                .isEqualTo(new Uploaded.Stored("3"));
    }

    @Test
    void an_attachment_of_a_record_that_we_may_not_see_is_not_found() {
        SysId id = attach("a.txt", "text/plain", FEW);
        instance.serviceNow
                .control()
                .hideRecord(
                        SimulatedInstance.USER, record.table(), record.sysId().value());
        assertThat(attachments().find(id)).isEmpty();
        assertThat(attachFew("b.txt")).isEqualTo(new Uploaded.Refused(FileRefusal.REFUSED));
        assertThat(attachments().findOwn(record, REFERENCE)).isEqualTo(Optional.empty());
    }
}
