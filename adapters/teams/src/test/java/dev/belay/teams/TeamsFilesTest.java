package dev.belay.teams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import dev.belay.chat.Channel;
import dev.belay.failure.Rejected;
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
import dev.belay.simulator.teams.tenant.DriveFile;
import dev.belay.simulator.teams.tenant.Folder;
import dev.belay.simulator.teams.tenant.Message;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class TeamsFilesTest implements FilesContract, FilesStage {
    private static final long PART = 160L * 327_680;

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
