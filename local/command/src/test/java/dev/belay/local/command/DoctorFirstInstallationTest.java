package dev.belay.local.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.grack.nanojson.JsonObject;
import dev.belay.local.gateway.HttpApi;
import dev.belay.local.secrets.Surroundings;
import dev.belay.local.world.Running;
import dev.belay.local.world.World;
import dev.belay.simulator.aws.Stack;
import dev.belay.simulator.aws.Template;
import dev.belay.simulator.slack.AcmeWorkspace;
import dev.belay.simulator.teams.AcmeTeams;
import dev.belay.simulator.time.PassingClock;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each mistake of the first installation is a line of doctor that is wrong and says what to do. */
final class DoctorFirstInstallationTest {
    private static final PassingClock CLOCK = new PassingClock(Clock.systemUTC());
    private static final World WORLD =
            World.start(World.Setup.simulated(CLOCK), new Stack("belay", Template.ofCheckout()));
    private static final HttpApi API = Running.gateway(WORLD, 0);
    private static final String SETTINGS = WORLD.installation().settingsParameter();

    private final Map<String, String> stored = new HashMap<>();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @BeforeAll
    static void the_app_is_in_its_teams() {
        WORLD.teams().administration().install(AcmeTeams.ALICE, AcmeTeams.TEAM);
    }

    @BeforeEach
    void all_is_well_before() {
        WORLD.slack().rateLimits().enforce(true);
        WORLD.teams().rateLimits().enforce(true);
        WORLD.aws().metrics().forget();
        assertThat(WORLD.serviceNow().rule().minute()).isEqualTo(202);
    }

    @AfterEach
    void it_is_mended() {
        stored.forEach(WORLD.aws()::putSecret);
        CLOCK.pass(Duration.ofMinutes(6)); // longer than ingress keeps a secret
    }

    @AfterAll
    static void close() {
        API.close();
        WORLD.close();
    }

    @Test
    void the_settings_parameter_is_missing() {
        finds("/none", "settings  /none: ", "store the document there with 'aws ssm put-parameter --type String");
    }

    @Test
    void the_settings_are_not_json() {
        WORLD.aws().putParameter("/not-json", "{\"schema\": 1,");
        finds(
                "/not-json",
                "settings  /not-json: the document has 1 mistakes",
                "correct it: './belay settings check FILE'");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            value = {
                "servicenow/acme | {\"user\":\"belay\",\"password\":\"hunter2\"} | wrong: client_id is missing; client_secret is missing",
                "servicenow/acme | {\"client_id\":\"belay-client\",\"client_secret\":\"hunter2\"} | not proved: servicenow: no access token",
                "slack/T01ACME | {\"bot_token\":\"xoxb-hunter2\"} | not proved: slack: token rejected: invalid_auth",
                "slack/T01ACME | {\"T0OTHER\":\"xoxb-hunter2\"} | not proved: slack: not set up yet: there is no bot token for the workspace T01ACME",
                "slack-signing | hunter2 | wrong: the secret belay/slack-signing is not a JSON object",
                "slack-signing | {\"signing_secret\":\"hunter2\\n\"} | wrong: signing_secret has a blank or a line break in it",
                "servicenow-events/acme | {\"key_id\":\"k\",\"key\":\"aHVudGVyMmh1bnRlcjJodW50ZXIy\\n\"} | wrong: key has a blank or a line break",
            })
    void a_secret_is_wrong(String name, String document, String said) {
        store(name, document);
        finds(
                SETTINGS,
                "secrets  belay/" + name + ": " + said,
                "store the right one with './belay secrets put " + name + " --stack belay'");
    }

    @ParameterizedTest
    @CsvSource({"slack-signing", "slack/T01ACME", "servicenow/acme", "servicenow-events/acme"})
    void a_secret_is_still_empty(String name) {
        remember(name);
        JsonObject secret =
                JsonObject.builder().value("SecretId", "belay/" + name).done();
        WORLD.aws().client("tester").call("secretsmanager", "DeleteSecret", secret);
        secret.put("Name", "belay/" + name);
        WORLD.aws().client("tester").call("secretsmanager", "CreateSecret", secret);
        finds(
                SETTINGS,
                "secrets  belay/" + name + ": missing: store it with './belay secrets put " + name + " --stack belay'",
                "store the right one");
    }

    @Test
    void the_bot_is_not_in_the_shared_channel() {
        WORLD.slack().administration().removeApp(AcmeWorkspace.ALICE, AcmeWorkspace.SUPPORT);
        finds(SETTINGS, "channels  Slack C0SUPPORT: the app is not in it", "invite it there with /invite @Belay");
        WORLD.slack().administration().inviteApp(AcmeWorkspace.ALICE, AcmeWorkspace.SUPPORT);
        WORLD.teams().administration().remove(AcmeTeams.ALICE, AcmeTeams.TEAM);
        finds(SETTINGS, "channels  Microsoft Teams " + AcmeTeams.SUPPORT + ": the app is not in it", "install the app");
        WORLD.teams().administration().install(AcmeTeams.ALICE, AcmeTeams.TEAM);
    }

    @Test
    void slack_signs_with_another_secret() {
        store("slack-signing", "{\"signing_secret\":\"hunter2-of-another-app\"}");
        CLOCK.pass(Duration.ofMinutes(6));
        WORLD.serviceNow().rule().minute();
        assertThat(WORLD.slack().requestUrl(API.url().resolve("/slack/events")).accepted())
                .isFalse();
        finds(
                SETTINGS,
                "counts  Slack's signatures: 1 within fifteen minutes were of another key, secret or id than the stored one",
                "store the Signing Secret of this very app with './belay secrets put slack-signing --stack belay'");
    }

    @ParameterizedTest
    @CsvSource({"local-1, hunter2-hunter2-hunter2", "other, local-event-key-of-the-simulated-servicenow"})
    void servicenow_signs_with_another_key_or_key_id(String id, String key) {
        store(
                "servicenow-events/acme",
                "{\"key_id\":\"" + id + "\",\"key\":\"" + Base64.getEncoder().encodeToString(key.getBytes(UTF_8))
                        + "\"}");
        CLOCK.pass(Duration.ofMinutes(6));
        assertThat(WORLD.serviceNow().rule().minute()).isEqualTo(401);
        finds(SETTINGS, "counts  ServiceNow's signatures: 1 within fifteen minutes", "enter the same key id and key");
    }

    @Test
    void servicenow_sends_nothing() {
        CLOCK.pass(Duration.ofMinutes(6));
        finds(
                SETTINGS,
                "counts  ServiceNow's heartbeat: none was taken within five minutes",
                "install the application in ServiceNow and press 'Send test event'");
    }

    @Test
    void what_is_mended_is_good_again() {
        doctor(SETTINGS);
        assertThat(out.toString(UTF_8))
                .contains(
                        "good         counts  ServiceNow's heartbeat: it came within five minutes",
                        "good         counts  ServiceNow's signatures: none",
                        "good         counts  Slack's signatures: none",
                        "good         counts  Microsoft Teams's signatures: none",
                        "good         secrets  belay/slack-signing: ")
                .doesNotContain("wrong        counts", "wrong        secrets", "wrong        channels");
    }

    /** @param remedy is on the line after it */
    private void finds(String settings, String line, String remedy) {
        out.reset();
        assertThat(doctor(settings)).isOne();
        List<String> lines = out.toString(UTF_8).lines().toList();
        assertThat(lines).noneMatch(each -> each.contains("hunter2"));
        int found = IntStream.range(0, lines.size())
                .filter(i -> lines.get(i).startsWith("wrong        " + line))
                .findFirst()
                .orElseThrow(() -> new AssertionError(line + " is not in\n" + String.join("\n", lines)));
        assertThat(lines.get(found + 1).strip()).startsWith("do: " + remedy);
    }

    private void store(String name, String document) {
        remember(name);
        WORLD.aws().putSecret("belay/" + name, document);
    }

    private void remember(String name) {
        stored.put(
                "belay/" + name,
                WORLD.aws()
                        .client("tester")
                        .call(
                                "secretsmanager",
                                "GetSecretValue",
                                JsonObject.builder()
                                        .value("SecretId", "belay/" + name)
                                        .done())
                        .getString("SecretString"));
    }

    private int doctor(String settings) {
        Map<String, String> environment =
                WORLD.aws().operator("you").environment(WORLD.aws().url());
        PrintStream print = new PrintStream(out, true, UTF_8);
        Surroundings around = new Surroundings(print, print, environment, new NobodyThere(), CLOCK);
        return new Belay(print, Template::ofCheckout, around)
                .run(List.of("doctor", "--url", API.url().toString(), "--settings", settings));
    }
}
