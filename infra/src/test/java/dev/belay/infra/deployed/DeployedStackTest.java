package dev.belay.infra.deployed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.grack.nanojson.JsonWriter;
import dev.belay.infra.ToolRun;
import dev.belay.infra.deployed.ServiceNowRecords.Incident;
import dev.belay.local.room.Person;
import dev.belay.local.room.Room;
import dev.belay.local.room.Room.Card;
import dev.belay.local.room.Room.Place;
import dev.belay.local.room.SlackRoom;
import dev.belay.local.room.TeamsRoom;
import dev.belay.local.world.Outside;
import dev.belay.simulator.pagerduty.account.AcmeAccount;
import dev.belay.tool.Requires;
import dev.belay.tool.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
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
    private static final List<String> QUEUES = List.of(
            "SlackRecordsQueue",
            "TeamsRecordsQueue",
            "SlackActionsQueue",
            "TeamsActionsQueue",
            "SlackMessagesQueue",
            "TeamsMessagesQueue",
            "FilesQueue");
    private static final List<String> DEAD_LETTERS = List.of(
            "SlackRecordsDeadLetters",
            "TeamsRecordsDeadLetters",
            "SlackActionsDeadLetters",
            "TeamsActionsDeadLetters",
            "SlackMessagesDeadLetters",
            "TeamsMessagesDeadLetters",
            "FilesDeadLetters");
    private static final String LINKS = "belay-u_chat_conversation_link";

    private final ProvingGround ground;
    private final Outside outside;
    private final Terminal terminal;
    private final DeployedStack stack;
    private final Room slack;
    private final Room teams;
    private final ServiceNowRecords serviceNow;
    private Optional<Incident> first = Optional.empty();
    private Set<String> ofTheStack = Set.of();

    DeployedStackTest() throws IOException {
        this.ground = ProvingGround.open(FOLDER);
        this.outside = ground.outside();
        this.terminal = ground.terminal();
        this.stack = ground.stack();
        this.slack = new SlackRoom(outside.slack());
        this.teams = new TeamsRoom(outside.teams());
        this.serviceNow = new ServiceNowRecords(outside.serviceNow().url());
    }

    @AfterAll
    void stop() throws IOException {
        serviceNow.close();
        ground.close();
    }

    @Test
    @Order(1)
    void sam_deploys_the_template_and_tells_where_requests_go() {
        ToolRun deployed = stack.deploy(outside.parameters());

        assertThat(deployed.status()).as(deployed.output()).isZero();
        assertThat(stack.output("SlackRequestUrl")).endsWith("/slack/events");
        assertThat(stack.output("TeamsMessagingEndpoint")).endsWith("/teams/messages");
        assertThat(stack.output("ServiceNowEventUrl")).endsWith("/servicenow/events");
    }

    @Test
    @Order(2)
    void until_its_secrets_are_stored_it_says_what_is_missing_and_counts_it() {
        Stranger stranger = new Stranger(ground.gateway());

        assertThat(stranger.post("/slack/events", "{\"type\":\"url_verification\",\"challenge\":\"c\"}"))
                .contains("503", "not set up yet", "./belay secrets put slack-signing");
        assertThat(stranger.post("/servicenow/events", "{}"))
                .contains("503", "not set up yet", "./belay secrets put servicenow-events/acme");
        counted("Ingress", "NotSetUp", "\"Stack\":\"belay\"");
    }

    @Test
    @Order(3)
    void secrets_and_settings_are_stored_by_the_documented_commands_and_both_platforms_are_taken() throws IOException {
        store(outside.secrets().keySet());
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
                "--overwrite",
                "--value",
                "file://" + settings.toAbsolutePath());

        connect();
    }

    @Test
    @Order(4)
    void an_incident_of_priority_1_gets_a_channel_on_both_platforms() {
        Incident incident = serviceNow.open("Checkout down");
        first = Optional.of(incident);

        assertThat(card(slack, incident).content()).contains(incident.number(), "Checkout down");
        assertThat(card(teams, incident).content()).contains(incident.number(), "Checkout down");
        Stream.of(slack, teams)
                .forEach(room -> Eventually.so(
                        "the record says where its conversation is in "
                                + room.platform().label(),
                        () -> serviceNow
                                .field(incident, room.field())
                                .equals(place(room, incident).id())));
    }

    @Test
    @Order(5)
    void a_press_in_slack_assigns_the_record_and_both_cards_say_so() {
        Incident incident = first.orElseThrow();

        press(slack, Person.ALICE, incident);
        Eventually.so("the record is Alice's", () -> assignee(incident).equals("alice"));
        Stream.of(slack, teams)
                .forEach(room -> Eventually.so(
                        "the card in " + room.platform().label() + " names her",
                        () -> card(room, incident).content().contains("Alice Archer")));
    }

    @Test
    @Order(6)
    void a_press_in_teams_assigns_the_record() {
        Incident incident = serviceNow.open("Payments slow");

        press(teams, Person.BOB, incident);
        Eventually.so("the record is Bob's", () -> assignee(incident).equals("bob"));
    }

    @Test
    @Order(7)
    void who_lacks_the_role_is_told_so_and_nothing_changes() {
        Incident incident = serviceNow.open("Search broken");
        int before = slack.told(Person.CAROL).size();

        press(slack, Person.CAROL, incident);
        Eventually.so("Carol is told why", () -> slack.told(Person.CAROL).size() > before);
        assertThat(assignee(incident)).isEmpty();
    }

    @Test
    @Order(8)
    void a_page_reaches_the_pager() {
        Incident incident = first.orElseThrow();
        long before = openPages();

        Eventually.so("the dialog is taken", () -> slack.enter(
                        Person.ALICE,
                        place(slack, incident).id(),
                        card(slack, incident).id(),
                        "page",
                        Map.of(
                                "targets", List.of(AcmeAccount.ON_CALL),
                                "message", List.of("The checkout answers nobody.")))
                .accepted());
        Eventually.so("PagerDuty has one more incident", () -> openPages() == before + 1);
    }

    @Test
    @Order(9)
    void what_people_say_becomes_a_work_note() {
        Incident incident = first.orElseThrow();

        slack.say(Person.ALICE, place(slack, incident).id(), "", "The database is restarted.");
        Eventually.so("a work note says so", () -> serviceNow.notes(incident).contains("The database is restarted."));
    }

    @Test
    @Order(10)
    void a_file_is_attached_to_the_record() {
        Incident incident = first.orElseThrow();

        slack.share(
                Person.ALICE, place(slack, incident).id(), Optional.empty(), "trace.txt", "a trace".getBytes(UTF_8));
        Eventually.so("it is attached", () -> serviceNow.attachments(incident).contains("\"trace (bly-"));
    }

    @Test
    @Order(11)
    void the_check_of_credentials_finds_each_of_them_working() {
        assertThat(stack.invoke("token-health-check", FOLDER.resolve("answer.json")))
                .doesNotContainKey("FunctionError");
        List.of("slack", "teams", "servicenow", "pagerduty")
                .forEach(system -> counted("TokenHealthCheck", "CredentialHealthy", "\"CredentialHealthy\":1", system));
    }

    @Test
    @Order(12)
    void reconciliation_and_the_audit_run() {
        assertThat(stack.invoke("reconciliation", FOLDER.resolve("answer.json")))
                .doesNotContainKey("FunctionError");
        counted("Reconciliation", "ReconciliationRan");
        assertThat(stack.invoke("link-audit", FOLDER.resolve("answer.json"))).doesNotContainKey("FunctionError");
        counted("LinkAudit", "AuditHoursOld");
    }

    @Test
    @Order(13)
    void what_nobody_signed_is_refused_at_each_door_and_another_key_is_counted() {
        Incident incident = serviceNow.open("Disk full");
        Stranger stranger = new Stranger(ground.gateway());

        assertThat(stranger.post("/slack/events", "{}")).startsWith("401");
        assertThat(stranger.post("/teams/messages", "{}")).startsWith("401");
        assertThat(stranger.post("/servicenow/events", "{}")).startsWith("401");
        for (Room room : List.of(slack, teams)) {
            Room.Press press = room.prepare(
                    Person.BOB, place(room, incident).id(), card(room, incident).id(), "ack");
            assertThat(press.forge().accepted()).isFalse();
        }
        counted("Ingress", "SignatureMismatch", "slack");
    }

    @Test
    @Order(14)
    void servicenows_heartbeat_is_counted() {
        outside.serviceNow().rule().minute();
        counted("Ingress", "ServiceNowHeartbeat");
    }

    @Test
    @Order(15)
    void ingress_that_may_not_send_to_the_queue_takes_no_press() {
        Incident incident = serviceNow.open("Mail delayed");
        Place place = place(slack, incident);
        String card = card(slack, incident).id();
        Runnable back = stack.withhold("Ingress", "sqs:SendMessage", ":belay-slack-actions.fifo");

        Eventually.so("the press is refused", () -> {
            slack.press(Person.ALICE, place.id(), card, "ack");
            return stack.logged("Ingress").stream().anyMatch(line -> line.contains("AccessDenied"));
        });
        assertThat(assignee(incident)).isEmpty();

        back.run();
        press(slack, Person.ALICE, incident);
        Eventually.so("the record is Alice's", () -> assignee(incident).equals("alice"));
    }

    @Test
    @Order(16)
    void a_worker_that_may_not_write_the_link_opens_no_channel_until_it_may() {
        Runnable back = stack.withhold("IncidentOpened", "dynamodb:PutItem", ":table/belay-u_chat_conversation_link");
        Incident incident = serviceNow.open("Login fails");

        Eventually.so("the worker says what it may not", () -> stack.logged("IncidentOpened").stream()
                .anyMatch(line -> line.contains("AccessDenied")));
        Stream.of(slack, teams)
                .forEach(room -> assertThat(places(room, incident)).isEmpty());

        back.run();
        Stream.of(slack, teams).forEach(room -> card(room, incident));
    }

    @Test
    @Order(17)
    void all_is_done_and_nothing_was_set_aside() {
        QUEUES.forEach(queue -> Eventually.so(queue + " is empty", () -> stack.waiting(queue) == 0));
        assertThat(DEAD_LETTERS)
                .allSatisfy(queue -> assertThat(stack.waiting(queue)).isZero());
    }

    @Test
    @Order(18)
    void deletion_leaves_the_links_and_what_a_person_stored() {
        ofTheStack = ofTheStack();
        assertThat(ofTheStack).contains("slack-signing", "servicenow/acme", "servicenow-events/acme");
        Set<String> kept = new TreeSet<>(List.of("table " + LINKS, "parameter /belay/settings"));
        outside.secrets().keySet().stream()
                .filter(name -> !ofTheStack.contains(name))
                .forEach(name -> kept.add("secret " + stack.name() + "/" + name));

        ToolRun deleted = ground.delete();

        assertThat(deleted.status()).as(deleted.output()).isZero();
        assertThat(left()).isEqualTo(kept);
    }

    @Test
    @Order(19)
    void a_stack_that_is_made_again_with_the_name_of_the_links_finds_them() throws IOException {
        Incident incident = first.orElseThrow();
        Place inSlack = place(slack, incident);
        Place inTeams = place(teams, incident);
        Map<String, String> parameters = new HashMap<>(outside.parameters());
        parameters.put("ExistingLinkTable", LINKS);
        ToolRun deployed = stack.deploy(parameters);
        assertThat(deployed.status()).as(deployed.output()).isZero();

        store(ofTheStack);
        connect();
        serviceNow.change(incident, "short_description", "Checkout slow");
        Stream.of(slack, teams)
                .forEach(room -> Eventually.so(
                        "the old card follows the record in " + room.platform().label(),
                        () -> card(room, incident).content().contains("Checkout slow")));
        assertThat(places(slack, incident)).extracting(Place::id).containsExactly(inSlack.id());
        assertThat(places(teams, incident)).extracting(Place::id).containsExactly(inTeams.id());
    }

    /** Stores secrets as docs/secrets.md says. */
    private void store(Collection<String> names) throws IOException {
        Path file = Files.createTempFile("secret", ".json");
        try {
            for (String name : names) {
                Files.writeString(file, JsonWriter.string(outside.secrets().get(name)));
                ToolRun put =
                        terminal.belay("secrets", "put", name, "--stack", stack.name(), "--file", file.toString());
                assertThat(put.status()).as(put.output()).isZero();
            }
        } finally {
            Files.delete(file);
        }
    }

    private void connect() {
        outside.sendTo(ground.gateway(), () -> {});
        Eventually.so("Slack's challenge is answered and the app is installed in Teams", outside::isTaken);
    }

    /** Waits for a count in the log of a function, as CloudWatch would read it, in a line that says all this. */
    private void counted(String function, String metric, String... said) {
        Eventually.so(metric + " is counted by " + function + " " + List.of(said), () -> stack.logged(function).stream()
                .filter(line -> line.contains("\"CloudWatchMetrics\"") && line.contains("\"Name\":\"" + metric + "\""))
                .anyMatch(line -> Stream.of(said).allMatch(line::contains)));
    }

    /** A press is answered within the platform's time, or is pressed again, as a person does: a function may start cold meanwhile. */
    private void press(Room room, Person person, Incident incident) {
        Eventually.so("the press is taken", () -> room.press(
                        person, place(room, incident).id(), card(room, incident).id(), "ack")
                .accepted());
    }

    /** The names of the secrets that the stack makes empty and takes away with itself; all others are a person's. */
    private Set<String> ofTheStack() {
        List<String> made = stack.secrets();
        return outside.secrets().keySet().stream()
                .filter(name -> made.stream().anyMatch(id -> id.contains(stack.name() + "/" + name)))
                .collect(Collectors.toSet());
    }

    /** What there is in the account, each with its kind. */
    private Set<String> left() {
        Set<String> left = new TreeSet<>();
        list("table", "dynamodb", "list-tables", "TableNames[]", left);
        list("secret", "secretsmanager", "list-secrets", "SecretList[].Name", left);
        list("parameter", "ssm", "describe-parameters", "Parameters[].Name", left);
        list("function", "lambda", "list-functions", "Functions[].FunctionName", left);
        list("queue", "sqs", "list-queues", "QueueUrls[]", left);
        list("api", "apigatewayv2", "get-apis", "Items[].Name", left);
        list("alarm", "cloudwatch", "describe-alarms", "MetricAlarms[].AlarmName", left);
        list("rule", "events", "list-rules", "Rules[].Name", left);
        list("log group", "logs", "describe-log-groups", "logGroups[].logGroupName", left);
        return left;
    }

    private void list(String kind, String service, String operation, String query, Set<String> found) {
        terminal.listed(service, operation, query).forEach(name -> found.add(kind + " " + name));
    }

    private long openPages() {
        return outside.pagerDuty().account().incidents().stream()
                .filter(page -> page.isOpen())
                .count();
    }

    private Place place(Room room, Incident incident) {
        return Eventually.found(
                "a channel of " + incident.number() + " in " + room.platform().label(),
                () -> places(room, incident).stream().findFirst());
    }

    private static List<Place> places(Room room, Incident incident) {
        return room.channels().stream()
                .filter(place -> place.name().startsWith(incident.prefix()))
                .toList();
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
