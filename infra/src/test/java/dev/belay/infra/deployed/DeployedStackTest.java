package dev.belay.infra.deployed;

import static org.assertj.core.api.Assertions.assertThat;

import com.grack.nanojson.JsonWriter;
import dev.belay.infra.PythonEnvironment;
import dev.belay.infra.ToolRun;
import dev.belay.infra.deployed.ServiceNowRecords.Incident;
import dev.belay.local.front.HostRoute;
import dev.belay.local.front.ServerKey;
import dev.belay.local.front.TlsFront;
import dev.belay.local.room.Person;
import dev.belay.local.room.Room;
import dev.belay.local.room.Room.Card;
import dev.belay.local.room.Room.Place;
import dev.belay.local.room.SlackRoom;
import dev.belay.local.room.TeamsRoom;
import dev.belay.local.world.Outside;
import dev.belay.local.world.World;
import dev.belay.simulator.http.Faults;
import dev.belay.simulator.pagerduty.account.AcmeAccount;
import dev.belay.simulator.time.PassingClock;
import dev.belay.tool.Requires;
import dev.belay.tool.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * One stack from its first deploy to the second one after its deletion: each test goes on where the one before it ended. Whatever is
 * asserted is a value that only our code makes. {@code docs/proof.md} says what this proves and what it does not.
 */
@Tag("deploy")
@Requires({Tool.PYTHON, Tool.LAMBDA})
@ExtendWith(StepByStep.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class DeployedStackTest {
    private static final Path FOLDER = Path.of("target/deployed");
    private static final List<String> DEAD_LETTERS = List.of(
            "SlackRecordsDeadLetters",
            "TeamsRecordsDeadLetters",
            "SlackActionsDeadLetters",
            "TeamsActionsDeadLetters",
            "SlackMessagesDeadLetters",
            "TeamsMessagesDeadLetters",
            "FilesDeadLetters");

    private final Outside outside = Outside.start(new PassingClock(Clock.systemUTC()), new Faults(), World.Ports.FREE);
    private final Room slack = new SlackRoom(outside.slack());
    private final Room teams = new TeamsRoom(outside.teams());
    private final ServiceNowRecords serviceNow =
            new ServiceNowRecords(outside.serviceNow().url());
    private final ServerKey key =
            ServerKey.make(outside.routes().stream().map(HostRoute::host).distinct().toList());
    private final TlsFront front = TlsFront.start(DockerBridge.address(), key, outside.routes());
    private final Emulator emulator;
    private final Terminal terminal;
    private final DeployedStack stack;
    private Optional<Incident> first = Optional.empty();

    DeployedStackTest() throws IOException {
        Files.createDirectories(FOLDER);
        key.writeTrust(FOLDER.resolve("trust.p12"));
        PythonEnvironment sam = PythonEnvironment.ready("sam", Path.of("python/sam-requirements.txt"));
        PythonEnvironment ministack = PythonEnvironment.ready("ministack", Path.of("python/ministack-requirements.txt"));
        List<String> hosts = outside.routes().stream().map(HostRoute::host).distinct().toList();
        this.emulator =
                Emulator.start(ministack, FOLDER, hosts, FOLDER.resolve("trust.p12"), ServerKey.TRUST_PASSWORD);
        this.terminal = new Terminal(sam, ministack, emulator.url());
        this.stack = new DeployedStack(terminal, FOLDER, "belay");
    }

    @AfterAll
    void stop() {
        emulator.close();
        front.close();
        serviceNow.close();
        outside.close();
    }

    @Test
    @Order(1)
    void sam_deploys_the_template_and_tells_where_requests_go() {
        ToolRun deployed = stack.deploy(outside.parameters());

        assertThat(deployed.status()).as(deployed.output()).isZero();
        assertThat(stack.output("SlackRequestUrl")).get().asString().endsWith("/slack/events");
        assertThat(stack.output("TeamsMessagingEndpoint")).get().asString().endsWith("/teams/messages");
        assertThat(stack.output("ServiceNowEventUrl")).get().asString().endsWith("/servicenow/events");
    }

    @Test
    @Order(2)
    void secrets_and_settings_are_stored_by_the_documented_commands_and_both_platforms_are_taken() throws IOException {
        for (var secret : outside.secrets().entrySet()) {
            Path file = Files.createTempFile("secret", ".json");
            Files.writeString(file, JsonWriter.string(secret.getValue()));
            ToolRun put = terminal.belay("secrets", "put", secret.getKey(), "--file", file.toString());
            Files.delete(file);
            assertThat(put.status()).as(put.output()).isZero();
        }
        Path settings = Files.writeString(FOLDER.resolve("settings.json"), JsonWriter.string(outside.settings()));
        terminal.aws(
                "ssm",
                "put-parameter",
                "--name",
                "/belay/settings",
                "--type",
                "String",
                "--tier",
                "Intelligent-Tiering",
                "--value",
                "file://" + settings.toAbsolutePath());

        outside.sendTo(emulator.gateway(stack.resource("Api")), () -> {});
        Eventually.so("Slack's challenge is answered and the app is installed in Teams", outside::isTaken);
    }

    @Test
    @Order(3)
    void an_incident_of_priority_1_gets_a_channel_on_both_platforms() {
        Incident incident = serviceNow.open("Checkout down");
        first = Optional.of(incident);

        assertThat(card(slack, incident).content()).contains(incident.number(), "Checkout down");
        assertThat(card(teams, incident).content()).contains(incident.number(), "Checkout down");
        Stream.of(slack, teams)
                .forEach(room -> Eventually.so(
                        "the record says where its conversation is in " + room.platform().label(),
                        () -> serviceNow
                                .field(incident, room.field())
                                .equals(place(room, incident).id())));
    }

    @Test
    @Order(4)
    void a_press_in_slack_assigns_the_record_and_both_cards_say_so() {
        Incident incident = first.orElseThrow();
        Place place = place(slack, incident);

        assertThat(slack.press(Person.ALICE, place.id(), card(slack, incident).id(), "ack").accepted())
                .isTrue();
        Eventually.so("the record is Alice's", () -> assignee(incident).equals("alice"));
        Stream.of(slack, teams)
                .forEach(room -> Eventually.so(
                        "the card in " + room.platform().label() + " names her",
                        () -> card(room, incident).content().contains("Alice Archer")));
    }

    @Test
    @Order(5)
    void a_press_in_teams_assigns_the_record() {
        Incident incident = serviceNow.open("Payments slow");
        String card = card(teams, incident).id();

        assertThat(teams.press(Person.BOB, place(teams, incident).id(), card, "ack").accepted())
                .isTrue();
        Eventually.so("the record is Bob's", () -> assignee(incident).equals("bob"));
    }

    @Test
    @Order(6)
    void who_lacks_the_role_is_told_so_and_nothing_changes() {
        Incident incident = serviceNow.open("Search broken");
        String card = card(slack, incident).id();
        int before = slack.told(Person.CAROL).size();

        slack.press(Person.CAROL, place(slack, incident).id(), card, "ack");
        Eventually.so("Carol is told why", () -> slack.told(Person.CAROL).size() > before);
        assertThat(assignee(incident)).isEmpty();
    }

    @Test
    @Order(7)
    void a_page_reaches_the_pager() {
        Incident incident = first.orElseThrow();
        long before = openPages();

        slack.enter(
                Person.ALICE,
                place(slack, incident).id(),
                card(slack, incident).id(),
                "page",
                Map.of("targets", List.of(AcmeAccount.ON_CALL), "message", List.of("The checkout answers nobody.")));
        Eventually.so("PagerDuty has one more incident", () -> openPages() == before + 1);
    }

    private long openPages() {
        return outside.pagerDuty().account().incidents().stream()
                .filter(page -> page.isOpen())
                .count();
    }

    private Place place(Room room, Incident incident) {
        return Eventually.found(
                "a channel of " + incident.number() + " in " + room.platform().label(),
                () -> room.channels().stream()
                        .filter(place -> place.name().startsWith(incident.prefix()))
                        .findFirst());
    }

    private Card card(Room room, Incident incident) {
        return Eventually.found(
                "the card of " + incident.number() + " in " + room.platform().label(),
                () -> place(room, incident).cards().stream().findFirst());
    }

    private String assignee(Incident incident) {
        return serviceNow.field(incident, "assigned_to.user_name");
    }
}
