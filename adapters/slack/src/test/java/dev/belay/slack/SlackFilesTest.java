package dev.belay.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belay.chat.Channel;
import dev.belay.failure.Rejected;
import dev.belay.failure.Unavailable;
import dev.belay.file.AttachmentsContract;
import dev.belay.file.FileName;
import dev.belay.file.FileRefusal;
import dev.belay.file.Files;
import dev.belay.file.FilesContract;
import dev.belay.file.FilesStage;
import dev.belay.file.NamedFile;
import dev.belay.file.SharedFile;
import dev.belay.file.Uploaded;
import dev.belay.ratelimit.InMemoryRateLimitStore;
import dev.belay.simulator.slack.AcmeWorkspace;
import dev.belay.simulator.slack.limit.Failure;
import dev.belay.simulator.slack.workspace.Message;
import dev.belay.simulator.slack.workspace.WorkspaceFile;
import dev.belay.slack.call.SlackClient;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SlackFilesTest implements FilesContract, FilesStage {
    private final SlackStage slack = new SlackStage();
    private final Files files = SlackPlatform.files(
            new SlackClient(slack.slack.apiUrl(), slack.clock),
            slack.tokens(),
            new InMemoryRateLimitStore(slack.clock),
            (metric, kind) -> slack.counted.add(metric.id() + " " + kind),
            slack.clock);

    @AfterEach
    void close() {
        slack.close();
    }

    @Override
    public Files files() {
        return files;
    }

    @Override
    public FilesStage stage() {
        return this;
    }

    @Override
    public Instant now() {
        return slack.now();
    }

    @Override
    public Channel channel() {
        return slack.shared();
    }

    @Override
    public String thread() {
        return slack.slack
                .say(AcmeWorkspace.ALICE, AcmeWorkspace.SUPPORT, "a thread", "")
                .ts();
    }

    @Override
    public FilesStage.Post share(Optional<String> thread, String name, String type, byte[] bytes) {
        return told(slack.slack.shareFile(
                AcmeWorkspace.ALICE, AcmeWorkspace.SUPPORT, thread.orElse(""), name, type, bytes));
    }

    @Override
    public FilesStage.Post shareFromElsewhere(String name) {
        return told(
                slack.slack.shareLinked(AcmeWorkspace.ALICE, AcmeWorkspace.SUPPORT, name, "https://drive.example/d/1"));
    }

    private FilesStage.Post told(Message message) {
        return new FilesStage.Post(
                message.ts(), of(message).stream().map(WorkspaceFile::id).toList());
    }

    private List<WorkspaceFile> of(Message message) {
        return slack.slack
                .workspace()
                .atomically(() -> slack.slack.workspace().files().of(AcmeWorkspace.SUPPORT, message.ts()));
    }

    @Override
    public void delete(FilesStage.Post message) {
        slack.slack.workspace().atomically(() -> {
            message.ids().forEach(slack.slack.workspace().files()::delete);
            return message;
        });
    }

    @Override
    public List<Shown> shown() {
        return slack.slack.messages(AcmeWorkspace.SUPPORT).stream()
                .filter(message -> message.user().equals(AcmeWorkspace.APP.botUser()))
                .flatMap(message -> of(message).stream()
                        .map(file -> new Shown(
                                file.name(),
                                file.bytes(),
                                Optional.of(message.thread()).filter(thread -> !thread.isEmpty()),
                                message.content().text())))
                .toList();
    }

    @Override
    public void forbidUploads() {
        slack.slack.workspace().files().disable(true);
    }

    @Override
    public void forbidReading() {
        slack.slack
                .workspace()
                .botScopes(AcmeWorkspace.BOT_SCOPES.stream()
                        .filter(scope -> !scope.equals("files:read"))
                        .toList());
    }

    @Override
    public void loseNextShare(boolean afterDone) {
        slack.failNext(
                "files.completeUploadExternal", afterDone ? new Failure.DroppedAfter() : new Failure.DroppedBefore());
    }

    @Test
    void without_the_right_a_file_is_told_of_by_its_message() {
        FilesStage.Post message = share(Optional.empty(), "a.txt", "text/plain", BYTES);
        forbidReading();
        List<SharedFile> found = files.of(channel(), Optional.empty(), message.id(), message.ids());
        assertThat(found).singleElement().satisfies(file -> {
            assertThat(file.refusal()).contains(FileRefusal.UNREADABLE);
            assertThat(file.link()).contains("/archives/" + AcmeWorkspace.SUPPORT);
        });
    }

    @Test
    void our_token_goes_to_slack_alone() {
        SharedFile elsewhere = new SharedFile(
                "F1",
                new NamedFile(FileName.of("a"), "text/plain", 3),
                "https://acme.slack.com/a",
                "https://files.slack.com.example/a",
                Optional.empty());
        assertThatThrownBy(() -> files.read(channel(), elsewhere, _ -> new Uploaded.Stored("")))
                .isInstanceOf(Rejected.class);
    }

    @Test
    void the_limit_is_taken_and_a_byte_more_is_refused() {
        slack.slack.workspace().files().takeAtMost(BYTES.length);
        assertThat(upload("fits.bin", BYTES)).isInstanceOf(Uploaded.Stored.class);
        assertThat(upload("larger.bin", AttachmentsContract.random(BYTES.length + 1)))
                .isEqualTo(new Uploaded.Refused(FileRefusal.TOO_LARGE));
    }

    @Test
    void a_body_that_is_not_taken_for_its_size_is_refused() {
        slack.slack.workspace().files().takeBodiesOf(BYTES.length - 1);
        assertThat(upload("a.txt", BYTES)).isEqualTo(new Uploaded.Refused(FileRefusal.TOO_LARGE));
    }

    @Test
    void an_ending_that_the_workspace_refuses_is_refused() {
        slack.slack.workspace().files().refuseEndings(Set.of("exe"));
        assertThat(upload("a.exe", BYTES)).isEqualTo(new Uploaded.Refused(FileRefusal.TYPE));
    }

    @ParameterizedTest
    @CsvSource({"file_uploads_except_images_disabled, UPLOADS_DISABLED", "storage_limit_reached, STORAGE_FULL"})
    void what_slack_says_to_an_upload_is_a_refusal(String error, FileRefusal why) {
        slack.failNext("files.getUploadURLExternal", new Failure.Refused(error));
        assertThat(upload("a.txt", BYTES)).isEqualTo(new Uploaded.Refused(why));
    }

    @Test
    void what_slack_does_not_let_us_share_in_a_connected_channel_is_refused() {
        Uploaded.Stored stored = (Uploaded.Stored) upload("a.txt", BYTES);
        slack.failNext(
                "files.completeUploadExternal", new Failure.Refused("slack_connect_file_upload_sharing_blocked"));
        assertThat(files.share(channel(), Optional.empty(), stored, SAID, "m")).contains(FileRefusal.REFUSED);
    }

    @Test
    void a_page_that_a_person_shared_is_read() {
        byte[] page = "<!DOCTYPE html><p>Our runbook</p>".getBytes(java.nio.charset.StandardCharsets.UTF_8);
        FilesStage.Post message = share(Optional.empty(), "runbook.html", "text/html", page);
        SharedFile file = files.of(channel(), Optional.empty(), message.id(), message.ids())
                .getFirst();
        assertThat(files.read(
                        channel(),
                        file,
                        bytes -> new Uploaded.Stored(
                                new String(AttachmentsContract.all(bytes), java.nio.charset.StandardCharsets.UTF_8))))
                .isEqualTo(new Uploaded.Stored("<!DOCTYPE html><p>Our runbook</p>"));
    }

    @ParameterizedTest
    @CsvSource({
        "snippet,",
        "hosted,",
        "email,",
        "external, ELSEWHERE",
        "hidden_by_limit, HIDDEN",
        "canvas, NO_FILE",
        "quip, NO_FILE",
        "post, NO_FILE"
    })
    void what_slack_keeps_is_read_whatever_it_shows_it_as(String mode, @Nullable FileRefusal why) {
        FilesStage.Post message = share(Optional.empty(), "server.log", "text/plain", BYTES);
        shown(message).mode(mode);
        List<SharedFile> found = files.of(channel(), Optional.empty(), message.id(), message.ids());
        assertThat(found).singleElement().satisfies(file -> assertThat(file.refusal())
                .isEqualTo(Optional.ofNullable(why)));
    }

    @Test
    void what_was_deleted_is_left_out_though_slack_shows_that_it_was_there() {
        FilesStage.Post message = share(Optional.empty(), "a.txt", "text/plain", BYTES);
        shown(message).mode("tombstone");
        assertThat(files.of(channel(), Optional.empty(), message.id(), message.ids()))
                .isEmpty();
    }

    private WorkspaceFile shown(FilesStage.Post message) {
        return slack.slack
                .workspace()
                .atomically(
                        () -> slack.slack.workspace().files().file(message.ids().getFirst()))
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({"400, REFUSED", "403, REFUSED", "404, BROKEN_OFF", "410, BROKEN_OFF", "413, TOO_LARGE"})
    void what_is_said_to_the_bytes_is_a_refusal(int status, FileRefusal why) {
        slack.failNext("upload", new Failure.Status(status));
        assertThat(upload("a.txt", BYTES)).isEqualTo(new Uploaded.Refused(why));
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 500, 503})
    void what_may_pass_is_tried_again(int status) {
        slack.failNext("upload", new Failure.Status(status));
        assertThatThrownBy(() -> upload("a.txt", BYTES)).isInstanceOf(Unavailable.class);
        assertThat(upload("a.txt", BYTES)).isInstanceOf(Uploaded.Stored.class);
    }

    @Test
    void a_limit_holds_for_all_as_long_as_slack_says() {
        FilesStage.Post message = share(Optional.empty(), "a.txt", "text/plain", BYTES);
        SharedFile file = files.of(channel(), Optional.empty(), message.id(), message.ids())
                .getFirst();
        slack.failNext("upload", new Failure.RateLimited(17));
        slack.failNext("download", new Failure.RateLimited(17));
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> upload("a.txt", BYTES))
                    .isInstanceOfSatisfying(
                            Unavailable.class, e -> assertThat(e.retryAfter()).contains(Duration.ofSeconds(17)));
            assertThatThrownBy(() -> files.read(channel(), file, _ -> new Uploaded.Stored("")))
                    .isInstanceOfSatisfying(
                            Unavailable.class, e -> assertThat(e.retryAfter()).contains(Duration.ofSeconds(17)));
        }
        slack.clock.advance(Duration.ofSeconds(18));
        assertThat(upload("a.txt", BYTES)).isInstanceOf(Uploaded.Stored.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"file_not_found", "file_update_failed"})
    void an_upload_that_slack_does_not_know_any_more_is_broken_off(String error) {
        Uploaded.Stored stored = (Uploaded.Stored) upload("a.txt", BYTES);
        slack.failNext("files.completeUploadExternal", new Failure.Refused(error));
        assertThat(files.share(channel(), Optional.empty(), stored, SAID, "m")).contains(FileRefusal.BROKEN_OFF);
    }

    @Test
    void an_upload_that_is_shown_already_is_not_broken_off() {
        Uploaded.Stored stored = (Uploaded.Stored) upload("a.txt", BYTES);
        assertThat(files.share(channel(), Optional.empty(), stored, SAID, "m")).isEmpty();
        assertThat(files.share(channel(), Optional.empty(), stored, SAID, "m")).isEmpty();
        assertThat(shown()).hasSize(1);
    }

    @Test
    void without_the_right_to_write_files_it_is_a_matter_of_rights() {
        slack.failNext("files.getUploadURLExternal", new Failure.Refused("missing_scope"));
        assertThat(upload("a.txt", BYTES)).isEqualTo(new Uploaded.Refused(FileRefusal.UNWRITABLE));
    }

    private Uploaded upload(String name, byte[] bytes) {
        return files.upload(
                channel(),
                new NamedFile(FileName.of(name).with(REFERENCE), "application/octet-stream", bytes.length),
                AttachmentsContract.bytes(bytes));
    }
}
