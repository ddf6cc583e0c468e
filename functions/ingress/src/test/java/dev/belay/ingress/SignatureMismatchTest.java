package dev.belay.ingress;

import static org.assertj.core.api.Assertions.assertThat;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import dev.belay.teams.protocol.ConnectorSigner;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A wrong secret, key, key id, app or tenant is counted and says its fix; what scanners send is refused and not counted. */
final class SignatureMismatchTest {
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String EVENT = "{\"schema\":1,\"instance\":\"acme\"}";

    private final Ingress ingress = new Ingress();

    @AfterEach
    void stop() {
        ingress.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/json                  | {\"type\":\"url_verification\",\"challenge\":\"c\"}",
                "application/json                  | {\"token\":\"x\",\"type\":\"event_callback\",\"event\":{}}",
                "application/x-www-form-urlencoded | payload=%7B%7D",
                "application/x-www-form-urlencoded | token=x&team_id=T01ACME&command=%2Fbelay&text=ack",
            })
    void what_slack_signs_with_another_secret_is_counted_and_named(String type, String body) {
        assertThat(ingress.send(ingress.slack(type, body, "another secret"))).satisfies(reply -> {
            assertThat(reply.status()).isEqualTo(401);
            assertThat(reply.body()).isEqualTo("{\"error\":\"unauthorized\"}");
        });
        assertThat(counted(ingress)).containsExactly("slack");
        assertThat(ingress.lastLine())
                .contains("\"reason\":\"FORGED: ", "Signing Secret of the app", "Basic Information");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "v0=abc",
                "sha256=0000",
                "",
                "v1=0000000000000000000000000000000000000000000000000000000000000000"
            })
    void a_signature_that_slack_would_not_write_is_not_counted(String signature) {
        JsonObject event = ingress.slack(FORM, "payload=%7B%7D", "another secret");
        event.getObject("headers").put("x-slack-signature", signature);
        refusedUncounted(event);
    }

    @Test
    void a_body_that_slack_would_not_send_is_not_counted() {
        refusedUncounted(ingress.slack("text/plain", "<?xml version=\"1.0\"?>", "another secret"));
        refusedUncounted(ingress.slack(FORM, "user=admin&pass=admin", "another secret"));
    }

    @Test
    void what_is_old_is_a_replay_or_a_clock_and_not_counted() {
        JsonObject old = ingress.slack(FORM, "payload=%7B%7D", "another secret");
        JsonObject event = ingress.serviceNow(EVENT, "k2", Ingress.EVENT_KEY);
        ingress.clock.advance(Duration.ofSeconds(301));
        refusedUncounted(old);
        assertThat(ingress.lastLine()).contains("\"reason\":\"STALE\"");
        refusedUncounted(event);
        assertThat(ingress.lastLine()).contains("\"reason\":\"STALE\"");
    }

    @Test
    void what_bears_no_signature_is_not_counted() {
        refusedUncounted(Ingress.event("/slack/events", new JsonObject(), "payload=%7B%7D"));
        refusedUncounted(Ingress.event("/servicenow/events", new JsonObject(), EVENT));
        refusedUncounted(Ingress.event("/servicenow/heartbeat", new JsonObject(), "{}"));
    }

    @Test
    void what_servicenow_signs_with_another_key_is_counted() {
        assertThat(ingress.send(ingress.serviceNow(EVENT, "k1", "another key of sixteen bytes"))
                        .status())
                .isEqualTo(401);
        assertThat(counted(ingress)).containsExactly("servicenow");
        assertThat(ingress.lastLine())
                .contains("\"reason\":\"FORGED: ServiceNow signs with another key than ", "key id and key");
    }

    @Test
    void what_servicenow_signs_under_an_id_that_is_not_stored_is_told_apart() {
        assertThat(ingress.send(ingress.serviceNow("/servicenow/heartbeat", EVENT, "k2", Ingress.EVENT_KEY))
                        .status())
                .isEqualTo(401);
        assertThat(counted(ingress)).containsExactly("servicenow");
        assertThat(ingress.lastLine()).contains("\"reason\":\"UNKNOWN_KEY: ServiceNow signs with a key id that ");
    }

    @Test
    void an_id_that_was_stored_a_moment_ago_is_known() {
        ingress.send(ingress.serviceNow(EVENT, "k1", Ingress.EVENT_KEY));
        ingress.clock.advance(Duration.ofSeconds(11));
        ingress.aws.secrets.put(
                "arn:servicenow", "{\"key_id\":\"k2\",\"key\":\"YSBrZXkgb2Ygc2l4dGVlbiBieXRlcyBvciBtb3Jl\"}");
        ingress.clearLog();
        assertThat(ingress.send(ingress.serviceNow(EVENT, "k2", Ingress.EVENT_KEY))
                        .status())
                .isEqualTo(400);
        assertThat(counted(ingress)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"v1=AAAA", "v1=%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%"})
    void a_signature_that_servicenow_would_not_write_is_not_counted(String signature) {
        JsonObject event = ingress.serviceNow(EVENT, "k1", "another key of sixteen bytes");
        event.getObject("headers").put("X-Belay-Signature", signature);
        refusedUncounted(event);
    }

    @Test
    void a_token_for_another_app_is_counted() {
        try (TeamsIngress teams = new TeamsIngress("teams")) {
            JsonObject claims = TeamsIngress.claims();
            claims.put("aud", "11111111-2222-3333-4444-555555555555");
            assertThat(teams.send("Bearer " + TeamsIngress.SIGNER.token(claims), TeamsIngress.execute())
                            .status())
                    .isEqualTo(401);
            assertThat(counted(teams.ingress)).containsExactly("teams");
            assertThat(teams.ingress.lastLine()).contains("OTHER_AUDIENCE: ", "the parameter TeamsAppId");
        }
    }

    @Test
    void an_activity_of_another_tenant_is_counted() {
        try (TeamsIngress teams = new TeamsIngress("teams")) {
            JsonObject activity = TeamsIngress.execute();
            activity.getObject("channelData").getObject("tenant").put("id", "11111111-2222-3333-4444-555555555555");
            activity.getObject("conversation").put("tenantId", "11111111-2222-3333-4444-555555555555");
            assertThat(teams.send(activity).status()).isEqualTo(403);
            assertThat(counted(teams.ingress)).containsExactly("teams");
            assertThat(teams.ingress.lastLine()).contains("OTHER_TENANT: ", "the parameter TeamsTenants");
        }
    }

    @Test
    void a_token_that_the_bot_connector_did_not_sign_is_not_counted() {
        try (TeamsIngress teams = new TeamsIngress("teams")) {
            JsonObject claims = TeamsIngress.claims();
            claims.put("aud", "11111111-2222-3333-4444-555555555555");
            assertThat(teams.send("Bearer " + new ConnectorSigner("the-key").token(claims), TeamsIngress.execute())
                            .status())
                    .isEqualTo(401);
            assertThat(counted(teams.ingress)).isEmpty();
        }
    }

    private void refusedUncounted(JsonObject event) {
        ingress.clearLog();
        assertThat(ingress.send(event).status()).isEqualTo(401);
        assertThat(counted(ingress)).isEmpty();
    }

    /** The kinds under which it was counted, each also without a kind. */
    private static List<String> counted(Ingress ingress) {
        return ingress.log()
                .lines()
                .filter(line -> line.contains("SignatureMismatch"))
                .map(SignatureMismatchTest::kind)
                .toList();
    }

    private static String kind(String line) {
        try {
            JsonObject metric = JsonParser.object().from(line);
            assertThat(metric.getInt("SignatureMismatch")).isOne();
            JsonArray dimensions = metric.getObject("_aws")
                    .getArray("CloudWatchMetrics")
                    .getObject(0)
                    .getArray("Dimensions");
            assertThat(dimensions).anySatisfy(set -> assertThat((JsonArray) set).contains("Function", "Kind"));
            return metric.getString("Kind");
        } catch (JsonParserException e) {
            throw new AssertionError("no JSON: " + line, e);
        }
    }
}
