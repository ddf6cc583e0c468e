package dev.belay.file;

import dev.belay.record.RecordRef;

final class InMemoryAttachmentsTest implements AttachmentsContract {
    private final InMemoryAttachments attachments =
            new InMemoryAttachments(RecordRef.of("incident", "9d385017c611228701d22104cc95c371"));

    @Override
    public Attachments attachments() {
        return attachments;
    }

    @Override
    public AttachmentsStage stage() {
        return attachments;
    }
}
