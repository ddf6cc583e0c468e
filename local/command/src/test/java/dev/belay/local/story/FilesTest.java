package dev.belay.local.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.grack.nanojson.JsonObject;
import dev.belay.chat.Platform;
import dev.belay.local.room.Person;
import dev.belay.local.room.Room.SeenFile;
import dev.belay.simulator.servicenow.table.Row;
import dev.belay.simulator.slack.AcmeWorkspace;
import dev.belay.simulator.teams.AcmeTeams;
import dev.belay.simulator.teams.limit.Failure;
import dev.belay.simulator.teams.tenant.Library;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

/** Files go both ways once, whole, and never back; in place of what cannot go, a link does. */
final class FilesTest extends OnEachPlatform {
    private static final byte[] FILE = "what is in the file".getBytes(StandardCharsets.UTF_8);
    private static final byte[] PICTURE = "\u0089PNG\r\n\u001a\n0123456789abcdef".getBytes(StandardCharsets.ISO_8859_1);
    private static final int MEGABYTE = 1 << 20;

    private String channel = "";

    private String opened() {
        String incident = bench.open(1, 1, "Checkout down");
        bench.hints();
        channel = bench.channelOf(incident).id();
        return incident;
    }

    private void limits(int megabytes) {
        bench.world()
                .installation()
                .changeSettings(settings -> settings.put(
                        "files",
                        JsonObject.builder()
                                .value("largest_attachment_mb", megabytes)
                                .value("largest_in_slack_mb", megabytes)
                                .value("largest_in_teams_mb", megabytes)
                                .done()));
    }

    private void share(Person person, String name, byte[] bytes) {
        bench.room().share(person, channel, Optional.empty(), name, bytes);
        bench.files();
    }

    private byte[] bytes(Row attachment) {
        return bench.world().serviceNow().attachments().bytes(attachment.sysId());
    }

    @Test
    void what_is_shared_is_attached_whole_and_noted_with_who_shared_it() {
        String incident = opened();
        share(Person.ALICE, "[code]outage.png", FILE);
        assertThat(bench.attachments(incident)).singleElement().satisfies(attached -> {
            assertThat(attached.value("file_name"))
                    .startsWith("_code_outage (bly-")
                    .endsWith(").png");
            assertThat(bytes(attached)).isEqualTo(FILE);
        });
        assertThat(bench.notes(incident).getLast())
                .contains("Alice Archer shared _code_outage.png (19 bytes) in ", "It is attached to this record.");
        assertThat(bench.room().files(channel)).isEmpty();
    }

    @Test
    void pictures_that_were_pasted_into_a_message_are_attached_without_a_right_to_files() {
        assumeThat(platform).isEqualTo(Platform.TEAMS);
        String incident = opened();
        bench.world().teams().tenant().revoke(AcmeTeams.FILES);
        bench.world().teams().paste(AcmeTeams.ALICE, channel, "Two errors", "", List.of(PICTURE, FILE));
        bench.files();
        assertThat(bench.attachments(incident)).extracting(this::bytes).containsExactlyInAnyOrder(PICTURE, FILE);
        assertThat(bench.notes(incident))
                .filteredOn(note -> note.contains("Alice Archer shared picture.png (24 bytes) in Microsoft Teams."))
                .hasSize(1);
        bench.messages();
        assertThat(bench.notes(incident).getLast()).contains("Alice Archer: Two errors");
    }

    @Test
    void a_picture_that_may_not_be_read_is_noted_with_a_link_to_its_message() {
        assumeThat(platform).isEqualTo(Platform.TEAMS);
        String incident = opened();
        bench.world().teams().failures().next("graph.getPicture", 1, Failure.error(403, "Forbidden"));
        String message = bench.world()
                .teams()
                .paste(AcmeTeams.ALICE, channel, "", "", List.of(PICTURE))
                .id();
        bench.files();
        assertThat(bench.attachments(incident)).isEmpty();
        assertThat(bench.notes(incident).getLast())
                .contains(
                        "Alice Archer shared a picture in Microsoft Teams.",
                        "the app may not read it",
                        "/l/message/",
                        message);
    }

    @Test
    void a_command_that_carries_a_file_is_obeyed_and_its_file_is_attached() {
        assumeThat(platform).isEqualTo(Platform.TEAMS);
        String incident = opened();
        String number = bench.incident(incident).value("number");
        bench.world()
                .teams()
                .mentionWithFile(
                        AcmeTeams.ALICE,
                        channel,
                        "postmortem " + number + " https://wiki.acme.example/x",
                        "",
                        "timeline.txt",
                        FILE);
        bench.files();
        bench.presses();
        assertThat(bench.attachments(incident)).extracting(this::bytes).containsExactly(FILE);
        assertThat(bench.notes(incident)).anyMatch(note -> note.contains("https://wiki.acme.example/x"));
        bench.world().teams().mentionWithFile(AcmeTeams.ALICE, channel, "what is this", "", "other.txt", PICTURE);
        bench.files();
        bench.presses();
        assertThat(bench.attachments(incident)).hasSize(2);
    }

    @Test
    void what_is_attached_is_shown_whole_and_not_attached_again() {
        String incident = opened();
        bench.attach(incident, "report.pdf", FILE);
        bench.files();
        assertThat(bench.room().files(channel)).extracting(SeenFile::bytes).containsExactly(FILE);
        assertThat(bench.attachments(incident)).hasSize(1);
    }

    @Test
    void the_limit_goes_and_a_byte_more_becomes_a_link_both_ways() {
        String incident = opened();
        limits(1);
        share(Person.ALICE, "fits.bin", new byte[MEGABYTE]);
        share(Person.ALICE, "larger.bin", new byte[MEGABYTE + 1]);
        assertThat(bench.attachments(incident))
                .extracting(attached -> attached.value("size_bytes"))
                .containsExactly(Integer.toString(MEGABYTE));
        assertThat(bench.notes(incident).getLast())
                .contains("larger.bin", "larger than what is taken there", "opens it here: https://");
        bench.attach(incident, "fits.txt", new byte[MEGABYTE]);
        bench.attach(incident, "larger.txt", new byte[MEGABYTE + 1]);
        bench.files();
        assertThat(bench.room().files(channel))
                .extracting(file -> file.bytes().length)
                .containsExactly(MEGABYTE);
        assertThat(bench.backstage().lines(channel))
                .filteredOn(line -> line.contains("larger.txt (1.0 MB)"))
                .singleElement()
                .asString()
                .contains("Open it in ServiceNow");
    }

    @Test
    void what_servicenow_refuses_becomes_a_link() {
        String incident = opened();
        bench.world().serviceNow().attachments().takeEndings(List.of("png"));
        share(Person.ALICE, "tool.exe", FILE);
        assertThat(bench.attachments(incident)).isEmpty();
        assertThat(bench.notes(incident).getLast()).contains("tool.exe", "it is refused there", "https://");
    }

    @Test
    void without_the_right_to_files_each_side_gets_a_link() {
        String incident = opened();
        switch (bench.room().platform()) {
            case SLACK ->
                bench.slack()
                        .workspace()
                        .botScopes(AcmeWorkspace.BOT_SCOPES.stream()
                                .filter(scope -> !scope.startsWith("files:"))
                                .toList());
            case TEAMS -> bench.world().teams().tenant().revoke(AcmeTeams.FILES);
        }
        share(Person.ALICE, "outage.png", FILE);
        assertThat(bench.notes(incident).getLast())
                .contains("shared outage.png", "the app may not read it", "https://")
                .contains(platform == Platform.SLACK ? "(19 bytes)" : "");
        bench.attach(incident, "report.pdf", FILE);
        bench.files();
        assertThat(bench.backstage().lines(channel))
                .filteredOn(line -> line.contains("report.pdf"))
                .hasSize(1);
    }

    @Test
    void what_a_guest_shares_is_told_of_and_not_taken_in() {
        String incident = opened();
        if (bench.room().platform() == Platform.SLACK) {
            bench.slack().workspace().atomically(() -> bench.slack()
                    .workspace()
                    .channel(channel)
                    .orElseThrow()
                    .members()
                    .add(bench.room().id(Person.GUEST)));
        }
        share(Person.GUEST, "invoice.pdf", FILE);
        assertThat(bench.attachments(incident)).isEmpty();
        assertThat(bench.notes(incident).getLast())
                .contains("(outside the organization) shared invoice.pdf", "https://");
    }

    @Test
    void word_that_comes_again_brings_nothing_again() {
        String incident = opened();
        share(Person.ALICE, "outage.png", FILE);
        List<String> notes = bench.notes(incident);
        switch (bench.room().platform()) {
            case SLACK -> bench.slack().sendAfresh(lastOfSlack());
            case TEAMS -> bench.world().teams().redeliver(lastOfTeams());
        }
        bench.files();
        assertThat(bench.attachments(incident)).hasSize(1);
        assertThat(bench.notes(incident)).isEqualTo(notes);
    }

    private dev.belay.simulator.slack.app.SignedRequest lastOfSlack() {
        return bench.slack().deliveries().stream()
                .map(delivery -> delivery.request())
                .filter(request -> request.text().contains("outage.png"))
                .toList()
                .getLast();
    }

    private dev.belay.simulator.teams.app.SignedRequest lastOfTeams() {
        return bench.world().teams().deliveries().stream()
                .map(delivery -> delivery.request())
                .toList()
                .getLast();
    }

    @Test
    void our_own_upload_is_told_of_as_if_a_person_shared_it_and_is_not_taken_for_one() {
        assumeThat(platform).isEqualTo(Platform.SLACK);
        String incident = opened();
        bench.attach(incident, "report.pdf", FILE);
        List<String> notes = bench.notes(incident);
        bench.files();
        bench.messages();
        assertThat(bench.slack().deliveries())
                .anyMatch(delivery -> delivery.request().text().contains("\"upload\":true"));
        assertThat(bench.notes(incident)).isEqualTo(notes);
        assertThat(bench.attachments(incident)).hasSize(1);
    }

    @Test
    void the_folder_of_a_new_channel_is_waited_for_and_after_a_quarter_of_an_hour_a_link_is_told_of() {
        assumeThat(platform).isEqualTo(Platform.TEAMS);
        String incident = opened();
        Library library = bench.world().teams().tenant().library();
        library.makeFoldersAfter(Duration.ofMinutes(5));
        bench.attach(incident, "report.pdf", FILE);
        for (int minute = 0; minute < 8; minute++) {
            bench.fileOnce();
            bench.pass(Duration.ofMinutes(1));
        }
        bench.files();
        assertThat(bench.room().files(channel)).hasSize(1);
        incident = opened();
        library.makeFoldersAfter(Duration.ofHours(1));
        bench.attach(incident, "report.pdf", FILE);
        for (int minute = 0; minute < 20; minute++) {
            bench.fileOnce();
            bench.pass(Duration.ofMinutes(1));
        }
        assertThat(bench.backstage().lines(channel))
                .filteredOn(line -> line.contains("the folder of the channel is not there yet"))
                .hasSize(1);
    }

    @Test
    void a_line_of_the_log_names_no_file_and_no_person() {
        assumeThat(platform).isEqualTo(Platform.TEAMS);
        String incident = opened();
        List<String> logged = new ArrayList<>();
        Handler handler = kept(logged);
        Logger.getLogger("dev.belay.relay.OneFile").addHandler(handler);
        try {
            bench.world()
                    .teams()
                    .shareLinked(
                            AcmeTeams.ALICE,
                            channel,
                            "salaries 2026.xlsx",
                            "https://acme-my.sharepoint.com/personal/alice_acme_example/Documents/salaries 2026.xlsx");
            bench.files();
        } finally {
            Logger.getLogger("dev.belay.relay.OneFile").removeHandler(handler);
        }
        assertThat(logged.toString()).contains("becomes a link", "bly-").doesNotContain("salaries", "alice", "http");
        assertThat(bench.notes(incident).getLast())
                .contains("https://acme-my.sharepoint.com/personal/alice_acme_example/Documents/salaries%202026.xlsx");
    }

    private static Handler kept(List<String> logged) {
        return new Handler() {
            @Override
            public void publish(LogRecord line) {
                logged.add(MessageFormat.format(line.getMessage(), line.getParameters()));
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
    }

    @Test
    void an_upload_that_slack_forgot_is_uploaded_again() {
        assumeThat(platform).isEqualTo(Platform.SLACK);
        String incident = opened();
        bench.slack()
                .failures()
                .next(
                        "files.completeUploadExternal",
                        1,
                        new dev.belay.simulator.slack.limit.Failure.Refused("service_unavailable"));
        bench.attach(incident, "report.pdf", FILE);
        bench.fileOnce();
        bench.slack().workspace().atomically(() -> {
            bench.slack().workspace().files().forgetUploads();
            return 0;
        });
        bench.pass(Duration.ofMinutes(10));
        bench.fileOnce();
        bench.pass(Duration.ofMinutes(10));
        bench.files();
        assertThat(bench.room().files(channel)).hasSize(1);
    }

    @Test
    void an_upload_whose_bytes_are_refused_becomes_a_link_at_once() {
        String incident = opened();
        switch (platform) {
            case SLACK ->
                bench.slack().failures().next("upload", 1, new dev.belay.simulator.slack.limit.Failure.Status(403));
            case TEAMS ->
                bench.world().teams().failures().next("sharepoint.upload", 1, Failure.error(403, "accessDenied"));
        }
        bench.attach(incident, "report.pdf", FILE);
        bench.files();
        assertThat(bench.backstage().lines(channel))
                .filteredOn(line -> line.contains("report.pdf") && line.contains("it is refused there"))
                .hasSize(1);
    }

    @Test
    void a_document_that_changes_between_two_runs_is_attached_and_noted_once() {
        assumeThat(platform).isEqualTo(Platform.TEAMS);
        String incident = opened();
        bench.world()
                .serviceNow()
                .outage()
                .failures()
                .next("PATCH incident", 1, new dev.belay.simulator.servicenow.outage.Failure.Dropped(false));
        bench.room().share(Person.ALICE, channel, Optional.empty(), "plan.docx", FILE);
        bench.fileOnce();
        var tenant = bench.world().teams().tenant();
        tenant.atomically(() -> tenant.library()
                .of(bench.world().teams().channel(channel))
                .write("plan.docx", "application/octet-stream", PICTURE));
        bench.pass(Duration.ofHours(1));
        bench.files();
        assertThat(bench.attachments(incident)).hasSize(1);
        assertThat(bench.notes(incident))
                .filteredOn(note -> note.contains("plan.docx"))
                .hasSize(1);
    }

    @Test
    void text_is_a_file_on_each_platform() {
        String incident = opened();
        share(Person.ALICE, "server.log.txt", FILE);
        assertThat(bench.attachments(incident)).extracting(this::bytes).containsExactly(FILE);
    }

    @Test
    void in_a_shared_channel_the_cards_thread_alone_is_the_records() {
        String incident = bench.open(3, 3, "Printer jams");
        bench.hints();
        channel = bench.room().support();
        share(Person.ALICE, "elsewhere.png", FILE);
        assertThat(bench.attachments(incident)).isEmpty();
        String root = bench.cardOf(incident, channel).id();
        bench.room().share(Person.ALICE, channel, Optional.of(root), "outage.png", FILE);
        bench.files();
        assertThat(bench.attachments(incident)).hasSize(1);
    }

    @Test
    void an_attachment_waits_for_the_conversation_of_its_record() {
        String incident = bench.open(1, 1, "Checkout down");
        bench.attach(incident, "report.pdf", FILE);
        bench.fileOnce();
        bench.hints();
        bench.files();
        channel = bench.channelOf(incident).id();
        assertThat(bench.room().files(channel)).hasSize(1);
    }
}
