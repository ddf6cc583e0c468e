package dev.belay.teams.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
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
import dev.belay.simulator.teams.AcmeTeams;
import dev.belay.simulator.teams.limit.Failure;
import dev.belay.simulator.teams.tenant.DriveFile;
import dev.belay.simulator.teams.tenant.Folder;
import dev.belay.simulator.teams.tenant.Message;
import dev.belay.teams.TeamsStage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class TeamsFilesTest implements FilesContract, FilesStage {
    private static final long PART = 160L * 327_680;
    private static final byte[] PNG = begun("\u0089PNG\r\n\u001a\n", 60_000);
    private static final byte[] GIF = begun("GIF89a", 4_000);

    private static byte[] begun(String magic, int length) {
        byte[] begin = magic.getBytes(StandardCharsets.ISO_8859_1);
        byte[] picture = AttachmentsContract.random(length);
        System.arraycopy(begin, 0, picture, 0, begin.length);
        return picture;
    }

    private final TeamsStage teams = new TeamsStage();
    private final Files files = teams.files();

    @AfterEach
    void close() {
        teams.close();
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
        return teams.now();
    }

    @Override
    public Channel channel() {
        return teams.shared();
    }

    @Override
    public String thread() {
        return teams.teams
                .say(AcmeTeams.ALICE, AcmeTeams.SUPPORT, "a thread", "")
                .id();
    }

    @Override
    public Post share(Optional<String> thread, String name, String type, byte[] bytes) {
        Message message =
                teams.teams.shareFile(AcmeTeams.ALICE, AcmeTeams.SUPPORT, thread.orElse(""), name, type, bytes);
        return new Post(message.id(), List.of());
    }

    @Override
    public Post shareFromElsewhere(String name) {
        return new Post(
                teams.teams
                        .shareLinked(
                                AcmeTeams.ALICE,
                                AcmeTeams.SUPPORT,
                                name,
                                "https://acme-my.sharepoint.com/personal/alice/Documents/" + name)
                        .id(),
                List.of());
    }

    private Folder folder() {
        return teams.teams
                .tenant()
                .atomically(() -> teams.teams.tenant().library().of(teams.teams.channel(AcmeTeams.SUPPORT)));
    }

    @Override
    public void delete(Post post) {
        teams.teams.tenant().atomically(() -> {
            folder().files().stream().map(DriveFile::name).toList().forEach(folder()::delete);
            return post;
        });
    }

    @Override
    public List<Shown> shown() {
        return teams.teams.messages(AcmeTeams.SUPPORT).stream()
                .filter(Message::byBot)
                .flatMap(message -> linked(message).stream())
                .toList();
    }

    private Optional<Shown> linked(Message message) {
        return folder().files().stream()
                .filter(file -> message.activity().toString().contains(folder().webUrl(file.name())))
                .map(file -> new Shown(
                        file.name(),
                        file.bytes(),
                        Optional.of(message.root()).filter(root -> message.isReply()),
                        words(message)))
                .findFirst();
    }

    private static String words(Message message) {
        StringBuilder words = new StringBuilder();
        for (JsonObject card : message.cards()) {
            for (Object block : card.getArray("body", new JsonArray())) {
                for (Object run : ((JsonObject) block).getArray("inlines", new JsonArray())) {
                    words.append(((JsonObject) run).getString("text", ""));
                }
            }
        }
        return words.toString();
    }

    @Override
    public void forbidUploads() {
        teams.teams.tenant().revoke(AcmeTeams.FILES);
    }

    @Override
    public void forbidReading() {
        teams.teams.tenant().revoke(AcmeTeams.FILES);
        teams.teams.tenant().library().forgetOffers();
    }

    @Override
    public void loseNextShare(boolean afterDone) {
        teams.loseNextLine(afterDone);
    }

    @Test
    void a_file_that_takes_several_parts_is_whole() {
        byte[] large = AttachmentsContract.random((int) PART + 17);
        Uploaded done = files.upload(
                channel(),
                new NamedFile(FileName.of("dump.bin").with(REFERENCE), "application/octet-stream", large.length),
                AttachmentsContract.bytes(large));
        assertThat(done).isInstanceOf(Uploaded.Stored.class);
        assertThat(folder().files()).singleElement().satisfies(file -> assertThat(file.bytes())
                .isEqualTo(large));
        assertThat(teams.teams.calls("sharepoint.upload")).hasSize(2);
    }

    @Test
    void what_an_earlier_run_uploaded_is_not_sent_again() {
        NamedFile file = new NamedFile(FileName.of("a.txt").with(REFERENCE), "text/plain", BYTES.length);
        Uploaded first = files.upload(channel(), file, AttachmentsContract.bytes(BYTES));
        assertThat(files.upload(channel(), file, AttachmentsContract.bytes(BYTES)))
                .isEqualTo(first);
        assertThat(teams.teams.calls("sharepoint.upload")).hasSize(1);
    }

    @Test
    void a_changed_file_is_another_content() {
        Post first = share(Optional.empty(), "plan.txt", "text/plain", BYTES);
        String before = of(first).id();
        teams.teams.tenant().atomically(() -> folder().write("plan.txt", "text/plain", new byte[] {1}));
        assertThat(of(first).id()).isNotEqualTo(before);
    }

    @Test
    void a_reference_out_of_the_folder_is_not_followed() {
        for (String path : List.of("/../../secret.docx", "/%2e%2e/secret.docx", "2/secret.docx", "")) {
            Message message = teams.teams.shareLinked(
                    AcmeTeams.GUEST, AcmeTeams.SUPPORT, "secret.docx", folder().webUrl() + path);
            assertThat(of(new Post(message.id(), List.of())).refusal()).contains(FileRefusal.ELSEWHERE);
        }
    }

    @Test
    void a_link_that_leads_away_from_microsoft_is_not_passed_on() {
        for (String address :
                List.of("javascript:alert(1)", "https://evil.example/a", "https://sharepoint.com.evil.example/")) {
            Message message = teams.teams.shareLinked(AcmeTeams.ALICE, AcmeTeams.SUPPORT, "a", address);
            assertThat(of(new Post(message.id(), List.of())).link())
                    .startsWith("https://teams.microsoft.com/l/channel/");
        }
    }

    @Test
    void without_the_permission_a_file_is_told_of_by_its_reference() {
        Post post = share(Optional.empty(), "a.txt", "text/plain", BYTES);
        forbidReading();
        assertThat(of(post).refusal()).contains(FileRefusal.UNREADABLE);
        assertThat(of(post).link()).isEqualTo(folder().webUrl("a.txt"));
    }

    @Test
    void a_picture_that_was_pasted_into_a_message_is_read_whole_whether_its_type_and_size_are_told_or_not() {
        for (boolean told : new boolean[] {true, false}) {
            Message message = teams.teams.say(AcmeTeams.ALICE, AcmeTeams.SUPPORT, "Look", "");
            paste(message, PNG, told);
            SharedFile picture = of(new Post(message.id(), List.of()));
            assertThat(picture.file().name()).isEqualTo(FileName.of("picture.png"));
            assertThat(picture.file().type()).isEqualTo("image/png");
            assertThat(picture.file().bytes()).isEqualTo(told ? PNG.length : -1);
            assertThat(picture.refusal()).isEmpty();
            assertThat(bytes(picture)).isEqualTo(PNG);
        }
    }

    @Test
    void several_pictures_of_an_answer_are_told_apart_and_lead_to_it() {
        String root = thread();
        Message answer = teams.teams.paste(AcmeTeams.ALICE, AcmeTeams.SUPPORT, "Two", root, List.of(PNG, GIF));
        List<SharedFile> pictures = files.of(channel(), Optional.of(root), answer.id(), List.of());
        assertThat(pictures)
                .extracting(picture -> picture.file().name().value())
                .containsExactly("picture.png", "picture-2.gif");
        assertThat(pictures).extracting(SharedFile::id).doesNotHaveDuplicates();
        assertThat(bytes(pictures.getLast())).isEqualTo(GIF);
        assertThat(pictures.getFirst().link())
                .startsWith("https://teams.microsoft.com/l/message/")
                .contains("/" + answer.id() + "?")
                .endsWith("parentMessageId=" + root);
    }

    @Test
    void a_picture_and_a_file_of_one_message_are_both_there() {
        Post post = share(Optional.empty(), "a.txt", "text/plain", BYTES);
        teams.teams.tenant().atomically(() -> {
            teams.teams.tenant().library().paste(post.id(), "image/png", PNG, true);
            return post;
        });
        assertThat(files.of(channel(), Optional.empty(), post.id(), List.of()))
                .extracting(file -> file.file().name().value())
                .containsExactly("a.txt", "picture.png");
    }

    /** Pictures are a part of the message: no right to files is needed. */
    @Test
    void a_picture_needs_the_right_to_read_messages_alone_and_where_it_is_refused_the_message_is_linked() {
        Message message = teams.teams.paste(AcmeTeams.ALICE, AcmeTeams.SUPPORT, "", "", List.of(PNG));
        forbidReading();
        assertThat(of(new Post(message.id(), List.of())).refusal()).isEmpty();
        teams.teams.failures().next("graph.getPicture", 1, Failure.error(403, "Forbidden"));
        SharedFile refused = of(new Post(message.id(), List.of()));
        assertThat(refused.refusal()).contains(FileRefusal.UNREADABLE);
        assertThat(refused.link()).contains("/l/message/", message.id());
    }

    @Test
    void a_picture_that_cannot_be_read_now_is_waited_for() {
        Message message = teams.teams.paste(AcmeTeams.ALICE, AcmeTeams.SUPPORT, "", "", List.of(PNG));
        SharedFile picture = of(new Post(message.id(), List.of()));
        teams.teams.failures().next("graph.getPicture", 1, new Failure.RateLimited(17));
        assertThatThrownBy(() -> bytes(picture))
                .isInstanceOfSatisfying(
                        Unavailable.class, e -> assertThat(e.retryAfter()).contains(Duration.ofSeconds(17)));
        teams.clock.advance(Duration.ofSeconds(18));
        assertThat(bytes(picture)).isEqualTo(PNG);
    }

    @Test
    void what_an_image_of_a_message_leads_to_elsewhere_is_not_followed() {
        Message message = teams.teams.say(
                AcmeTeams.ALICE,
                AcmeTeams.SUPPORT,
                "<img src=\"https://evil.example/x.png\"><img src=\"https://evil.example/hostedContents/../../x/$value\">",
                "");
        assertThat(files.of(channel(), Optional.empty(), message.id(), List.of()))
                .isEmpty();
        assertThat(teams.teams.calls("graph.getPicture")).isEmpty();
    }

    @Test
    void a_picture_that_is_gone_is_left_out() {
        Message message = teams.teams.paste(AcmeTeams.ALICE, AcmeTeams.SUPPORT, "", "", List.of(PNG));
        teams.teams.failures().next("graph.getPicture", 1, Failure.error(404, "NotFound"));
        assertThat(files.of(channel(), Optional.empty(), message.id(), List.of()))
                .isEmpty();
    }

    private void paste(Message message, byte[] bytes, boolean told) {
        teams.teams.tenant().atomically(() -> {
            teams.teams.tenant().library().paste(message.id(), "image/png", bytes, told);
            return message;
        });
    }

    private byte[] bytes(SharedFile picture) {
        List<byte[]> read = new ArrayList<>();
        files.read(channel(), picture, bytes -> {
            read.add(AttachmentsContract.all(bytes));
            return new Uploaded.Stored("x");
        });
        return read.getFirst();
    }

    @Test
    void bytes_are_read_at_sharepoint_alone() {
        SharedFile elsewhere = new SharedFile(
                "1",
                new NamedFile(FileName.of("a"), "text/plain", 3),
                "https://acme.sharepoint.com/a",
                "http://127.0.0.1:1/a",
                Optional.empty());
        assertThatThrownBy(() -> files.read(channel(), elsewhere, _ -> new Uploaded.Stored("")))
                .isInstanceOf(Rejected.class);
    }

    private SharedFile of(Post post) {
        return files.of(channel(), Optional.empty(), post.id(), List.of()).getFirst();
    }
}
