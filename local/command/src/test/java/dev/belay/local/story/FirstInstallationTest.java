package dev.belay.local.story;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.grack.nanojson.JsonObject;
import dev.belay.chat.Platform;
import dev.belay.local.gateway.HttpApi;
import dev.belay.local.world.Running;
import dev.belay.simulator.aws.alarm.Alarm;
import dev.belay.simulator.aws.alarm.Metrics;
import dev.belay.simulator.servicenow.event.Outbound;
import dev.belay.simulator.slack.AcmeWorkspace;
import dev.belay.simulator.teams.AcmeTeams;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What people do wrong at the first installation: each mistake rings an alarm of the template within five minutes, the log says what to do,
 * and when it is mended, be it a day later, what came meanwhile is done.
 */
final class FirstInstallationTest extends OnEachPlatform {
    private static final Duration FIVE_MINUTES = Duration.ofMinutes(5);

    /** Longer than ingress keeps a secret. */
    private static final Duration FORGOTTEN = Duration.ofMinutes(6);

    /** Longer than an alarm looks back. */
    private static final Duration QUIET = Duration.ofMinutes(16);

    private static final Duration HALF_AN_HOUR = Duration.ofMinutes(31);

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final Map<String, String> stored = new HashMap<>();
    private ToldLog told = ToldLog.open();
    private HttpApi gateway = HttpApi.start(0, Map.of(), clock);

    @BeforeEach
    void what_is_counted_and_logged_is_looked_at() {
        printed.reset();
        told.close();
        told = ToldLog.open();
        PrintStream log = new PrintStream(printed, true, UTF_8);
        PrintStream metrics = aws.metrics().log();
        bench.world().installation().printTo(new PrintStream(new Both(log, metrics), true, UTF_8));
        gateway.close();
        gateway = Running.gateway(bench.world(), 0);
    }

    @AfterEach
    void all_is_mended_and_done() {
        told.close();
        gateway.close();
        assertThat(bench.setAside()).isZero();
    }

    @Test
    void a_settings_parameter_that_is_missing() {
        String document = document();
        deleteSettings();
        Instant before = clock.instant();
        String incident = major();
        bench.hintOnce();
        rings(before, "NotSetUp");
        says("not set up yet: there is no settings document in the parameter ", "aws ssm put-parameter");
        aDay();
        bench.world().installation().replaceSettings(document);
        isOpened(incident);
    }

    @Test
    void each_queue_waits_a_day_for_the_settings_and_loses_nothing() {
        String document = document();
        deleteSettings();
        String incident = major();
        bench.change(incident, "work_notes", "Looking into it");
        bench.attach(incident, "log.txt", "all of it".getBytes(UTF_8));
        int messages = bench.messagesWaiting();
        assertThat(messages).isPositive();
        for (int i = 0; i < 48; i++) {
            bench.hintOnce();
            bench.messageOnce();
            assertThat(bench.fileOnce()).isNotNegative();
            bench.pass(HALF_AN_HOUR);
        }
        assertThat(bench.setAside()).isZero();
        assertThat(bench.messagesWaiting()).isEqualTo(messages);
        bench.world().installation().replaceSettings(document);
        isOpened(incident);
        bench.messages();
        bench.files();
        assertThat(bench.room().channels()).hasSize(1);
        assertThat(bench.messagesWaiting()).isZero();
    }

    @Test
    void settings_that_are_not_json() {
        String document = document();
        bench.world().installation().replaceSettings("{\"schema\": 1,");
        Instant before = clock.instant();
        String incident = major();
        bench.hintOnce();
        rings(before, "SettingsInvalid");
        says("the settings document is not valid: ");
        aDay();
        bench.world().installation().replaceSettings(document);
        isOpened(incident);
    }

    @Test
    void a_servicenow_client_that_nobody_has_stored() {
        empty("servicenow/acme");
        Instant before = clock.instant();
        String incident = major();
        bench.hintOnce();
        rings(before, "NotSetUp");
        says("not set up yet: the secret " + own("servicenow/acme") + " is missing or empty", put("servicenow/acme"));
        aDay();
        mend();
        isOpened(incident);
    }

    @Test
    void a_servicenow_secret_of_another_shape() {
        store("servicenow/acme", "{\"user\":\"belay\",\"password\":\"hunter2hunter2\"}");
        Instant before = clock.instant();
        String incident = major();
        bench.hintOnce();
        rings(before, "IncidentOpenedTokenRejected");
        says("client_id is missing; client_secret is missing");
        mend();
        isOpened(incident);
    }

    @Test
    void a_client_secret_that_servicenow_does_not_take() {
        store("servicenow/acme", "{\"client_id\":\"belay-client\",\"client_secret\":\"wrong-wrong-wrong\"}");
        Instant before = clock.instant();
        String incident = major();
        bench.hintOnce();
        rings(before, "IncidentOpenedTokenRejected");
        says("servicenow: ", "./belay secrets put");
        mend();
        isOpened(incident);
    }

    @Test
    void a_credential_that_the_platform_does_not_take() {
        store(
                platform == Platform.SLACK ? "slack/" + AcmeWorkspace.TEAM : "teams/" + AcmeTeams.TENANT,
                platform == Platform.SLACK ? "{\"bot_token\":\"xoxb-wrong\"}" : "{\"client_secret\":\"wrong~wrong\"}");
        Instant before = clock.instant();
        String incident = major();
        bench.hintOnce();
        rings(before, "IncidentOpenedTokenRejected");
        says(platform == Platform.SLACK ? "token rejected: invalid_auth" : "AADSTS7000215", "./belay secrets put");
        mend();
        isOpened(incident);
    }

    @Test
    void a_token_secret_without_the_team_id() {
        String name = platform == Platform.SLACK ? "slack/" + AcmeWorkspace.TEAM : "teams/" + AcmeTeams.TENANT;
        if (platform == Platform.SLACK) {
            store(name, "{\"T0OTHER\":\"xoxb-local-acme-belay\"}");
        } else {
            empty(name);
        }
        Instant before = clock.instant();
        String incident = major();
        bench.hintOnce();
        rings(before, "NotSetUp");
        says("not set up yet: ", put(name));
        aDay();
        mend();
        isOpened(incident);
    }

    @Test
    void a_bot_that_is_not_in_the_shared_channel() {
        bench.backstage().removeApp(bench.room().support());
        bench.hints();
        Instant before = clock.instant();
        bench.open(3, 3, "Printer jams");
        bench.hintOnce();
        rings(before, "IncidentOpenedRejected");
        says(bench.room().support(), platform == Platform.SLACK ? "/invite @Belay" : ": install the app in the team");
        bench.backstage().inviteApp(bench.room().support());
        bench.hints();
        assertThat(bench.room().cards(bench.room().support())).hasSize(1);
    }

    /** Slack has a secret of ours, and Teams two ids. */
    @Test
    void what_the_platform_proves_itself_with_is_not_as_it_is_stored() {
        switch (platform) {
            case SLACK -> aWrongSigningSecret();
            case TEAMS -> {
                anotherId("BELAY_TEAMS_APP_ID", "OTHER_AUDIENCE: ", "the parameter TeamsAppId");
                anotherId("BELAY_TEAMS_TENANTS", "OTHER_TENANT: ", "the parameter TeamsTenants");
            }
        }
    }

    private void anotherId(String variable, String... words) {
        var other = bench.world().installation().ingress(Map.of(variable, "11111111-2222-3333-4444-555555555555"));
        Duration timeout = bench.world().stack().template().function("Ingress").timeout();
        Instant before = clock.instant();
        try (HttpApi wrong = HttpApi.start(
                0, Map.of("POST /teams/messages", new HttpApi.Function("ingress", timeout, other)), clock)) {
            bench.world().teams().messagingEndpoint(wrong.url().resolve("/teams/messages"));
            bench.world().teams().administration().install(AcmeTeams.ALICE, AcmeTeams.TEAM);
            bench.world().teams().administration().remove(AcmeTeams.ALICE, AcmeTeams.TEAM);
        }
        rings(before, "TeamsSignatureMismatch");
        says(words);
        bench.pass(QUIET);
    }

    private void aWrongSigningSecret() {
        empty("slack-signing");
        refusedBySlack("NotSetUp", "the secret " + own("slack-signing") + " is missing or empty", put("slack-signing"));
        store("slack-signing", "local-signing-secret");
        refusedBySlack("Unavailable", "it is not a JSON object; store it with", put("slack-signing"));
        store("slack-signing", "{\"signing_secret\":\"of-another-app-of-ours\"}");
        refusedBySlack("SlackSignatureMismatch", "is not the Signing Secret of the app", put("slack-signing"));
    }

    private void refusedBySlack(String alarm, String... words) {
        bench.pass(FORGOTTEN);
        Instant before = clock.instant();
        assertThat(bench.slack()
                        .requestUrl(gateway.url().resolve("/slack/events"))
                        .accepted())
                .isFalse();
        rings(before, alarm);
        says(words);
        mend();
        bench.pass(FORGOTTEN);
        assertThat(bench.slack()
                        .requestUrl(gateway.url().resolve("/slack/events"))
                        .accepted())
                .isTrue();
    }

    @Test
    void an_event_key_that_is_empty() {
        empty("servicenow-events/acme");
        refusedByServiceNow(
                503,
                "NotSetUp",
                "the secret " + own("servicenow-events/acme") + " is missing or empty",
                put("servicenow-events/acme"));
    }

    @Test
    void an_event_key_with_a_line_break_at_its_end() {
        store("servicenow-events/acme", "{\"key_id\":\"local-1\",\"key\":\"bG9jYWwtZXZlbnQta2V5LW9m\\n\"}");
        refusedByServiceNow(503, "Unavailable", "key has a blank or a line break in it", put("servicenow-events/acme"));
    }

    @Test
    void another_event_key() {
        store(
                "servicenow-events/acme",
                "{\"key_id\":\"local-1\",\"key\":\"" + base64("a key of another instance") + "\"}");
        refusedByServiceNow(401, "ServiceNowSignatureMismatch", "FORGED: ServiceNow signs with another key");
    }

    @Test
    void another_id_of_the_event_key() {
        store(
                "servicenow-events/acme",
                "{\"key_id\":\"other\",\"key\":\"" + base64("local-event-key-of-the-simulated-servicenow") + "\"}");
        refusedByServiceNow(401, "ServiceNowSignatureMismatch", "UNKNOWN_KEY: ServiceNow signs with a key id");
    }

    /** By the heartbeat alone, and the event waits in ServiceNow until it is taken. */
    private void refusedByServiceNow(int status, String alarm, String... words) {
        bench.pass(FORGOTTEN);
        Instant before = clock.instant();
        assertThat(bench.world().serviceNow().rule().minute()).isEqualTo(status);
        rings(before, alarm);
        says(words);
        String incident = major();
        assertThat(bench.world().serviceNow().rule().sent().getLast())
                .extracting(Outbound::status)
                .isEqualTo(status);
        aDay();
        mend();
        bench.pass(FORGOTTEN);
        assertThat(bench.world().serviceNow().rule().minute()).isEqualTo(202);
        assertThat(bench.world().serviceNow().rule().awaitIdle(Duration.ofSeconds(20)))
                .isTrue();
        isOpened(incident);
    }

    @Test
    void a_servicenow_that_sends_nothing() {
        bench.pass(FORGOTTEN);
        rings(clock.instant(), "HeartbeatMissing");
        for (int minute = 0; minute < 4; minute++) {
            assertThat(bench.world().serviceNow().rule().minute()).isEqualTo(202);
            bench.pass(Duration.ofMinutes(1));
        }
        assertThat(ringing(clock.instant().minus(Duration.ofMinutes(1)), Duration.ZERO))
                .doesNotContain("HeartbeatMissing");
    }

    /** Nobody has to open a record first: what runs by a schedule meets each within five minutes. */
    @Test
    void what_runs_by_itself_finds_what_is_missing() {
        Instant before = clock.instant();
        deleteSettings();
        try {
            bench.reconcile();
        } catch (RuntimeException e) {
            assertThat(e).hasMessageContaining("not set up yet");
        }
        rings(before, "NotSetUp");
    }

    @Test
    void what_runs_by_itself_finds_a_client_that_servicenow_does_not_take() {
        store("servicenow/acme", "{\"client_id\":\"belay-client\",\"client_secret\":\"wrong-wrong-wrong\"}");
        Instant before = clock.instant();
        try {
            bench.reconcile();
        } catch (RuntimeException e) {
            assertThat(e).hasMessageContaining("servicenow");
        }
        rings(before, "ReconciliationTokenRejected");
        mend();
    }

    @Test
    void what_runs_by_itself_finds_a_credential_that_the_platform_does_not_take() {
        if (platform == Platform.TEAMS) { // nothing is asked of it before the app is in a team
            bench.backstage().inviteApp(bench.room().support());
            bench.hints();
        }
        store(
                platform == Platform.SLACK ? "slack/" + AcmeWorkspace.TEAM : "teams/" + AcmeTeams.TENANT,
                platform == Platform.SLACK ? "{\"bot_token\":\"xoxb-wrong\"}" : "{\"client_secret\":\"wrong~wrong\"}");
        Instant before = clock.instant();
        Running.audit(bench.world(), bench.world().installation().linkAudit());
        rings(before, "LinkAuditTokenRejected");
        mend();
    }

    @Test
    void what_runs_by_itself_finds_settings_that_are_not_json_and_a_secret_of_another_shape() {
        String document = document();
        bench.world().installation().replaceSettings("{\"schema\": 1,");
        Instant before = clock.instant();
        reconcileInVain();
        rings(before, "SettingsInvalid");
        says("the settings document is not valid: ");
        bench.world().installation().replaceSettings(document);
        store("servicenow/acme", "{\"user\":\"belay\",\"password\":\"hunter2hunter2\"}");
        reconcileInVain();
        rings(before, "ReconciliationTokenRejected");
        says("client_id is missing; client_secret is missing");
        mend();
    }

    private void reconcileInVain() {
        try {
            bench.reconcile();
        } catch (RuntimeException e) {
            assertThat(e).hasMessageNotContaining("hunter2");
        }
    }

    /** An alarm that rings always proves nothing. */
    @Test
    void an_installation_without_a_mistake_rings_nothing_of_this() {
        bench.pass(FORGOTTEN);
        Instant before = clock.instant();
        for (int minute = 0; minute < 5; minute++) {
            bench.world().serviceNow().rule().minute();
            bench.pass(Duration.ofMinutes(1));
        }
        String incident = major();
        bench.reconcile();
        Running.audit(bench.world(), bench.world().installation().linkAudit());
        isOpened(incident);
        assertThat(ringing(before, Duration.ofMinutes(4)))
                .doesNotContain("NotSetUp", "Unavailable", "IncidentOpenedRejected", "SettingsInvalid")
                .noneMatch(alarm -> alarm.endsWith("TokenRejected") || alarm.endsWith("SignatureMismatch"));
        assertThat(told.text()).doesNotContain("not set up");
    }

    private String major() {
        return bench.open(1, 1, "Checkout down");
    }

    /** Nothing of what waits is done, and none of it is set aside. */
    private void aDay() {
        for (int i = 0; i < 48; i++) {
            bench.pass(HALF_AN_HOUR);
            bench.hintOnce();
        }
        assertThat(bench.setAside()).isZero();
        assertThat(bench.room().channels()).isEmpty();
    }

    private void isOpened(String incident) {
        bench.hints();
        assertThat(bench.channelOf(incident).cards()).hasSize(1);
        assertThat(bench.waiting()).isZero();
    }

    private void rings(Instant before, String alarm) {
        assertThat(ringing(before, FIVE_MINUTES))
                .as(told.text() + "\n" + printed.toString(UTF_8))
                .contains(alarm);
    }

    private List<String> ringing(Instant from, Duration within) {
        Metrics metrics = aws.metrics();
        return bench.world().stack().template().alarms(bench.world().stack().name()).stream()
                .filter(alarm -> metrics.ring(alarm, from, within))
                .map(Alarm::id)
                .toList();
    }

    private void says(String... words) {
        String all = told.text() + "\n" + printed.toString(UTF_8);
        assertThat(Stream.of(words).filter(word -> !all.contains(word)).collect(Collectors.toList()))
                .as(all)
                .isEmpty();
        assertThat(all).doesNotContain("hunter2", "xoxb-", "wrong~wrong", "wrong-wrong", "of-another-app-of-ours");
    }

    private String own(String name) {
        return bench.world().stack().name() + "/" + name;
    }

    private String put(String name) {
        return "./belay secrets put " + name + " --stack "
                + bench.world().stack().name();
    }

    private void store(String name, String document) {
        stored.computeIfAbsent(own(name), this::now);
        aws.putSecret(own(name), document);
    }

    /** As the stack makes it. */
    private void empty(String name) {
        stored.computeIfAbsent(own(name), this::now);
        JsonObject secret = JsonObject.builder().value("SecretId", own(name)).done();
        aws.client("tester").call("secretsmanager", "DeleteSecret", secret);
        aws.client("tester")
                .call(
                        "secretsmanager",
                        "CreateSecret",
                        JsonObject.builder().value("Name", own(name)).done());
    }

    private String now(String id) {
        return aws.client("tester")
                .call(
                        "secretsmanager",
                        "GetSecretValue",
                        JsonObject.builder().value("SecretId", id).done())
                .getString("SecretString");
    }

    private void mend() {
        stored.forEach(aws::putSecret);
        stored.clear();
    }

    private String document() {
        return aws.client("tester")
                .call("ssm", "GetParameter", parameter())
                .getObject("Parameter")
                .getString("Value");
    }

    private void deleteSettings() {
        aws.client("tester").call("ssm", "DeleteParameter", parameter());
    }

    private JsonObject parameter() {
        return JsonObject.builder()
                .value("Name", bench.world().installation().settingsParameter())
                .done();
    }

    private static String base64(String key) {
        return Base64.getEncoder().encodeToString(key.getBytes(UTF_8));
    }

    /** What is written goes to both. */
    private static final class Both extends OutputStream {
        private final PrintStream one;
        private final PrintStream other;

        Both(PrintStream one, PrintStream other) {
            this.one = one;
            this.other = other;
        }

        @Override
        public void write(int b) {
            one.write(b);
            other.write(b);
        }
    }
}
