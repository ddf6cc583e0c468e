package dev.belay.infra.deployed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.grack.nanojson.JsonObject;
import dev.belay.infra.ToolRun;
import dev.belay.infra.deployed.ServiceNowRecords.Incident;
import dev.belay.local.room.Person;
import dev.belay.local.room.Room;
import dev.belay.local.room.Room.Place;
import dev.belay.local.room.SlackRoom;
import dev.belay.local.room.TeamsRoom;
import dev.belay.local.world.Outside;
import dev.belay.simulator.pagerduty.account.AcmeAccount;
import dev.belay.simulator.slack.AcmeWorkspace;
import dev.belay.simulator.teams.AcmeTeams;
import dev.belay.tool.Requires;
import dev.belay.tool.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

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

    /** The commands of README's section Deploy. */
    static final List<String> TYPED =
            List.of("./belay build", "./belay setup", "sam deploy", "./belay setup", "./belay setup", "./belay doctor");

    private final ProvingGround ground;
    private final Outside outside;
    private final Terminal terminal;
    private final DeployedStack stack;
    private final Alarms alarms;
    private final Administrators administrators;
    private final Conversations conversations;
    private final Room slack;
    private final Room teams;
    private final ServiceNowRecords serviceNow;
    private final Walkthrough walk = Walkthrough.ofReadme();
    private Optional<Incident> first = Optional.empty();

    DeployedStackTest() throws IOException {
        this.ground = ProvingGround.open(FOLDER);
        this.outside = ground.outside();
        this.terminal = ground.terminal();
        this.stack = ground.stack();
        this.alarms = new Alarms(terminal, stack);
        this.administrators =
                new Administrators(outside, terminal, ground.home().resolve("belay-setup"));
        this.slack = new SlackRoom(outside.slack());
        this.teams = new TeamsRoom(outside.teams());
        this.conversations = new Conversations(slack, teams);
        this.serviceNow = new ServiceNowRecords(outside.serviceNow().url());
    }

    @AfterAll
    void stop() throws IOException {
        serviceNow.close();
        ground.close();
    }

    @Test
    @Order(1)
    void step_1_of_readme_deploys_the_stack_with_what_setup_wrote() {
        good(terminal.type(walk.next("./belay build")));
        administrators.answer(Administrators.firstAnswers());
        assertThat(good(terminal.type(walk.next("./belay setup"))))
                .contains("new      samconfig.toml", "Next: ./belay build, then sam deploy, then setup again.");
        good(stack.deploy(walk.next("sam deploy")));

        assertThat(stack.output("SlackRequestUrl")).endsWith("/slack/events");
        assertThat(stack.output("TeamsMessagingEndpoint")).endsWith("/teams/messages");
        assertThat(stack.output("ServiceNowEventUrl")).endsWith("/servicenow/events");
        ground.nameTheApi();
    }

    @Test
    @Order(2)
    void until_its_secrets_are_stored_it_says_what_is_missing_and_counts_it() {
        Stranger stranger = new Stranger(ground.gateway());

        assertThat(stranger.post("/slack/events", "{\"type\":\"url_verification\",\"challenge\":\"c\"}"))
                .contains("503", "not set up yet", "./belay secrets put slack-signing");
        assertThat(stranger.post("/servicenow/events", "{}"))
                .contains("503", "not set up yet", "./belay secrets put servicenow-events/acme");
        Eventually.so("NotSetUp is counted", () -> alarms.counted("NotSetUp") >= 2);
    }

    /** Nobody has told what the apps are called: they are made of what is handed over here. */
    @Test
    @Order(3)
    void step_2_of_readme_hands_over_with_the_urls_of_the_stack() throws IOException {
        ToolRun setup = terminal.type(walk.next("./belay setup"));

        assertThat(setup.status()).as(setup.output()).isEqualTo(2);
        assertThat(setup.output())
                .contains(
                        "new      belay/servicenow-events/acme: the key k1", "these answers are missing: slack.app_id");
        assertThat(handedOver("slack-manifest.yaml")).contains("request_url: " + stack.output("SlackRequestUrl"));
        assertThat(handedOver("for-teams.md")).contains("--endpoint " + stack.output("TeamsMessagingEndpoint"));
        assertThat(handedOver("for-servicenow.md")).contains("`" + stack.output("ServiceNowEventUrl") + "`");
        assertThat(ground.home().resolve("belay-setup/belay-teams.zip")).isNotEmptyFile();
    }

    private String handedOver(String file) throws IOException {
        return Files.readString(ground.home().resolve("belay-setup").resolve(file));
    }

    @Test
    @Order(4)
    void step_3_of_readme_fills_in_and_doctor_finds_nothing_wrong() {
        administrators.answer(Administrators.allAnswers());
        String setup = good(terminal.type(walk.next("./belay setup")));
        assertThat(setup).contains("new      SSM parameter /belay/settings");
        assertThat(administrators.store(setup))
                .containsExactlyInAnyOrder(
                        "slack-signing", "slack/T01ACME", "teams/" + AcmeTeams.TENANT, "pagers", "servicenow/acme");
        administrators.connect(ground.gateway());

        assertThat(good(terminal.type(walk.next("./belay doctor"))))
                .endsWith(" good, 0 warning, 0 not checked, 0 wrong\n");
        assertThat(walk.left()).isEmpty();
    }

    /** Step 4 of README. */
    @Test
    @Order(5)
    void an_incident_of_priority_1_gets_a_channel_on_both_platforms() {
        Incident incident = serviceNow.open("Checkout down");
        first = Optional.of(incident);

        assertThat(conversations.card(slack, incident).content()).contains(incident.number(), "Checkout down");
        assertThat(conversations.card(teams, incident).content()).contains(incident.number(), "Checkout down");
        conversations
                .rooms()
                .forEach(room -> Eventually.so(
                        "the record says where its conversation is in "
                                + room.platform().label(),
                        () -> serviceNow
                                .field(incident, room.field())
                                .equals(conversations.place(room, incident).id())));
    }

    @Test
    @Order(6)
    void a_press_in_slack_assigns_the_record_and_both_cards_say_so() {
        Incident incident = first.orElseThrow();

        conversations.press(slack, Person.ALICE, incident);
        Eventually.so("the record is Alice's", () -> assignee(incident).equals("alice"));
        conversations
                .rooms()
                .forEach(room -> Eventually.so(
                        "the card in " + room.platform().label() + " names her",
                        () -> conversations.card(room, incident).content().contains("Alice Archer")));
    }

    @Test
    @Order(7)
    void a_press_in_teams_assigns_the_record() {
        Incident incident = serviceNow.open("Payments slow");

        conversations.press(teams, Person.BOB, incident);
        Eventually.so("the record is Bob's", () -> assignee(incident).equals("bob"));
    }

    @Test
    @Order(8)
    void who_lacks_the_role_is_told_so_and_nothing_changes() {
        Incident incident = serviceNow.open("Search broken");
        int before = slack.told(Person.CAROL).size();

        conversations.press(slack, Person.CAROL, incident);
        Eventually.so("Carol is told why", () -> slack.told(Person.CAROL).size() > before);
        assertThat(assignee(incident)).isEmpty();
    }

    @Test
    @Order(9)
    void a_page_reaches_the_pager() {
        Incident incident = first.orElseThrow();
        long before = openPages();

        Eventually.so("the dialog is taken", () -> slack.enter(
                        Person.ALICE,
                        conversations.place(slack, incident).id(),
                        conversations.card(slack, incident).id(),
                        "page",
                        Map.of(
                                "targets", List.of(AcmeAccount.ON_CALL),
                                "message", List.of("The checkout answers nobody.")))
                .accepted());
        Eventually.so("PagerDuty has one more incident", () -> openPages() == before + 1);
    }

    @Test
    @Order(10)
    void what_people_say_becomes_a_work_note() {
        Incident incident = first.orElseThrow();

        slack.say(Person.ALICE, conversations.place(slack, incident).id(), "", "The database is restarted.");
        Eventually.so("a work note says so", () -> serviceNow.notes(incident).contains("The database is restarted."));
    }

    @Test
    @Order(11)
    void a_file_is_attached_to_the_record() {
        Incident incident = first.orElseThrow();

        slack.share(
                Person.ALICE,
                conversations.place(slack, incident).id(),
                Optional.empty(),
                "trace.txt",
                "a trace".getBytes(UTF_8));
        Eventually.so("it is attached", () -> serviceNow.attachments(incident).contains("\"trace (bly-"));
    }

    @Test
    @Order(12)
    void a_bot_that_is_not_in_the_shared_channel_rings_and_is_said_with_the_fix() {
        outside.slack().administration().removeApp(AcmeWorkspace.ALICE, AcmeWorkspace.SUPPORT);
        double before = alarms.counted("IncidentOpenedRejected");

        serviceNow.open("Printer jams", 3);

        Eventually.so("the alarm's metric is counted", () -> alarms.counted("IncidentOpenedRejected") > before);
        said("IncidentOpened", "/invite @Belay");
        assertThat(terminal.type("./belay doctor").output())
                .contains("wrong        channels  Slack " + AcmeWorkspace.SUPPORT + ": the app is not in it");
        outside.slack().administration().inviteApp(AcmeWorkspace.ALICE, AcmeWorkspace.SUPPORT);
        Eventually.so(
                "the card is there once it is invited",
                () -> slack.cards(AcmeWorkspace.SUPPORT).size() == 1);
    }

    @ParameterizedTest
    @Order(13)
    @MethodSource("mistakes")
    void a_mistake_of_the_first_installation_rings_and_is_said_with_the_fix(Mistake mistake) {
        quiet();
        double before = alarms.counted(mistake.alarm());
        Runnable mended = stack.mistaken(mistake);
        ground.beginAnew();

        Optional<Incident> met = meet(mistake);
        Eventually.so("what " + mistake.alarm() + " watches is counted", () -> {
            if (mistake.meets().equals(Mistake.INGRESS)) {
                outside.serviceNow().rule().minute();
            }
            return alarms.counted(mistake.alarm()) > before;
        });
        said(mistake.function(), mistake.says());
        assertThat(stack.logged(mistake.function())).noneMatch(line -> line.contains("hunter2"));

        mended.run();
        if (met.isEmpty()) {
            ground.beginAnew();
        }
        if (mistake.isOfCredential()) { // what was refused is not tried before a check of it succeeds
            stack.invoke("token-health-check", FOLDER.resolve("answer.json"));
        }
        met.ifPresent(incident -> conversations.rooms().forEach(room -> conversations.card(room, incident)));
    }

    /** An incident that has to wait, where it needs one; a heartbeat comes until a function has begun that meets it. */
    private Optional<Incident> meet(Mistake mistake) {
        return switch (mistake.meets()) {
            case Mistake.INCIDENT_OPENED -> Optional.of(serviceNow.open("Nothing works"));
            case Mistake.INGRESS -> Optional.empty();
            default -> {
                stack.invoke(mistake.meets(), FOLDER.resolve("answer.json"));
                yield Optional.empty();
            }
        };
    }

    /** What is in flight when its function ends comes back only when the queue's visibility timeout is over. */
    private void quiet() {
        QUEUES.parallelStream().forEach(queue -> Eventually.so(queue + " is empty", () -> stack.waiting(queue) == 0));
    }

    static List<Mistake> mistakes() {
        return Mistake.all();
    }

    private void said(String function, String words) {
        assertThat(stack.logged(function)).as(words).anyMatch(line -> line.contains(words));
    }

    @Test
    @Order(14)
    void the_check_of_credentials_finds_each_of_them_working() {
        assertThat(stack.invoke("token-health-check", FOLDER.resolve("answer.json")))
                .doesNotContainKey("FunctionError");
        List.of("slack", "teams", "servicenow", "pagerduty")
                .forEach(system -> counted("TokenHealthCheck", "CredentialHealthy", "\"CredentialHealthy\":1", system));
    }

    @Test
    @Order(15)
    void reconciliation_and_the_audit_run() {
        assertThat(stack.invoke("reconciliation", FOLDER.resolve("answer.json")))
                .doesNotContainKey("FunctionError");
        counted("Reconciliation", "ReconciliationRan");
        assertThat(stack.invoke("link-audit", FOLDER.resolve("answer.json"))).doesNotContainKey("FunctionError");
        counted("LinkAudit", "AuditHoursOld");
    }

    @Test
    @Order(16)
    void what_nobody_signed_is_refused_at_each_door_and_another_key_is_counted() {
        Incident incident = serviceNow.open("Disk full");
        Stranger stranger = new Stranger(ground.gateway());

        assertThat(stranger.post("/slack/events", "{}")).startsWith("401");
        assertThat(stranger.post("/teams/messages", "{}")).startsWith("401");
        assertThat(stranger.post("/servicenow/events", "{}")).startsWith("401");
        for (Room room : List.of(slack, teams)) {
            Room.Press press = room.prepare(
                    Person.BOB,
                    conversations.place(room, incident).id(),
                    conversations.card(room, incident).id(),
                    "ack");
            assertThat(press.forge().accepted()).isFalse();
        }
        Eventually.so("the alarm's metric is counted", () -> alarms.counted("SlackSignatureMismatch") > 0);
    }

    @Test
    @Order(17)
    void servicenows_heartbeat_is_counted() {
        double before = alarms.counted("HeartbeatMissing");
        outside.serviceNow().rule().minute();
        Eventually.so("the alarm's metric is counted", () -> alarms.counted("HeartbeatMissing") > before);
    }

    @Test
    @Order(18)
    void ingress_that_may_not_send_to_the_queue_takes_no_press() {
        Incident incident = serviceNow.open("Mail delayed");
        Place place = conversations.place(slack, incident);
        String card = conversations.card(slack, incident).id();
        Runnable back = stack.withhold("Ingress", "sqs:SendMessage", ":belay-slack-actions.fifo");

        Eventually.so("the press is refused", () -> {
            slack.press(Person.ALICE, place.id(), card, "ack");
            return stack.logged("Ingress").stream().anyMatch(line -> line.contains("AccessDenied"));
        });
        assertThat(assignee(incident)).isEmpty();

        back.run();
        conversations.press(slack, Person.ALICE, incident);
        Eventually.so("the record is Alice's", () -> assignee(incident).equals("alice"));
    }

    @Test
    @Order(19)
    void a_worker_that_may_not_write_the_link_opens_no_channel_until_it_may() {
        Runnable back = stack.withhold("IncidentOpened", "dynamodb:PutItem", ":table/belay-u_chat_conversation_link");
        Incident incident = serviceNow.open("Login fails");

        Eventually.so("the worker says what it may not", () -> stack.logged("IncidentOpened").stream()
                .anyMatch(line -> line.contains("AccessDenied")));
        conversations.rooms().forEach(room -> assertThat(conversations.places(room, incident))
                .isEmpty());

        back.run();
        Stream.of(slack, teams).forEach(room -> conversations.card(room, incident));
    }

    @Test
    @Order(20)
    void all_is_done_and_nothing_was_set_aside() {
        quiet();
        assertThat(DEAD_LETTERS)
                .allSatisfy(queue -> assertThat(stack.waiting(queue)).isZero());
    }

    @Test
    @Order(21)
    void deletion_leaves_the_links_and_what_a_person_stored() {
        quiet(); // what still runs would write a log of its own afterwards
        List<String> made = stack.secrets();
        Set<String> kept = new TreeSet<>(List.of("table " + LINKS, "parameter /belay/settings"));
        outside.secrets().keySet().stream()
                .map(name -> stack.name() + "/" + name)
                .filter(name -> made.stream().noneMatch(id -> id.contains(name)))
                .forEach(name -> kept.add("secret " + name));

        good(ground.delete());

        assertThat(new Account(terminal).all()).isEqualTo(kept).hasSize(4);
    }

    @Test
    @Order(22)
    void a_stack_that_is_made_again_without_the_name_of_the_links_stops_and_setup_says_which_it_is() {
        assertThat(good(terminal.type("./belay setup")))
                .contains("to do    the link table " + LINKS + " of an earlier stack is still there")
                .contains("\"existing_link_table\": \"" + LINKS + "\"");

        ToolRun deployed = stack.deploy("sam deploy");

        assertThat(deployed.status()).as(deployed.output()).isNotZero();
        assertThat(stack.failures())
                .anyMatch(failure -> failure.startsWith("LinkTable: ") && failure.contains(LINKS + " already exists"));
        assertThat(terminal.type("./belay doctor").output())
                .contains("wrong        stack  belay: ROLLBACK_COMPLETE", "docs/upgrade.md");
        good(ground.delete());
        assertThat(new Account(terminal).all()).contains("table " + LINKS);
    }

    @Test
    @Order(23)
    void with_the_name_of_the_links_it_finds_them() {
        Incident incident = first.orElseThrow();
        Place inSlack = conversations.place(slack, incident);
        Place inTeams = conversations.place(teams, incident);
        JsonObject answers = Administrators.allAnswers();
        answers.put("existing_link_table", LINKS);
        administrators.answer(answers);
        assertThat(good(terminal.type("./belay setup"))).contains("changed  samconfig.toml");
        good(stack.deploy("sam deploy"));
        ground.nameTheApi();

        String setup = good(terminal.type("./belay setup"));
        assertThat(setup).contains("stands   belay/slack/T01ACME", "stands   SSM parameter /belay/settings");
        assertThat(administrators.store(setup)).contains("slack-signing", "servicenow/acme");
        administrators.connect(ground.gateway());
        serviceNow.change(incident, "short_description", "Checkout slow");
        conversations
                .rooms()
                .forEach(room -> Eventually.so(
                        "the old card follows the record in " + room.platform().label(),
                        () -> conversations.card(room, incident).content().contains("Checkout slow")));
        assertThat(conversations.places(slack, incident)).extracting(Place::id).containsExactly(inSlack.id());
        assertThat(conversations.places(teams, incident)).extracting(Place::id).containsExactly(inTeams.id());
    }

    /** What a command said that has to end well. */
    private static String good(ToolRun run) {
        assertThat(run.status()).as(run.output()).isZero();
        return run.output();
    }

    /** Waits for a count in the log of a function, as CloudWatch would read it, in a line that says all this. */
    private void counted(String function, String metric, String... said) {
        Eventually.so(metric + " is counted by " + function + " " + List.of(said), () -> stack.logged(function).stream()
                .filter(line -> line.contains("\"CloudWatchMetrics\"") && line.contains("\"Name\":\"" + metric + "\""))
                .anyMatch(line -> Stream.of(said).allMatch(line::contains)));
    }

    private long openPages() {
        return outside.pagerDuty().account().incidents().stream()
                .filter(page -> page.isOpen())
                .count();
    }

    private String assignee(Incident incident) {
        return serviceNow.field(incident, "assigned_to.user_name");
    }
}
