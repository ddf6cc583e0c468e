package dev.belay.reconcile;

import dev.belay.record.RecordRef;
import dev.belay.record.Sample;
import dev.belay.record.SysId;
import dev.belay.time.MovedClock;
import java.util.Optional;

final class InMemoryChangedAttachmentsTest implements ChangedAttachmentsContract {
    private final MovedClock clock = MovedClock.at(Sample.OPENED);
    private final InMemoryChangedAttachments attachments = new InMemoryChangedAttachments();
    private int ids;

    @Override
    public ChangedAttachments attachments() {
        return attachments;
    }

    @Override
    public MovedClock clock() {
        return clock;
    }

    @Override
    public RecordRef open() {
        return new RecordRef("incident", id());
    }

    @Override
    public SysId attach(RecordRef record) {
        return put(record, Optional.empty());
    }

    @Override
    public SysId attachOurselves(RecordRef record) {
        return put(record, Optional.of(REFERENCE));
    }

    @Override
    public void picture(RecordRef record) {
        put(new RecordRef("zz_yy" + record.table(), record.sysId()), Optional.empty());
    }

    private SysId put(RecordRef record, Optional<String> own) {
        SysId id = id();
        attachments.put(id, record, own, clock.instant());
        return id;
    }

    private SysId id() {
        return new SysId("%032x".formatted(++ids));
    }

    @Override
    public void hide(SysId attachment) {
        attachments.hide(attachment);
    }
}
