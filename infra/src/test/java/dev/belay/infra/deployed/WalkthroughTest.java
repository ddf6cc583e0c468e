package dev.belay.infra.deployed;

import static org.assertj.core.api.Assertions.assertThat;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonWriter;
import dev.belay.infra.ToolRun;
import dev.belay.infra.deployed.ServiceNowRecords.Incident;
import dev.belay.local.room.Room;
import dev.belay.local.room.SlackRoom;
import dev.belay.local.room.TeamsRoom;
import dev.belay.local.world.Acme;
import dev.belay.simulator.pagerduty.account.AcmeAccount;
import dev.belay.simulator.servicenow.event.EventTarget;
import dev.belay.simulator.slack.AcmeWorkspace;
import dev.belay.simulator.teams.AcmeTeams;
import dev.belay.tool.Requires;
import dev.belay.tool.Tool;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * README's way from an empty folder to the first incident: each command under its heading "Deploy" is run as it stands, in order, and in
 * between the administrators do what setup hands them.
 */
@Tag("deploy")
@Requires({Tool.PYTHON, Tool.LAMBDA})
final class WalkthroughTest {
    private static final Set<String> LEFT_BEHIND = Set.of(".git", ".belay", "target", "node_modules", "belay-setup", ".aws-sam");

    @Test
    void the_commands_of_the_readme_lead_from_an_empty_folder_to_the_first_incident(@TempDir Path folder)
            throws IOException {
        List<String> commands = Readme.commands("Deploy");
        assertThat(commands)
                .contains("./belay build", "./belay setup", "sam deploy")
                .anyMatch(command -> command.startsWith("./belay doctor"));
        Path checkout = copied(Path.of("..").toRealPath(), folder.resolve("belay"));
        try (ProvingGround ground = ProvingGround.open(folder.resolve("ground"))) {
            Shell shell = new Shell(ground, checkout, folder.resolve("bin"));
            Files.createDirectories(checkout.resolve("belay-setup"));
            Files.writeString(checkout.resolve("belay-setup/answers.json"), JsonWriter.string(answers()));
            boolean filled = false;
            for (String command : commands) {
                ToolRun run = shell.run(command);
                assertThat(run.status()).as(command + "\n" + run.output()).isZero();
                if (command.equals("sam deploy")) {
                    ground.answerUnderRealNames();
                } else if (command.equals("./belay setup") && ground.isDeployed() && !filled) {
                    fill(ground, shell, checkout);
                    filled = true;
                }
            }
            firstIncident(ground);
        }
    }

    /** What the person who deploys knows before the first command; no secret is among it. */
    private static JsonObject answers() {
        return JsonObject.builder()
                .value("stack", "belay")
                .value("region", Emulator.REGION)
                .array("platforms", List.of("slack", "teams"))
                .value("alarm_email", "operations@acme.example")
                .object("servicenow")
                .value("instance", "acme")
                .value("user", Acme.INTEGRATION_USER)
                .end()
                .object("slack")
                .value("app_id", AcmeWorkspace.APP.id())
                .value("workspace_id", AcmeWorkspace.TEAM)
                .value("shared_channel", AcmeWorkspace.SUPPORT)
                .end()
                .object("teams")
                .value("app_id", AcmeTeams.APP.id())
                .value("tenant_id", AcmeTeams.TENANT)
                .value("team_id", AcmeTeams.TEAM)
                .value("shared_channel", AcmeTeams.SUPPORT)
                .value("catalog_app_id", AcmeTeams.APP.catalogId())
                .end()
                .object("pager")
                .value("kind", "pagerduty")
                .array("targets", List.of(AcmeAccount.ON_CALL + "=Major incidents"))
                .value("service_id", AcmeAccount.SERVICE)
                .value("from", AcmeAccount.BELAY_EMAIL)
                .value("requester_id", AcmeAccount.BELAY)
                .end()
                .done();
    }

    /** The administrators enter the stack's address and key in their systems, and tell the secrets of theirs, which are typed nowhere else. */
    private static void fill(ProvingGround ground, Shell shell, Path checkout) throws IOException {
        for (Map.Entry<String, JsonObject> secret : ground.outside().secrets().entrySet()) {
            if (!secret.getKey().startsWith("servicenow-events/")) {
                Path file = Files.createTempFile("secret", ".json");
                Files.writeString(file, JsonWriter.string(secret.getValue()));
                ToolRun put = shell.run("./belay secrets put " + secret.getKey() + " --file " + file);
                Files.delete(file);
                assertThat(put.status()).as(put.output()).isZero();
            }
        }
        String handed = Files.readString(checkout.resolve("belay-setup/servicenow-event-key.txt"));
        URI gateway = ground.gateway();
        ground.outside().sendTo(gateway, () -> {});
        ground.outside()
                .serviceNow()
                .rule()
                .target(new EventTarget(
                        URI.create(gateway + "/servicenow/events"),
                        Base64.getDecoder().decode(line(handed, "Password:")),
                        line(handed, "User name:")));
        Eventually.so("Slack's challenge is answered and the app is installed in Teams", ground.outside()::isTaken);
        Eventually.so("the heartbeat is taken", () -> ground.outside().serviceNow().rule().minute() == 202);
    }

    private static String line(String text, String label) {
        return text.lines()
                .filter(line -> line.startsWith(label))
                .map(line -> line.substring(label.length()).strip())
                .findFirst()
                .orElseThrow(() -> new AssertionError("no line begins with " + label));
    }

    private static void firstIncident(ProvingGround ground) {
        try (ServiceNowRecords serviceNow =
                new ServiceNowRecords(ground.outside().serviceNow().url())) {
            Incident incident = serviceNow.open("Checkout down");
            Stream.<Room>of(
                            new SlackRoom(ground.outside().slack()),
                            new TeamsRoom(ground.outside().teams()))
                    .forEach(room -> Eventually.so(
                            "its channel stands in " + room.platform().label(),
                            () -> room.channels().stream()
                                    .anyMatch(place -> place.name().startsWith(incident.prefix())
                                            && !place.cards().isEmpty())));
        }
    }

    /** The repository as somebody fetches it. */
    private static Path copied(Path from, Path to) throws IOException {
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                if (LEFT_BEHIND.contains(folder.getFileName().toString()) && !folder.equals(from)) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                Files.createDirectories(to.resolve(from.relativize(folder)));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (!file.getFileName().toString().equals("samconfig.toml")) {
                    Files.copy(file, to.resolve(from.relativize(file)), java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return to;
    }
}
