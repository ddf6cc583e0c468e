package dev.belay.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belay.failure.OutcomeUnknown;
import dev.belay.failure.Unavailable;
import dev.belay.record.NoteReference;
import dev.belay.record.RecordRef;
import dev.belay.record.SysId;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What every {@link Attachments} keeps. */
public interface AttachmentsContract {
    NoteReference REFERENCE = NoteReference.of("slack:T01ACME:F1>incident:1");
    byte[] BYTES = random(300_000);

    Attachments attachments();

    AttachmentsStage stage();

    @Test
    default void what_a_person_attached_is_found_and_read_whole() {
        SysId id = stage().attach("report.pdf", "application/pdf", BYTES);
        Attachment found = attachments().find(id).orElseThrow();
        assertThat(found.record()).isEqualTo(stage().record());
        assertThat(found.file()).isEqualTo(new NamedFile(FileName.of("report.pdf"), "application/pdf", BYTES.length));
        assertThat(found.author()).isNotEmpty();
        assertThat(found.own()).isEmpty();
        assertThat(found.link()).startsWith("http").contains(id.value());
        byte[][] read = new byte[1][];
        attachments().read(found, bytes -> {
            read[0] = all(bytes);
            assertThat(bytes.isWhole()).isTrue();
            return new Uploaded.Stored("read");
        });
        assertThat(read[0]).isEqualTo(BYTES);
    }

    @Test
    default void what_was_deleted_is_not_found() {
        SysId id = stage().attach("report.pdf", "application/pdf", BYTES);
        stage().delete(id);
        assertThat(attachments().find(id)).isEmpty();
    }

    @Test
    default void what_is_deleted_before_it_is_read_is_unreadable() {
        SysId id = stage().attach("report.pdf", "application/pdf", BYTES);
        Attachment found = attachments().find(id).orElseThrow();
        stage().delete(id);
        assertThat(attachments().read(found, _ -> {
                    throw new AssertionError("there is nothing to read");
                }))
                .isEqualTo(new Uploaded.Refused(FileRefusal.UNREADABLE));
    }

    @Test
    default void what_we_attach_is_there_whole_under_its_name() {
        Uploaded done = attach("screen shot.png", BYTES);
        assertThat(done).isInstanceOf(Uploaded.Stored.class);
        assertThat(stage().shown()).singleElement().satisfies(shown -> {
            assertThat(shown.name()).isEqualTo(name("screen shot.png").value());
            assertThat(shown.type()).isEqualTo("image/png");
            assertThat(shown.bytes()).isEqualTo(BYTES);
        });
        SysId id = new SysId(((Uploaded.Stored) done).id());
        assertThat(attachments().findOwn(stage().record(), REFERENCE)).contains(id);
        assertThat(attachments().find(id).orElseThrow().own()).contains(REFERENCE.value());
    }

    @Test
    default void what_is_another_persons_is_not_ours_whatever_it_is_called() {
        SysId id = stage().attach(name("report.pdf").value(), "application/pdf", BYTES);
        assertThat(attachments().findOwn(stage().record(), REFERENCE)).isEmpty();
        assertThat(attachments().find(id).orElseThrow().own()).isEmpty();
    }

    @Test
    default void the_limit_is_taken_and_a_byte_more_is_refused() {
        stage().takeAtMost(BYTES.length);
        assertThat(attach("fits.bin", BYTES)).isInstanceOf(Uploaded.Stored.class);
        assertThat(attach("larger.bin", random(BYTES.length + 1)))
                .isEqualTo(new Uploaded.Refused(FileRefusal.TOO_LARGE));
        assertThat(stage().shown()).hasSize(1);
    }

    @Test
    default void what_was_attached_under_a_lost_answer_is_found() {
        stage().loseNext(true);
        assertThatThrownBy(() -> attach("report.pdf", BYTES)).isInstanceOf(OutcomeUnknown.class);
        assertThat(attachments().findOwn(stage().record(), REFERENCE)).isPresent();
        assertThat(stage().shown()).hasSize(1);
    }

    @Test
    default void what_never_arrived_is_not_found() {
        stage().loseNext(false);
        assertThatThrownBy(() -> attach("report.pdf", BYTES)).isInstanceOf(OutcomeUnknown.class);
        assertThat(attachments().findOwn(stage().record(), REFERENCE)).isEmpty();
    }

    @Test
    default void a_source_that_breaks_off_leaves_nothing() {
        FileBytes broken = new FileBytes(new ByteArrayInputStream(BYTES), BYTES.length + 1L);
        NamedFile file = new NamedFile(name("report.pdf"), "application/pdf", BYTES.length + 1L);
        RecordRef record = stage().record();
        assertThatThrownBy(() -> attachments().attach(record, file, broken)).isInstanceOf(Unavailable.class);
        assertThat(stage().shown()).isEmpty();
    }

    @Test
    default void a_record_that_is_not_there_takes_nothing() {
        NamedFile file = new NamedFile(name("report.pdf"), "application/pdf", BYTES.length);
        assertThat(attachments().attach(RecordRef.ofNone("incident"), file, bytes(BYTES)))
                .isEqualTo(new Uploaded.Refused(FileRefusal.REFUSED));
    }

    private Uploaded attach(String name, byte[] content) {
        return attachments()
                .attach(stage().record(), new NamedFile(name(name), "image/png", content.length), bytes(content));
    }

    private static FileName name(String called) {
        return FileName.of(called).with(REFERENCE);
    }

    /** The bytes of a file, as they stream in. */
    static FileBytes bytes(byte[] content) {
        return new FileBytes(new ByteArrayInputStream(content), content.length);
    }

    static byte[] all(FileBytes bytes) {
        try {
            return bytes.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }
}
