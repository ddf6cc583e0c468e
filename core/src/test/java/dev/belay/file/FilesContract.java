package dev.belay.file;

import static dev.belay.file.AttachmentsContract.all;
import static dev.belay.file.AttachmentsContract.bytes;
import static dev.belay.file.AttachmentsContract.random;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belay.failure.OutcomeUnknown;
import dev.belay.failure.Unavailable;
import dev.belay.line.Line;
import dev.belay.record.NoteReference;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every platform's {@link Files} keep. */
public interface FilesContract {
    NoteReference REFERENCE = NoteReference.of("servicenow:1>slack");
    Line SAID = Line.of("alice attached a <b>file</b> & more");
    byte[] BYTES = random(400_000);

    Files files();

    FilesStage stage();

    Instant now();

    @Test
    default void what_a_person_shares_is_read_whole() {
        SharedFile file = theOne(stage().share(Optional.empty(), "résumé 1.pdf", "application/pdf", BYTES));
        assertThat(file.file()).isEqualTo(new NamedFile(FileName.of("résumé 1.pdf"), "application/pdf", BYTES.length));
        assertThat(file.link()).startsWith("http");
        assertThat(file.refusal()).isEmpty();
        assertThat(read(file)).isEqualTo(BYTES);
    }

    @Test
    default void what_is_shared_in_a_thread_is_read_there() {
        Optional<String> thread = Optional.of(stage().thread());
        FilesStage.Post message = stage().share(thread, "a.txt", "text/plain", BYTES);
        List<SharedFile> files = files().of(stage().channel(), thread, message.id(), message.ids());
        assertThat(files).singleElement().satisfies(file -> assertThat(read(file))
                .isEqualTo(BYTES));
    }

    @Test
    default void two_files_of_one_name_are_two() {
        SharedFile first = theOne(stage().share(Optional.empty(), "image.png", "image/png", BYTES));
        SharedFile second = theOne(stage().share(Optional.empty(), "image.png", "image/png", random(17)));
        assertThat(first.id()).isNotEqualTo(second.id());
        assertThat(read(second)).isEqualTo(random(17));
    }

    @Test
    default void a_deleted_file_is_left_out() {
        FilesStage.Post message = stage().share(Optional.empty(), "a.txt", "text/plain", BYTES);
        stage().delete(message);
        assertThat(of(message)).isEmpty();
    }

    @Test
    default void what_is_kept_elsewhere_is_not_read() {
        SharedFile file = theOne(stage().shareFromElsewhere("plan.docx"));
        assertThat(file.refusal()).contains(FileRefusal.ELSEWHERE);
        assertThat(file.link()).startsWith("http");
    }

    @Test
    default void without_the_right_a_file_is_unreadable_and_no_page_is_taken_for_it() {
        FilesStage.Post message = stage().share(Optional.empty(), "page.html", "text/html", BYTES);
        SharedFile before = theOne(message);
        stage().forbidReading();
        assertThat(files().read(stage().channel(), before, _ -> {
                    throw new AssertionError("there is nothing to read");
                }))
                .isEqualTo(new Uploaded.Refused(FileRefusal.UNREADABLE));
        assertThat(of(message)).allSatisfy(file -> assertThat(file.refusal()).contains(FileRefusal.UNREADABLE));
    }

    @Test
    default void an_uploaded_file_is_shown_once_it_is_shared() {
        for (Optional<String> thread : List.of(Optional.<String>empty(), Optional.of(stage().thread()))) {
            int before = stage().shown().size();
            Uploaded.Stored stored = upload("report.pdf", NoteReference.of("upload" + before));
            assertThat(stage().shown()).hasSize(before);
            assertThat(files().isShared(stage().channel(), thread, stored, "m" + before, now()))
                    .isFalse();
            assertThat(files().share(stage().channel(), thread, stored, SAID, "m" + before))
                    .isEmpty();
            assertThat(stage().shown()).hasSize(before + 1);
            FilesStage.Shown shown = stage().shown().getLast();
            assertThat(shown.bytes()).isEqualTo(BYTES);
            assertThat(shown.thread()).isEqualTo(thread);
            assertThat(shown.words()).contains("alice attached a");
            assertThat(files().isShared(stage().channel(), thread, stored, "m" + before, now()))
                    .isTrue();
        }
    }

    @Test
    default void an_upload_that_is_repeated_is_shown_once() {
        upload("report.pdf", REFERENCE);
        Uploaded.Stored second = upload("report.pdf", REFERENCE);
        files().share(stage().channel(), Optional.empty(), second, SAID, "m");
        assertThat(stage().shown()).hasSize(1);
    }

    @Test
    default void what_was_shared_under_a_lost_answer_is_found() {
        Instant before = now();
        Uploaded.Stored stored = upload("report.pdf", REFERENCE);
        stage().loseNextShare(true);
        assertThatThrownBy(() -> files().share(stage().channel(), Optional.empty(), stored, SAID, "m"))
                .isInstanceOf(OutcomeUnknown.class);
        assertThat(files().isShared(stage().channel(), Optional.empty(), stored, "m", before))
                .isTrue();
        assertThat(stage().shown()).hasSize(1);
    }

    @Test
    default void what_was_never_shared_is_not_found() {
        Instant before = now();
        Uploaded.Stored stored = upload("report.pdf", REFERENCE);
        stage().loseNextShare(false);
        assertThatThrownBy(() -> files().share(stage().channel(), Optional.empty(), stored, SAID, "m"))
                .isInstanceOf(OutcomeUnknown.class);
        assertThat(files().isShared(stage().channel(), Optional.empty(), stored, "m", before))
                .isFalse();
    }

    @Test
    default void where_uploads_are_forbidden_they_are_refused() {
        stage().forbidUploads();
        assertThat(files().upload(stage().channel(), named("report.pdf", REFERENCE, BYTES.length), bytes(BYTES)))
                .isInstanceOf(Uploaded.Refused.class);
        assertThat(stage().shown()).isEmpty();
    }

    @Test
    default void a_source_that_breaks_off_leaves_nothing() {
        FileBytes broken = new FileBytes(new ByteArrayInputStream(BYTES), BYTES.length + 1L);
        NamedFile file = named("report.pdf", REFERENCE, BYTES.length + 1L);
        assertThatThrownBy(() -> files().upload(stage().channel(), file, broken))
                .isInstanceOf(Unavailable.class);
        assertThat(stage().shown()).isEmpty();
    }

    private Uploaded.Stored upload(String name, NoteReference reference) {
        return (Uploaded.Stored) files().upload(stage().channel(), named(name, reference, BYTES.length), bytes(BYTES));
    }

    private static NamedFile named(String name, NoteReference reference, long length) {
        return new NamedFile(FileName.of(name).with(reference), "application/pdf", length);
    }

    private SharedFile theOne(FilesStage.Post message) {
        List<SharedFile> files = of(message);
        assertThat(files).hasSize(1);
        return files.getFirst();
    }

    private List<SharedFile> of(FilesStage.Post message) {
        return files().of(stage().channel(), Optional.empty(), message.id(), message.ids());
    }

    private byte[] read(SharedFile file) {
        byte[][] read = new byte[1][];
        Uploaded done = files().read(stage().channel(), file, bytes -> {
            read[0] = all(bytes);
            return new Uploaded.Stored("read");
        });
        assertThat(done).isEqualTo(new Uploaded.Stored("read"));
        return read[0];
    }
}
