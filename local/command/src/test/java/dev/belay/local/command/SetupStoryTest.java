package dev.belay.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import com.grack.nanojson.JsonWriter;
import dev.belay.local.gateway.HttpApi;
import dev.belay.local.secrets.Surroundings;
import dev.belay.local.secrets.Terminal;
import dev.belay.local.world.Acme;
import dev.belay.local.world.Running;
import dev.belay.local.world.World;
import dev.belay.simulator.aws.AwsClient;
import dev.belay.simulator.aws.SimulatedAws;
import dev.belay.simulator.aws.Stack;
import dev.belay.simulator.aws.Template;
import dev.belay.simulator.pagerduty.account.AcmeAccount;
import dev.belay.simulator.servicenow.event.EventTarget;
import dev.belay.simulator.servicenow.table.Written;
import dev.belay.simulator.slack.AcmeWorkspace;
import dev.belay.simulator.teams.AcmeTeams;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From nothing to the first incident: what setup asks, writes and stores is enough for a deployment in which doctor finds nothing wrong. */
final class SetupStoryTest {
    private static final String STACK = "belay";
    private static final String SETTINGS = "/belay/local/settings/" + STACK;
    private static final String OUTSIDE = "https://abc123.execute-api.eu-central-1.amazonaws.com";

    private final World world =
            World.start(World.Setup.simulated(Clock.systemUTC()), new Stack(STACK, Template.ofCheckout()));
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream errors = new ByteArrayOutputStream();
    private final TypingPerson person = new TypingPerson();
    private final StringBuilder all = new StringBuilder();

    @TempDir
    private Path folder;

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void from_nothing_to_the_first_incident() throws IOException, JsonParserException {
        nothing_is_stored();
        person.answers("ServiceNow instance", "acme")
                .answers("Chat platforms", "slack,teams")
                .answers("E-mail address that alarms", "operations@acme.example")
                .answers("Teams: Application", AcmeTeams.APP.id())
                .answers("Teams: tenant", AcmeTeams.TENANT);
        assertThat(setup()).isZero();
        assertThat(text(out))
                .contains(
                        "new      " + samConfig(),
                        "to do    the settings document: slack.app_id, slack.workspace_id, slack.shared_channel,",
                        "setup asks for these once the stack is deployed",
                        "Next: ./belay build, then sam deploy, then setup again.");
        assertThat(Files.readString(samConfig()))
                .contains(
                        "stack_name = \"belay\"",
                        "region = \"" + SimulatedAws.REGION + "\"",
                        "\"ServiceNowInstance=acme\"",
                        "\"Platforms=slack,teams\"",
                        "\"AlarmEmail=operations@acme.example\"",
                        "\"TeamsAppId=" + AcmeTeams.APP.id() + "\"",
                        "\"TeamsTenants=" + AcmeTeams.TENANT + "\"");

        deploy();
        person.forget();
        person.answers("Slack: App ID", AcmeWorkspace.APP.id())
                .answers("Slack: team ID", AcmeWorkspace.TEAM)
                .answers("Slack: channel ID of the shared", AcmeWorkspace.SUPPORT)
                .answers("Teams: ID of the team", AcmeTeams.TEAM)
                .answers("Teams: ID of the shared", AcmeTeams.SUPPORT)
                .answers("Teams: ID that the app has in the catalog", AcmeTeams.APP.catalogId())
                .answers("Pager: none", "pagerduty")
                .answers("PagerDuty: whom", AcmeAccount.ON_CALL + "=Major incidents")
                .answers("PagerDuty: ID of the service", AcmeAccount.SERVICE)
                .answers("PagerDuty: e-mail", AcmeAccount.BELAY_EMAIL)
                .answers("PagerDuty: ID of Belay", AcmeAccount.BELAY)
                .answers("belay/servicenow/acme client_id", Acme.CLIENT_ID)
                .hides("belay/servicenow/acme client_secret", Acme.CLIENT_SECRET)
                .answers("expires_on", "2099-01-01")
                .hides("signing_secret", AcmeWorkspace.APP.signingSecret())
                .hides("bot_token", AcmeWorkspace.APP.botToken())
                .hides("belay/teams/" + AcmeTeams.TENANT + " client_secret", AcmeTeams.APP.secret())
                .hides("pagerduty, its API token", AcmeAccount.TOKEN);
        assertThat(setup("--answers", addresses())).isZero();
        assertThat(text(out))
                .contains(
                        "stands   stack belay: CREATE_COMPLETE",
                        "new      belay/servicenow-events/acme: the key k1",
                        "to do    hand " + keyFile(),
                        "new      belay/slack-signing",
                        "new      belay/slack/T01ACME",
                        "new      belay/pagers",
                        "new      SSM parameter " + SETTINGS,
                        "Set the property `x_belay_chat.endpoint` to `" + OUTSIDE + "/servicenow/events`",
                        "--endpoint " + OUTSIDE + "/teams/messages");
        assertThat(Files.readString(out("slack-manifest.yaml"))).contains("request_url: " + OUTSIDE + "/slack/events");
        try (HttpApi api = Running.gateway(world, 0)) {
            world.teams().administration().install(AcmeTeams.ALICE, AcmeTeams.TEAM);
            first_incident(api);
            assertThat(command(new NobodyThere(), "doctor", "--url", api.url().toString()))
                    .as(text(out))
                    .isZero();
        }
        assertThat(text(out)).endsWith(" good, 0 warning, 0 not checked, 0 wrong\n");

        person.forget();
        all.append(text(out));
        out.reset();
        assertThat(setup()).isZero();
        assertThat(person.prompts()).isEmpty();
        assertThat(text(out))
                .contains(
                        "stands   " + samConfig(),
                        "stands   SSM parameter " + SETTINGS,
                        "stands   belay/servicenow-events/acme; delete " + keyFile(),
                        "stands   belay/pagers",
                        "Nothing is left to do here. Look at all of it: ./belay doctor --stack belay --region eu-central-1")
                .doesNotContain("new      ", "changed  ", "to do    ");
        no_secret_is_shown();
    }

    /** Neither in what was printed, in all of it, nor in a file but the one for the key. */
    private void no_secret_is_shown() throws IOException, JsonParserException {
        List<String> secrets = List.of(
                AcmeWorkspace.APP.signingSecret(),
                AcmeWorkspace.APP.botToken(),
                AcmeTeams.APP.secret(),
                Acme.CLIENT_SECRET,
                AcmeAccount.TOKEN,
                eventKey());
        assertThat(all + text(out) + text(errors)).doesNotContain(secrets);
        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(files.filter(Files::isRegularFile).filter(file -> !file.equals(keyFile())))
                    .hasSizeGreaterThan(8)
                    .allSatisfy(file -> assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                            .doesNotContain(secrets));
        }
        assertThat(Files.readString(keyFile())).contains(eventKey());
    }

    private String eventKey() throws JsonParserException {
        JsonObject stored = world.aws()
                .client("deployment")
                .call(
                        "secretsmanager",
                        "GetSecretValue",
                        JsonObject.builder()
                                .value("SecretId", STACK + "/servicenow-events/acme")
                                .done());
        return JsonParser.object().from(stored.getString("SecretString")).getString("key");
    }

    /** ServiceNow's administrator enters the key of the file, and somebody opens an incident of priority 1. */
    private void first_incident(HttpApi api) throws IOException {
        String key = Files.readString(keyFile());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keyFile())))
                .isEqualTo("rw-------");
        byte[] secret = Base64.getDecoder()
                .decode(key.lines()
                        .filter(line -> line.startsWith("Password:"))
                        .map(line -> line.substring("Password:".length()).strip())
                        .findFirst()
                        .orElseThrow());
        world.serviceNow().rule().target(new EventTarget(api.url().resolve("/servicenow/events"), secret, "k1"));
        assertThat(world.serviceNow().rule().minute())
                .as("the test event is taken")
                .isEqualTo(202);
        Map<String, String> critical = Map.of("impact", "1", "urgency", "1", "short_description", "x");
        Written.Done opened = (Written.Done) world.serviceNow().tables().insert("incident", critical, "admin");
        assertThat(world.serviceNow().rule().awaitIdle(Duration.ofSeconds(20))).isTrue();
        Running.incidentOpenedMapping(world, "slack", world.installation().incidentOpened())
                .poll(Duration.ofSeconds(5));
        String conversation = world.serviceNow()
                .tables()
                .row("incident", opened.row().sysId())
                .orElseThrow()
                .value("x_belay_chat_slack");
        assertThat(world.slack().workspace().channel(conversation)).isPresent();
    }

    private void nothing_is_stored() {
        AwsClient operator = world.aws().client("deployment");
        Stream.of(
                        "slack-signing",
                        "slack/T01ACME",
                        "teams/" + AcmeTeams.TENANT,
                        "pagers",
                        "servicenow/acme",
                        "servicenow-events/acme")
                .forEach(name -> operator.call(
                        "secretsmanager",
                        "DeleteSecret",
                        JsonObject.builder()
                                .value("SecretId", STACK + "/" + name)
                                .done()));
        operator.call(
                "ssm",
                "DeleteParameter",
                JsonObject.builder().value("Name", SETTINGS).done());
    }

    /** What the template makes beside tables, queues and functions: the secrets that are one for a stack, empty, and outputs. */
    private void deploy() {
        AwsClient operator = world.aws().client("deployment");
        Stream.of("slack-signing", "slack-app", "pagers", "servicenow-events/acme", "servicenow/acme")
                .forEach(name -> operator.call(
                        "secretsmanager",
                        "CreateSecret",
                        JsonObject.builder().value("Name", STACK + "/" + name).done()));
        world.aws()
                .deployed(
                        STACK,
                        Map.of("SettingsParameter", SETTINGS, "ServiceNowInstance", "acme"),
                        Map.of(
                                "ServiceNowEventUrl",
                                OUTSIDE + "/servicenow/events",
                                "LinkTable",
                                world.stack().linkTable()));
    }

    /** Where the simulated systems are, which are not where the real ones would be. */
    private String addresses() throws IOException, JsonParserException {
        StringBuilder text = new StringBuilder();
        world.installation().changeSettings(document -> text.append(JsonWriter.string(document)));
        world.aws()
                .client("deployment")
                .call(
                        "ssm",
                        "DeleteParameter",
                        JsonObject.builder().value("Name", SETTINGS).done());
        JsonObject settings = JsonParser.object().from(text.toString());
        JsonObject teams = settings.getObject("teams");
        JsonObject answers = JsonObject.builder()
                .object("servicenow")
                .value("url", settings.getObject("servicenow").getString("url"))
                .end()
                .object("slack")
                .value("api_url", settings.getObject("slack").getString("api_url"))
                .end()
                .object("teams")
                .value("graph_url", teams.getString("graph_url"))
                .value("login_url", teams.getString("login_url"))
                .value("service_url", teams.getString("service_url"))
                .value("service_hosts", teams.getArray("service_hosts"))
                .end()
                .object("pager")
                .value(
                        "api_url",
                        settings.getObject("pagers").getObject("pagerduty").getString("api_url"))
                .end()
                .done();
        Path file = folder.resolve("addresses.json");
        Files.writeString(file, JsonWriter.string(answers));
        return file.toString();
    }

    private Path out(String name) {
        return folder.resolve("out").resolve(name);
    }

    private Path keyFile() {
        return out("servicenow-event-key.txt");
    }

    private Path samConfig() {
        return folder.resolve("samconfig.toml");
    }

    private int setup(String... options) {
        List<String> typed = new ArrayList<>(List.of(
                "setup",
                "--out",
                folder.resolve("out").toString(),
                "--samconfig",
                samConfig().toString()));
        typed.addAll(List.of(options));
        return command(person, typed.toArray(String[]::new));
    }

    private int command(Terminal terminal, String... arguments) {
        Map<String, String> environment =
                world.aws().operator("you").environment(world.aws().url());
        PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);
        PrintStream said = new PrintStream(errors, true, StandardCharsets.UTF_8);
        Surroundings around = new Surroundings(print, said, environment, terminal, world.clock());
        return new Belay(print, Template::ofCheckout, around).run(List.of(arguments));
    }

    private static String text(ByteArrayOutputStream written) {
        return written.toString(StandardCharsets.UTF_8);
    }
}
