package dev.belay.local.demo.message;

import com.grack.nanojson.JsonObject;
import dev.belay.local.demo.stage.Stage;
import dev.belay.local.demo.stage.Story;
import dev.belay.local.demo.view.ChatView.FoundChannel;
import dev.belay.local.demo.view.Ticket;
import dev.belay.local.room.Person;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Files go both ways, and in place of one that is too large goes a link. */
public final class FilesStory implements Story {
    private static final byte[] SHOT = "a screenshot of the outage".getBytes(StandardCharsets.UTF_8);
    private static final byte[] REPORT = "what the provider wrote".getBytes(StandardCharsets.UTF_8);
    private static final int MEGABYTE = 1 << 20;

    @Override
    public String name() {
        return "files";
    }

    @Override
    public String about() {
        return "files go both ways; in place of one that is too large goes a link";
    }

    @Override
    public void play(Stage stage) {
        Ticket incident = stage.open(1, 1, "Uploads fail");
        FoundChannel channel = stage.channelOf(incident);
        shared(stage, incident, channel);
        attached(stage, incident, channel);
        tooLarge(stage, incident, channel);
        stage.awaitIdle();
        stage.require(
                "nothing goes back where it came from",
                stage.room().files(channel.id()).size() == 1
                        && stage.serviceNow().attachments(incident).size() == 3);
    }

    private static void shared(Stage stage, Ticket incident, FoundChannel channel) {
        stage.room().share(Person.ALICE, channel.id(), Optional.empty(), "outage.png", SHOT);
        stage.await("outage.png is attached to " + incident.number(), () -> named(stage, incident, "outage (bly-"));
        stage.noted(incident, "Alice Archer shared outage.png (26 bytes) in");
        stage.tell(
                "Alice shares outage.png in the conversation; it is attached to the record, with a note of who shared it");
    }

    private static void attached(Stage stage, Ticket incident, FoundChannel channel) {
        stage.serviceNow().attach(incident, "report.txt", REPORT);
        stage.await("report.txt is in the conversation", () -> stage.room().files(channel.id()).stream()
                .filter(file -> Arrays.equals(file.bytes(), REPORT))
                .findFirst());
        stage.tell("somebody attaches report.txt to the record; it is shown in the conversation");
    }

    private static void tooLarge(Stage stage, Ticket incident, FoundChannel channel) {
        stage.world()
                .installation()
                .changeSettings(settings -> settings.put(
                        "files",
                        JsonObject.builder()
                                .value("largest_attachment_mb", 1)
                                .value("largest_in_slack_mb", 1)
                                .value("largest_in_teams_mb", 1)
                                .done()));
        stage.pass(Duration.ofMinutes(2));
        stage.room().share(Person.BOB, channel.id(), Optional.empty(), "dump.bin", new byte[MEGABYTE + 1]);
        stage.noted(incident, "Bob Baker shared dump.bin (1.0 MB) in");
        stage.serviceNow().attach(incident, "core.bin", new byte[MEGABYTE + 1]);
        stage.await("the conversation has a link to core.bin", () -> stage.said(channel.id(), "core.bin (1.0 MB)"));
        List<String> attachments = stage.serviceNow().attachments(incident);
        stage.require("dump.bin is not attached", attachments.stream().noneMatch(name -> name.startsWith("dump")));
        stage.tell(
                "a file of 1 MB and a byte is above the limit on both sides; each side gets its name, who and a link");
    }

    private static Optional<String> named(Stage stage, Ticket incident, String beginning) {
        return stage.serviceNow().attachments(incident).stream()
                .filter(name -> name.startsWith(beginning) && name.endsWith(" " + SHOT.length))
                .findFirst();
    }
}
