package dev.belay.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import com.grack.nanojson.JsonWriter;
import dev.belay.local.gateway.HttpApi;
import dev.belay.local.secrets.Surroundings;
import dev.belay.local.world.Installation;
import dev.belay.local.world.Running;
import dev.belay.local.world.World;
import dev.belay.simulator.aws.Stack;
import dev.belay.simulator.aws.Template;
import dev.belay.simulator.servicenow.event.EventTarget;
import dev.belay.simulator.slack.AcmeWorkspace;
import dev.belay.simulator.teams.AcmeTeams;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A deployment is looked at, and what is wrong with it is said with what to do. */
final class DoctorCommandTest {
    private static final String STACK = "belay";
    private static final World WORLD =
            World.start(World.Setup.simulated(Clock.systemUTC()), new Stack(STACK, Template.ofCheckout()));
    private static final HttpApi API = Running.gateway(WORLD, 0);

    private static final AtomicInteger COUNT = new AtomicInteger();

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream errors = new ByteArrayOutputStream();

    @BeforeAll
    static void the_app_is_in_its_teams() {
        WORLD.teams().administration().install(AcmeTeams.ALICE, AcmeTeams.TEAM);
        deployed(Map.of());
    }

    /** CloudFormation tells the stack with these parameters beside its usual ones. */
    private static void deployed(Map<String, String> parameters) {
        Map<String, String> all = new HashMap<>(Map.of("ServiceNowInstance", "acme", "SlackTokensSecretArn", ""));
        all.putAll(parameters);
        WORLD.aws()
                .deployed(
                        STACK,
                        all,
                        Map.of(
                                "ServiceNowEventUrl",
                                url() + "/servicenow/events",
                                "LinkTable",
                                WORLD.stack().linkTable()));
    }

    /** Nobody runs it sixteen times in some seconds: the platforms' rate limits are for each run by itself. */
    @BeforeEach
    void the_rate_limits_count_anew() {
        WORLD.slack().rateLimits().enforce(true);
        WORLD.teams().rateLimits().enforce(true);
        heartbeatsComeAndNothingElseIsCounted();
    }

    private static void heartbeatsComeAndNothingElseIsCounted() {
        WORLD.aws().metrics().forget();
        assertThat(WORLD.serviceNow().rule().minute()).isEqualTo(202);
    }

    @AfterAll
    static void close() {
        API.close();
        WORLD.close();
    }

    @Test
    void a_good_deployment_is_found_good() {
        assertThat(doctor("--settings", settings(_ -> {}))).isZero();
        assertThat(text(out))
                .contains(
                        "good         stack  belay: CREATE_COMPLETE\n",
                        "good         tables  belay-u_chat_conversation_link: nothing expires, and it can be restored to a"
                                + " point in time\n",
                        "good         webhook  " + url() + "/servicenow/heartbeat: it answers",
                        "good         webhook  " + url() + "/api/messages: it answers",
                        "good         queues  teams-messages: nothing was set aside\n",
                        "good         queues  files: nothing was set aside\n",
                        "good         tables  belay-events: expires by expires_at\n",
                        "good         webhook  " + url()
                                + "/slack/events: it answers, and refuses what nobody signed\n",
                        "good         webhook  " + url() + "/teams/messages: it answers",
                        "good         webhook  " + url() + "/servicenow/events: it answers",
                        "good         clocks  ServiceNow against AWS: they agree\n",
                        "good         queues  teams-records: nothing was set aside\n",
                        "good         secrets  belay/slack/T01ACME: Slack accepts it for T01ACME, with the scopes ",
                        "good         routes  incident: ",
                        "good         roles  ack, accept, reject, ",
                        "good         rules  sys_script: the application's business rules are there and active\n",
                        "good         channels  Slack C0SUPPORT: the app is in it: support\n",
                        "good         channels  Microsoft Teams " + AcmeTeams.SUPPORT + ": the app is in it: support\n",
                        "good         events  servicenow-events/acme: ")
                .endsWith(" good, 0 warning, 0 not checked, 0 wrong\n")
                .doesNotContain("do: ", "xoxb-", "local-event-key");
    }

    @Test
    void without_the_address_what_is_outside_is_not_checked() {
        assertThat(doctor("--stack", "nowhere", "--settings", settings(_ -> {})))
                .isOne();
        assertThat(text(out))
                .contains(
                        "wrong        stack  nowhere: there is no such stack\n             do: deploy it, or give --stack",
                        "not checked  webhook  the API: where it is, neither --url nor the stack tells\n"
                                + "             do: deploy the stack, or give --url",
                        "not checked  clocks  ",
                        "not checked  events  ");
    }

    @Test
    void what_the_stack_was_deployed_with_is_used_and_held_against_the_settings() {
        String name = settings(_ -> {});
        String tokens = WORLD.aws().putSecret("mine/tokens", "{\"T01ACME\":\"xoxb-local-acme-belay\"}");
        deployed(Map.of("SettingsParameter", name, "SlackTokensSecretArn", tokens, "ServiceNowInstance", "acmedev"));
        int status = doctor();
        deployed(Map.of());
        assertThat(status).isOne();
        assertThat(text(out))
                .contains(
                        "good         settings  " + name,
                        "good         secrets  " + tokens + ": Slack accepts it",
                        "wrong        stack  ServiceNowInstance: the stack was deployed with acmedev, and the settings have"
                                + " acme in servicenow.instance: events of the instance are refused with 403\n"
                                + "             do: deploy with ServiceNowInstance=acme, or correct the settings")
                .contains(", 1 wrong\n");
    }

    @Test
    void a_link_table_that_cannot_be_restored_is_wrong() {
        recovery(false);
        int status = doctor("--settings", settings(_ -> {}));
        recovery(true);
        assertThat(status).isOne();
        assertThat(text(out))
                .contains(
                        "wrong        tables  belay-u_chat_conversation_link: it cannot be restored to a point in time",
                        "do: switch point-in-time recovery on: 'aws dynamodb update-continuous-backups --table-name belay-");
    }

    private static void recovery(boolean on) {
        WORLD.aws()
                .client("tester")
                .call(
                        "dynamodb",
                        "UpdateContinuousBackups",
                        JsonObject.builder()
                                .value("TableName", WORLD.stack().linkTable())
                                .object("PointInTimeRecoverySpecification")
                                .value("PointInTimeRecoveryEnabled", on)
                                .end()
                                .done());
    }

    @Test
    void an_address_that_is_none_is_refused() {
        for (String no : List.of("http://belay.acme.example", "https://belay.acme.example/slack/events", "ftp://x")) {
            assertThat(doctor("--url", no)).as(no).isEqualTo(2);
        }
        assertThat(text(errors)).contains("--url is the API's address without a path");
    }

    @Test
    void settings_that_are_missing_or_wrong_are_told_and_the_rest_is_looked_at() {
        assertThat(doctor("--url", url(), "--settings", "/none")).isOne();
        assertThat(text(out))
                .contains(
                        "wrong        settings  /none: ssm: the parameter /none is missing (ParameterNotFound)",
                        "do: store the document")
                .contains("good         tables  belay-events");
        WORLD.aws().putParameter("/bad", "{\"schema\":1}");
        assertThat(doctor("--url", url(), "--settings", "/bad")).isOne();
        assertThat(text(out)).contains("mistakes, so no worker starts with it", "'./belay settings check FILE'");
    }

    @Test
    void without_settings_all_that_needs_none_is_looked_at_and_the_rest_is_said_not_to_be() {
        deployed(Map.of("Platforms", "slack,teams", "TeamsTenants", AcmeTeams.TENANT));
        int status = doctor("--settings", "/none");
        deployed(Map.of());
        assertThat(status).isOne();
        assertThat(text(out))
                .contains(
                        "good         tables  belay-events: ",
                        "good         webhook  " + url() + "/slack/events: ",
                        "good         webhook  " + url() + "/teams/messages: ",
                        "good         clocks  this machine against AWS: they agree\n",
                        "not checked  clocks  ServiceNow against AWS: the settings cannot be read\n"
                                + "             do: do what the line of the settings says",
                        "good         queues  slack-records: nothing was set aside\n",
                        "good         queues  files: nothing was set aside\n",
                        "good         counts  ServiceNow's heartbeat: ",
                        "good         counts  Slack's signatures: ",
                        "good         counts  Microsoft Teams's signatures: ",
                        "good         secrets  belay/slack-signing: its shape is right; its system was not asked\n",
                        "good         secrets  belay/teams/" + AcmeTeams.TENANT + ": its shape is right",
                        "good         secrets  belay/servicenow/acme: its shape is right",
                        "good         secrets  belay/servicenow-events/acme: its shape is right",
                        "not checked  secrets  belay/slack/*: the settings cannot be read\n",
                        "not checked  secrets  belay/pagers: the settings cannot be read\n",
                        "not checked  routes  tables and assignment groups: the settings cannot be read\n",
                        "not checked  roles  ",
                        "not checked  rules  ",
                        "not checked  channels  ",
                        "not checked  events  ")
                .endsWith(" 0 warning, 8 not checked, 1 wrong\n");
    }

    @Test
    void without_settings_a_queue_or_a_secret_that_the_stack_should_have_is_wrong() {
        WORLD.aws().deployed("halfway", Map.of("Platforms", "slack", "ServiceNowInstance", "acme"), Map.of());
        assertThat(doctor("--stack", "halfway", "--settings", "/none")).isOne();
        assertThat(text(out))
                .contains(
                        "wrong        queues  slack-records: there is no such queue, and the stack was deployed for Slack\n",
                        "wrong        secrets  halfway/servicenow/acme: missing: store it with './belay secrets put"
                                + " servicenow/acme --stack halfway'")
                .doesNotContain("teams-records", "take the section out of the settings");
    }

    @Test
    void without_settings_only_secrets_of_the_platforms_that_are_deployed_are_named() {
        WORLD.aws().deployed("halfway", Map.of("Platforms", "teams", "ServiceNowInstance", "acme"), Map.of());
        assertThat(doctor("--stack", "halfway", "--settings", "/none")).isOne();
        assertThat(text(out))
                .contains(
                        "not checked  secrets  halfway/teams/*: the settings cannot be read\n",
                        "not checked  secrets  halfway/pagers: the settings cannot be read\n")
                .doesNotContain("slack/*", "Slack");
    }

    /** What is not looked at must be said, or a reader takes it for good. */
    @Test
    void where_neither_settings_nor_stack_can_be_seen_each_platform_is_said_not_to_be_checked() {
        assertThat(doctor("--url", url(), "--stack", "nowhere", "--settings", "/none"))
                .isOne();
        assertThat(text(out)).contains("good         webhook  " + url() + "/servicenow/events: ");
        for (String platform : List.of("Slack", "Microsoft Teams")) {
            for (String part : List.of("webhook  %s's addresses", "counts  %s's signatures", "queues  %s's queues")) {
                assertThat(text(out))
                        .contains("not checked  " + part.formatted(platform)
                                + ": neither the settings nor the stack tells whether it is deployed\n");
            }
        }
    }

    @Test
    void without_options_the_stack_that_was_set_up_is_looked_at_and_named(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("answers.json"), "{\"stack\": \"nowhere\", \"region\": \"eu-central-1\"}");
        assertThat(doctor("--setup", folder.toString())).isOne();
        assertThat(text(out)).contains("wrong        stack  nowhere: there is no such stack");
        assertThat(text(errors))
                .isEqualTo("stack nowhere in eu-central-1, as " + folder.resolve("answers.json") + " says\n");
        out.reset();
        errors.reset();
        assertThat(doctor("--setup", folder.toString(), "--stack", STACK, "--settings", settings(_ -> {})))
                .isZero();
        assertThat(text(errors)).isEmpty();
        Files.writeString(folder.resolve("answers.json"), "{\"stack\": \"belay\"}");
        assertThat(doctor("--setup", folder.toString(), "--settings", settings(_ -> {})))
                .isZero();
        assertThat(text(errors)).startsWith("stack belay in eu-central-1, as ");
    }

    @Test
    void everything_that_waits_for_a_pause_to_end_is_a_warning() {
        assertThat(doctor("--url", url(), "--settings", settings(document -> document.put("pause_outbound", true))))
                .isEqualTo(4);
        assertThat(text(out))
                .contains("everything outbound is paused", "do: set pause_outbound to false", " 1 warning");
    }

    @Test
    void a_stack_that_is_not_there_is_told_part_by_part() {
        assertThat(doctor("--stack", "nowhere", "--settings", settings(_ -> {})))
                .isOne();
        assertThat(text(out))
                .contains(
                        "wrong        tables  nowhere-events: there is no such table",
                        "wrong        queues  slack-records: there is no such queue",
                        "wrong        queues  teams-actions: there is no such queue",
                        "wrong        queues  slack-messages: there is no such queue",
                        "wrong        queues  files: there is no such queue",
                        "wrong        secrets  nowhere/slack-signing: missing: store it with "
                                + "'./belay secrets put slack-signing --stack nowhere'");
    }

    @Test
    void a_table_in_which_nothing_expires_is_wrong() {
        new Stack("lasting", Template.ofCheckout()).createTables(WORLD.aws(), Stack.Expiry.OFF);
        assertThat(doctor("--stack", "lasting", "--settings", settings(_ -> {})))
                .isOne();
        assertThat(text(out))
                .contains(
                        "wrong        tables  lasting-u_chat_user_map: nothing expires in it",
                        "wrong        tables  lasting-events: nothing expires in it",
                        "good         tables  lasting-u_chat_conversation_link: nothing expires, and",
                        "do: deploy the stack again");
    }

    @Test
    void links_that_an_earlier_stack_left_are_looked_for_by_their_name() {
        new Stack("earlier", Template.ofCheckout()).createTables(WORLD.aws(), Stack.Expiry.ON);
        assertThat(doctor(
                        "--url",
                        url(),
                        "--settings",
                        settings(_ -> {}),
                        "--link-table",
                        "earlier-u_chat_conversation_link"))
                .isZero();
        assertThat(text(out))
                .contains("good         tables  earlier-u_chat_conversation_link: nothing expires")
                .doesNotContain("belay-u_chat_conversation_link");
        assertThat(doctor("--link-table", "none-of-it", "--settings", settings(_ -> {})))
                .isOne();
        assertThat(text(out)).contains("wrong        tables  none-of-it: there is no such table");
    }

    @Test
    void a_platform_that_is_deployed_and_not_in_the_settings_is_a_warning() {
        String slackAlone = settings(document -> {
            document.remove("teams");
            document.getObject("operations_channel").remove("teams");
            document.getArray("routes").removeIf(route -> ((JsonObject) route).has("teams"));
        });
        assertThat(doctor("--url", url(), "--settings", slackAlone)).isEqualTo(4);
        assertThat(text(out)).contains("warning      queues  teams: Microsoft Teams is deployed");
    }

    @Test
    void dead_letters_are_a_warning_that_names_their_queue() {
        String dead = WORLD.stack().recordsDeadLetters("teams");
        JsonObject queue = JsonObject.builder()
                .value("QueueUrl", Stack.queueUrl(WORLD.aws(), dead))
                .done();
        JsonObject message = new JsonObject(queue);
        message.put("MessageBody", "x");
        message.put("MessageGroupId", "g");
        message.put("MessageDeduplicationId", "d");
        WORLD.aws().client("tester").call("sqs", "SendMessage", message);
        assertThat(doctor("--url", url(), "--settings", settings(_ -> {}))).isEqualTo(4);
        assertThat(text(out))
                .contains(
                        "warning      queues  teams-records: about 1 set aside",
                        "do: look at them with './belay redrive teams-records --stack belay'");
        WORLD.aws().client("tester").call("sqs", "PurgeQueue", queue);
    }

    @Test
    void an_address_where_nothing_or_something_else_answers_is_wrong() {
        String closed;
        try (Stranger stranger = Stranger.start(200, Duration.ZERO)) {
            assertThat(doctor("--url", stranger.url(), "--settings", settings(_ -> {})))
                    .isOne();
            closed = stranger.url();
        }
        assertThat(text(out)).contains("answered 200 to what nobody signed: something else than Belay stands there");
        assertThat(doctor("--url", closed, "--settings", settings(_ -> {}))).isOne();
        assertThat(text(out)).contains("/slack/events: nothing answers: ConnectException");
        for (Map.Entry<Integer, String> answer : Map.of(
                        404,
                        "there is no such route",
                        503,
                        "what it proves requests with cannot be read",
                        500,
                        "look at the log")
                .entrySet()) {
            try (Stranger stranger = Stranger.start(answer.getKey(), Duration.ZERO)) {
                assertThat(doctor("--url", stranger.url(), "--settings", settings(_ -> {})))
                        .isOne();
            }
            assertThat(text(out)).contains("answered " + answer.getKey(), answer.getValue());
        }
    }

    @Test
    void clocks_that_do_not_agree_are_told_by_how_much() {
        try (Stranger ahead = Stranger.start(401, Duration.ofMinutes(10))) {
            assertThat(doctor("--url", ahead.url(), "--settings", settings(_ -> {})))
                    .isOne();
            assertThat(text(out))
                    .containsPattern("wrong        clocks  this machine against AWS: (599|60[01]) seconds behind")
                    .containsPattern("wrong        clocks  ServiceNow against AWS: (599|60[01]) seconds behind");
        }
        out.reset();
        Clock ahead = Clock.offset(WORLD.clock(), Duration.ofSeconds(100));
        assertThat(run(ahead, "doctor", "--url", url(), "--settings", settings(_ -> {})))
                .isEqualTo(4);
        assertThat(text(out))
                .containsPattern("warning      clocks  this machine against AWS: (99|10[01]) seconds ahead")
                .contains("good         clocks  ServiceNow against AWS: they agree");
    }

    @Test
    void a_secret_that_is_refused_is_wrong_and_not_shown() {
        WORLD.aws().putSecret("belay/slack/T01ACME", "{\"bot_token\":\"xoxb-top-secret\"}");
        int status = doctor("--url", url(), "--settings", settings(_ -> {}));
        WORLD.aws().putSecret("belay/slack/T01ACME", "{\"bot_token\":\"xoxb-local-acme-belay\"}");
        assertThat(status).isOne();
        assertThat(text(out))
                .contains(
                        "wrong        secrets  belay/slack/T01ACME: not proved: slack: token rejected: invalid_auth",
                        "do: store the right one",
                        "not checked  channels  Slack C0SUPPORT: slack: token rejected: invalid_auth")
                .doesNotContain("top-secret");
    }

    @Test
    void a_role_that_nobody_holds_and_a_group_and_a_table_that_are_not_there_are_wrong() {
        String odd = settings(document -> {
            document.put(
                    "roles",
                    JsonObject.builder()
                            .value("ack", JsonArray.from("nobodys_role"))
                            .done());
            JsonObject route = document.getArray("routes").getObject(0);
            route.put("assignment_groups", JsonArray.from("0123456789abcdef0123456789abcdef"));
            JsonObject unknown = new JsonObject(route);
            unknown.put("table", "u_no_such_table");
            document.getArray("routes").add(unknown);
        });
        assertThat(doctor("--url", url(), "--settings", odd)).isOne();
        assertThat(text(out))
                .contains(
                        "wrong        roles  ack: nobody who is active holds nobodys_role",
                        "good         roles  accept, reject, ",
                        "wrong        routes  assignment groups: ServiceNow shows no 0123456789abcdef0123456789abcdef",
                        "wrong        routes  u_no_such_table: servicenow: ");
    }

    @Test
    void a_channel_that_the_app_is_not_in_is_wrong_on_each_platform() {
        WORLD.slack().administration().removeApp(AcmeWorkspace.ALICE, AcmeWorkspace.SUPPORT);
        WORLD.teams().administration().remove(AcmeTeams.ALICE, AcmeTeams.TEAM);
        String operations = settings(document -> document.put(
                "operations_channel",
                JsonObject.builder()
                        .object("slack")
                        .value("workspace_id", AcmeWorkspace.TEAM)
                        .value("channel", "C0NOSUCH")
                        .end()
                        .done()));
        int status = doctor("--url", url(), "--settings", operations);
        WORLD.slack().administration().inviteApp(AcmeWorkspace.ALICE, AcmeWorkspace.SUPPORT);
        WORLD.teams().administration().install(AcmeTeams.ALICE, AcmeTeams.TEAM);
        assertThat(status).isOne();
        assertThat(text(out))
                .contains(
                        "wrong        channels  Slack C0SUPPORT: the app is not in it\n"
                                + "             do: invite it there with /invite @Belay",
                        "wrong        channels  Microsoft Teams " + AcmeTeams.SUPPORT + ": the app is not in it\n"
                                + "             do: install the app in its team",
                        "wrong        channels  Slack C0NOSUCH: there is none, or it is a private one");
    }

    @Test
    void a_business_rule_that_is_off_is_wrong_and_one_that_nobody_may_see_is_a_warning() {
        String name = settings(_ -> {});
        WORLD.serviceNow().rule().rules().active("Belay: updated", "incident", false);
        int off = doctor("--settings", name);
        WORLD.serviceNow().rule().rules().active("Belay: updated", "incident", true);
        assertThat(off).isOne();
        assertThat(text(out))
                .contains("wrong        rules  sys_script: missing or not active: 'Belay: updated' on incident\n"
                        + "             do: install the application, or make its rules active");
        out.reset();
        WORLD.serviceNow().control().hideTable("sys_script", true);
        int hidden = doctor("--settings", name);
        WORLD.serviceNow().control().hideTable("sys_script", false);
        assertThat(hidden).isEqualTo(4);
        assertThat(text(out))
                .contains("warning      rules  sys_script: the integration user may not read business rules");
    }

    @Test
    void events_that_are_refused_are_wrong() {
        URI events = API.url().resolve("/servicenow/events");
        sendAnEvent(events, "another".getBytes(StandardCharsets.US_ASCII));
        int status = doctor("--url", url(), "--settings", settings(_ -> {}));
        sendAnEvent(events, "local-event-key-of-the-simulated-servicenow".getBytes(StandardCharsets.US_ASCII));
        assertThat(status).isOne();
        assertThat(text(out))
                .contains(
                        "wrong        events  servicenow-events/acme: ServiceNow's last call to us failed: answered 401")
                .contains("do: docs/servicenow-silent.md says");
        heartbeatsComeAndNothingElseIsCounted();
        assertThat(doctor("--url", url(), "--settings", settings(_ -> {}))).isZero();
        assertThat(text(out))
                .contains("good         events  servicenow-events/acme: ServiceNow's calls reach us, the newest at ");
    }

    private static void sendAnEvent(URI to, byte[] key) {
        WORLD.serviceNow().rule().target(new EventTarget(to, key, Installation.EVENT_KEY_ID));
        WORLD.serviceNow()
                .tables()
                .insert("incident", Map.of("impact", "1", "urgency", "1", "short_description", "x"), "admin");
        assertThat(WORLD.serviceNow().rule().awaitIdle(Duration.ofSeconds(20))).isTrue();
    }

    @Test
    void a_program_is_told_the_same() throws JsonParserException {
        assertThat(doctor("--json", "--settings", "/none")).isOne();
        JsonObject document = JsonParser.object().from(text(out));
        assertThat(document.getString("worst")).isEqualTo("wrong");
        assertThat(document.getArray("findings")).allSatisfy(each -> {
            JsonObject finding = (JsonObject) each;
            assertThat(finding.keySet()).contains("area", "subject", "verdict", "said");
            assertThat(finding.has("remedy"))
                    .isEqualTo(!finding.getString("verdict").equals("good"));
        });
        assertThat(document.getArray("findings").getObject(0).getString("area")).isEqualTo("stack");
    }

    /** The parameter with a document that says nothing that is hardly meant, but for this change. */
    private static String settings(Consumer<JsonObject> change) {
        StringBuilder text = new StringBuilder();
        WORLD.installation().changeSettings(document -> text.append(JsonWriter.string(document)));
        try {
            JsonObject copy = JsonParser.object().from(text.toString());
            copy.getArray("routes")
                    .removeIf(route -> ((JsonObject) route).getString("table").equals("change_request"));
            copy.getObject("pagers").remove("on-call");
            copy.getObject("pagers").remove("webhook");
            change.accept(copy);
            String name = "/belay/doctor/" + COUNT.incrementAndGet();
            WORLD.aws().putParameter(name, JsonWriter.string(copy));
            return name;
        } catch (JsonParserException e) {
            throw new AssertionError(e);
        }
    }

    private static String url() {
        return API.url().toString();
    }

    private int doctor(String... arguments) {
        List<String> typed = new ArrayList<>(List.of("doctor"));
        typed.addAll(List.of(arguments));
        return run(WORLD.clock(), typed.toArray(String[]::new));
    }

    private int run(Clock clock, String... arguments) {
        Map<String, String> environment =
                WORLD.aws().operator("you").environment(WORLD.aws().url());
        PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);
        PrintStream said = new PrintStream(errors, true, StandardCharsets.UTF_8);
        Surroundings around = new Surroundings(print, said, environment, new NobodyThere(), clock);
        return new Belay(print, Template::ofCheckout, around).run(List.of(arguments));
    }

    private static String text(ByteArrayOutputStream written) {
        return written.toString(StandardCharsets.UTF_8);
    }
}
