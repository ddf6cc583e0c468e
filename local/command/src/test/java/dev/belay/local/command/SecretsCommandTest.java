package dev.belay.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonWriter;
import dev.belay.local.secrets.Surroundings;
import dev.belay.local.secrets.Terminal;
import dev.belay.local.world.World;
import dev.belay.simulator.aws.AwsClient;
import dev.belay.simulator.aws.Credentials;
import dev.belay.simulator.aws.SimulatedAws;
import dev.belay.simulator.aws.Stack;
import dev.belay.simulator.aws.Template;
import dev.belay.simulator.http.Faults;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Secrets are stored and checked from the command line, at the simulated AWS and systems of {@code ./belay local}; none is ever shown. */
final class SecretsCommandTest {
    private static final String STACK = "belay";
    private static final World WORLD =
            World.start(World.Setup.simulated(Clock.systemUTC()), new Stack(STACK, Template.ofCheckout()));
    private static final String TENANT = "7f3c2c1e-0b52-4c8e-9d61-aa00ac3e0001";

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream errors = new ByteArrayOutputStream();
    private final Typed terminal = new Typed();

    @TempDir
    private Path folder;

    /** A person at a terminal, or a pipe in their place. */
    private static final class Typed implements Terminal {
        private final Deque<String> answers = new ArrayDeque<>();
        private final List<String> hidden = new ArrayList<>();
        private String piped = "";

        @Override
        public boolean isInteractive() {
            return !answers.isEmpty();
        }

        @Override
        public String askHidden(String prompt) {
            hidden.add(prompt);
            return answers.remove();
        }

        @Override
        public String ask(String prompt) {
            return answers.remove();
        }

        @Override
        public String piped() {
            return piped;
        }
    }

    @AfterAll
    static void close() {
        WORLD.close();
    }

    @Test
    void a_secret_is_typed_without_being_seen() {
        terminal.answers.addAll(List.of("xoxb-top-secret", "", ""));
        assertThat(run("secrets", "put", "slack/T09NEW")).isZero();
        assertThat(read("slack/T09NEW")).isEqualTo("{\"bot_token\":\"xoxb-top-secret\"}");
        assertThat(terminal.hidden).containsExactly("bot_token: ", "refresh_token (Enter for none): ");
        assertThat(text(out)).isEqualTo("belay/slack/T09NEW is stored. The functions use it within five minutes.\n");
        terminal.answers.addAll(List.of("xoxb-another-top-secret", "", ""));
        assertThat(run("secrets", "put", "belay/slack/T09NEW")).isZero();
        assertThat(text(out))
                .endsWith("belay/slack/T09NEW has a new value. The functions use it within five minutes.\n");
        assertShowsNothing();
    }

    @Test
    void where_the_answer_is_lost_it_is_not_said_that_nothing_was_stored() {
        WORLD.aws().putSecret("belay/slack/T07NEW", "{\"bot_token\":\"xoxb-top-secret-before\"}");
        Faults.Break next = new Faults.Break(0, Faults.Fault.RESPONSE_LOST);
        WORLD.faults().breakCalls(List.of(next, next, next)); // so often AWS is asked
        terminal.answers.addAll(List.of("xoxb-top-secret", "", ""));
        assertThat(run(
                        WORLD.aws()
                                .credentialsFor("person")
                                .environment(WORLD.aws().url()),
                        "secrets",
                        "put",
                        "slack/T07NEW"))
                .isOne();
        WORLD.faults().heal();
        assertThat(text(errors))
                .startsWith("whether belay/slack/T07NEW is stored is not known: secretsmanager: PutSecretValue")
                .doesNotContain("is not stored");
        assertThat(read("slack/T07NEW")).isEqualTo("{\"bot_token\":\"xoxb-top-secret\"}");
        assertShowsNothing();
    }

    @Test
    void each_pager_is_asked_for_by_its_name() {
        terminal.answers.addAll(List.of("pagerduty", "u+top-secret", "webhook", "key-top-secret", ""));
        assertThat(run("secrets", "put", "pagers", "--stack", "other")).isZero();
        assertThat(value("other/pagers")).isEqualTo("{\"pagerduty\":\"u+top-secret\",\"webhook\":\"key-top-secret\"}");
        assertShowsNothing();
    }

    @Test
    void a_secret_is_piped_or_written_in_a_file() throws IOException {
        terminal.piped = "xoxb-top-secret\n";
        assertThat(run("secrets", "put", "slack/T08NEW")).isZero();
        assertThat(read("slack/T08NEW")).isEqualTo("{\"bot_token\":\"xoxb-top-secret\"}");
        terminal.piped = "{\"client_id\":\"id\",\"client_secret\":\"top-secret\"}";
        assertThat(run("secrets", "put", "servicenow/other", "--file", "-")).isZero();
        assertThat(read("servicenow/other")).isEqualTo("{\"client_id\":\"id\",\"client_secret\":\"top-secret\"}");
        Path file = Files.writeString(
                folder.resolve("secret.json"), "{\"client_secret\":\"top-secret\",\"expires_on\":\"2027-11-01\"}");
        assertThat(run("secrets", "put", "teams/" + TENANT.replace('1', '2'), "--file", file.toString()))
                .isZero();
        assertThat(text(out)).doesNotContain("warning");
        assertShowsNothing();
    }

    @Test
    void what_is_hardly_meant_is_stored_with_a_warning() {
        terminal.piped = "top-secret";
        assertThat(run("secrets", "put", "teams/" + TENANT.replace('1', '3'))).isZero();
        assertThat(text(out)).contains("  warning: expires_on is missing");
        assertShowsNothing();
    }

    @ParameterizedTest
    @CsvSource({
        "xoxb-top-secret,,",
        "--value,xoxb-top-secret,",
        "--value=xoxb-top-secret,,",
        "-vxoxb-top-secret,,",
        "bot_token=xoxb-top-secret,--file,-"
    })
    void a_secret_as_an_argument_is_refused_and_not_repeated(String one, @Nullable String two, @Nullable String three) {
        List<String> arguments = new ArrayList<>(List.of("secrets", "put", "slack/T07NEW", one));
        Stream.of(Optional.ofNullable(two), Optional.ofNullable(three))
                .flatMap(Optional::stream)
                .forEach(arguments::add);
        assertThat(run(arguments.toArray(String[]::new))).isEqualTo(2);
        assertThat(text(errors)).startsWith("belay: a secret is never given as an argument");
        assertThat(value(STACK + "/slack/T07NEW")).isEqualTo("missing");
        assertShowsNothing();
    }

    @Test
    void a_name_that_no_secret_has_is_refused_and_not_repeated() {
        assertThat(run("secrets", "put", "xoxb-top-secret")).isEqualTo(2);
        assertThat(text(errors))
                .startsWith(
                        "belay: there is no secret of that name: it is one of slack-signing, slack-app, slack/<team id>,");
        errors.reset();
        assertThat(run("secrets", "put")).isEqualTo(2);
        assertThat(text(errors)).startsWith("belay: NAME is missing: it is './belay secrets put NAME'.");
        assertThat(run("secrets")).isEqualTo(2);
        assertShowsNothing();
    }

    @Test
    void a_secret_of_the_wrong_kind_is_told_as_what_it_is_and_not_stored() {
        terminal.piped = "xoxp-top-secret";
        assertThat(run("secrets", "put", "slack/T06NEW")).isOne();
        assertThat(text(errors))
                .startsWith("belay/slack/T06NEW is not stored:\n  bot_token is a user token (xoxp-)")
                .contains("It holds {\"bot_token\": \"xoxb-…\"}");
        terminal.piped = "top-secret";
        assertThat(run("secrets", "put", "pagers")).isOne();
        assertThat(text(errors)).contains("what was given is not a JSON object. It holds {\"<pager>\"");
        assertThat(value(STACK + "/slack/T06NEW")).isEqualTo("missing");
        assertShowsNothing();
    }

    @Test
    void an_aws_that_refuses_is_said_without_the_secret() {
        terminal.piped = "xoxb-top-secret";
        Map<String, String> stranger = environment("AKIDSTRANGER");
        assertThat(run(stranger, "secrets", "put", "slack/T05NEW")).isOne();
        assertThat(text(errors)).startsWith("belay/slack/T05NEW is not stored: secretsmanager: PutSecretValue:");
        assertShowsNothing();
    }

    @Test
    void every_secret_that_the_settings_name_is_checked() throws IOException {
        assertThat(run("secrets", "check", settings())).isZero();
        assertThat(text(out).lines())
                .contains(
                        "belay/slack-signing  good",
                        "belay/slack/T01ACME  good",
                        "belay/servicenow/acme  good",
                        "belay/servicenow-events/acme  good",
                        "belay/pagers (pagerduty)  good",
                        "belay/pagers (webhook)  good",
                        "all 7 are good")
                .anyMatch(line -> line.startsWith("belay/teams/" + TENANT) && line.endsWith("  good"));
        assertShowsNothing();
    }

    @Test
    void what_is_wrong_with_a_secret_or_missing_is_said_with_what_to_do() throws IOException {
        WORLD.aws().putSecret("third/slack/T01ACME", "{\"bot_token\":\"xapp-top-secret\"}");
        WORLD.aws().putSecret("third/teams/" + TENANT, "{\"client_secret\":\"" + TENANT + "\"}");
        assertThat(run("secrets", "check", settings(), "--stack", "third")).isOne();
        assertThat(text(out))
                .contains(
                        "third/slack-signing  missing: store it with './belay secrets put slack-signing --stack third'",
                        "third/slack/T01ACME  wrong: bot_token is an app-level token (xapp-)",
                        "third/teams/" + TENANT + "  wrong: client_secret is a GUID",
                        "7 of 7 cannot be used");
        assertShowsNothing();
    }

    @Test
    void secrets_with_other_names_are_checked_where_they_are() throws IOException {
        String arn = WORLD.aws().putSecret("mine/tokens", "{\"T01ACME\":\"xoxb-local-acme-belay\"}");
        assertThat(run("secrets", "check", settings(), "--existing", "slack=" + arn, "--live"))
                .isZero();
        assertThat(text(out)).contains(arn + "  good; Slack accepts it for T01ACME");
        assertThat(run("secrets", "check", settings(), "--existing", "slak=" + arn))
                .isEqualTo(2);
    }

    @Test
    void live_each_is_tried_once_at_its_system() throws IOException {
        assertThat(run("secrets", "check", settings(), "--live")).isZero();
        assertThat(text(out))
                .contains(
                        "belay/slack/T01ACME  good; Slack accepts it for T01ACME",
                        "good; Entra ID gives tokens for the Bot Connector and for Graph",
                        "belay/servicenow/acme  good; ServiceNow gives a token, which reads users",
                        "belay/pagers (pagerduty)  good; PagerDuty accepts it",
                        "belay/pagers (webhook)  good; nothing harmless to call with it",
                        "belay/slack-signing  good; nothing harmless to call with it");
        assertThat(WORLD.pagerDuty().calls("listAbilities")).isNotEmpty();
        assertShowsNothing();
    }

    @Test
    void live_what_a_system_refuses_is_told() throws IOException {
        Map<String, String> right = new TreeMap<>();
        for (String name : List.of("slack/T01ACME", "servicenow/acme", "teams/" + TENANT, "pagers")) {
            right.put(name, read(name));
        }
        WORLD.aws().putSecret("belay/slack/T01ACME", "{\"bot_token\":\"xoxb-top-secret\"}");
        WORLD.aws().putSecret("belay/servicenow/acme", "{\"client_id\":\"id\",\"client_secret\":\"top-secret\"}");
        WORLD.aws().putSecret("belay/teams/" + TENANT, "{\"client_secret\":\"top-secret\"}");
        WORLD.aws().putSecret("belay/pagers", "{\"pagerduty\":\"top-secret\",\"webhook\":\"key\"}");
        int status = run("secrets", "check", settings(), "--live");
        right.forEach((name, value) -> WORLD.aws().putSecret(STACK + "/" + name, value));
        assertThat(status).isOne();
        assertThat(text(out))
                .contains(
                        "belay/slack/T01ACME  not proved: slack: token rejected: invalid_auth",
                        "belay/servicenow/acme  not proved: servicenow: no access token",
                        "belay/teams/" + TENANT + "  not proved: entra: no token: invalid_client (AADSTS7000215",
                        "belay/pagers (pagerduty)  not proved: pagerduty: GET /abilities: the token is refused",
                        "4 of 7 cannot be used");
        assertShowsNothing();
    }

    @Test
    void settings_that_are_not_good_are_told_so() throws IOException {
        Path file = Files.writeString(folder.resolve("settings.json"), "{}");
        assertThat(run("secrets", "check", file.toString())).isOne();
        assertThat(text(errors)).contains("is not good: './belay settings check ");
        assertThat(run("secrets", "check", folder.resolve("none").toString())).isOne();
    }

    private void assertShowsNothing() {
        assertThat(text(out) + text(errors)).doesNotContain("top-secret");
    }

    private String settings() throws IOException {
        StringBuilder document = new StringBuilder();
        WORLD.installation().changeSettings(settings -> document.append(JsonWriter.string(settings)));
        return Files.writeString(folder.resolve("settings.json"), document).toString();
    }

    private static String read(String name) {
        return value(STACK + "/" + name);
    }

    private static String value(String id) {
        JsonObject arguments = JsonObject.builder().value("SecretId", id).done();
        try {
            return WORLD.aws()
                    .client("deployment")
                    .call("secretsmanager", "GetSecretValue", arguments)
                    .getString("SecretString");
        } catch (AwsClient.Refused e) {
            return "missing";
        }
    }

    private int run(String... arguments) {
        Credentials operator = WORLD.aws().operator("you");
        Map<String, String> environment = new HashMap<>(environment(operator.accessKeyId()));
        environment.put("AWS_SECRET_ACCESS_KEY", operator.secretAccessKey());
        operator.sessionToken().ifPresent(token -> environment.put("AWS_SESSION_TOKEN", token));
        return run(environment, arguments);
    }

    private int run(Map<String, String> environment, String... arguments) {
        PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);
        PrintStream said = new PrintStream(errors, true, StandardCharsets.UTF_8);
        Surroundings around = new Surroundings(print, said, environment, terminal, WORLD.clock());
        return new Belay(print, Template::ofCheckout, around).run(List.of(arguments));
    }

    private static Map<String, String> environment(String key) {
        return Map.of(
                "AWS_REGION",
                SimulatedAws.REGION,
                "AWS_ENDPOINT_URL",
                WORLD.aws().url().toString(),
                "AWS_ACCESS_KEY_ID",
                key,
                "AWS_SECRET_ACCESS_KEY",
                "none");
    }

    private static String text(ByteArrayOutputStream written) {
        return written.toString(StandardCharsets.UTF_8);
    }
}
