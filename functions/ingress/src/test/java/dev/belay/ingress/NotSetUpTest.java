package dev.belay.ingress;

import static org.assertj.core.api.Assertions.assertThat;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import dev.belay.ingress.Ingress.Reply;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A stack whose secrets are still empty: senders are told to come again, people what to store, and then it goes on by itself. */
final class NotSetUpTest {
    private static final String VERIFICATION = "{\"type\":\"url_verification\",\"challenge\":\"c\"}";
    private static final String EVENT =
            "{\"schema\":1,\"instance\":\"acme\",\"event_id\":\"e1\",\"type\":\"record.opened\","
                    + "\"table\":\"incident\",\"sys_id\":\"9d385017c611228701d22104cc95c371\",\"sys_mod_count\":0,"
                    + "\"occurred_at\":\"2026-11-22T12:00:00Z\"}";

    private static final String SIGNING = "{\"signing_secret\":\"" + Ingress.SLACK_SECRET + "\"}";

    private Ingress ingress = of("belay");

    private static Ingress of(String stack) {
        return new Ingress(Map.of(
                "BELAY_SLACK_SIGNING_SECRET_ARN", stack + "/slack-signing",
                "BELAY_SERVICENOW_EVENT_SECRET_ARN", stack + "/servicenow-events/acme"));
    }

    @AfterEach
    void stop() {
        ingress.close();
    }

    @Test
    void slacks_verification_is_told_which_secret_is_empty_and_what_fills_it() throws JsonParserException {
        Reply reply = verify();
        assertThat(reply.status()).isEqualTo(503);
        assertThat(reply.headers().getString("content-type")).isEqualTo("application/json");
        JsonObject body = JsonParser.object().from(reply.body());
        assertThat(body.getString("error")).isEqualTo("not set up yet");
        assertThat(body.getString("message"))
                .isEqualTo("not set up yet: the secret belay/slack-signing is missing or empty: store it with"
                        + " './belay secrets put slack-signing --stack belay'");
        assertThat(ingress.lastLine())
                .contains("\"level\":\"ERROR\"", "put slack-signing --stack belay'", "\"outcome\":\"not set up yet\"");
        assertThat(counted("NotSetUp")).isOne();
        assertThat(counted("Unavailable")).as("another alarm").isZero();
    }

    @Test
    void what_slack_sends_is_taken_within_seconds_after_the_secret_was_stored() {
        assertThat(verify().status()).isEqualTo(503);
        ingress.aws.secrets.put("belay/slack-signing", SIGNING);
        ingress.clock.advance(Duration.ofSeconds(5));
        assertThat(verify()).isEqualTo(new Reply(200, "{\"challenge\":\"c\"}", verify().headers()));
    }

    @Test
    void an_event_of_servicenow_is_to_be_sent_again_and_then_taken() {
        assertThat(event().status()).isEqualTo(503);
        assertThat(ingress.lastLine())
                .contains(
                        "the secret belay/servicenow-events/acme is missing or empty",
                        "put servicenow-events/acme --stack belay'");
        assertThat(ingress.aws.messages).isEmpty();
        ingress.aws.secrets.put(
                "belay/servicenow-events/acme",
                "{\"key_id\":\"k1\",\"key\":\"YSBrZXkgb2Ygc2l4dGVlbiBieXRlcyBvciBtb3Jl\"}");
        ingress.clock.advance(Duration.ofSeconds(5));
        assertThat(event().status()).isEqualTo(202);
        assertThat(ingress.aws.messages).hasSize(1);
    }

    @Test
    void a_flood_looks_for_the_secret_once_in_five_seconds() {
        for (int i = 0; i < 50; i++) {
            assertThat(verify().status()).isEqualTo(503);
            ingress.clock.advance(Duration.ofMillis(200));
        }
        assertThat(ingress.aws.secretReads).hasValue(2);
        assertThat(counted("NotSetUp")).isEqualTo(50);
    }

    @Test
    void one_door_that_is_set_up_does_not_wait_for_the_other() {
        ingress.aws.secrets.put("belay/slack-signing", SIGNING);
        assertThat(verify().status()).isEqualTo(200);
        assertThat(event().status()).isEqualTo(503);
    }

    @Test
    void a_secret_that_is_taken_away_is_missed_when_it_is_read_again() {
        ingress.aws.secrets.put("belay/slack-signing", SIGNING);
        assertThat(verify().status()).isEqualTo(200);
        ingress.aws.secrets.clear();
        ingress.clock.advance(Duration.ofMinutes(6));
        assertThat(verify().status()).isEqualTo(503);
    }

    @Test
    void another_stacks_name_is_in_the_command() {
        ingress.close();
        ingress = of("belay-dev");
        verify();
        assertThat(ingress.lastLine()).contains("'./belay secrets put slack-signing --stack belay-dev'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"arn:aws:secretsmanager:eu-central-1:123456789012:secret:corp/slack-AbCdEf", "corp-slack"})
    void a_secret_of_another_name_is_not_named_to_strangers(String id) {
        ingress.close();
        ingress = new Ingress(Map.of("BELAY_SLACK_SIGNING_SECRET_ARN", id));
        Reply reply = verify();
        assertThat(reply.status()).isEqualTo(503);
        assertThat(reply.body())
                .contains("the secret that the stack was given for slack-signing is missing or empty: store {")
                .doesNotContain("corp", "123456789012", "./belay");
    }

    @ParameterizedTest
    @ValueSource(strings = {"test-signing-secret", "{\"signing_secret\":\"test-signing-secret\\n\"}"})
    void a_secret_that_is_stored_wrongly_is_another_thing_and_says_its_fix(String document) {
        ingress.aws.secrets.put("belay/slack-signing", document);
        Reply reply = verify();
        assertThat(reply).extracting(Reply::status, Reply::body).containsExactly(503, "{\"error\":\"unavailable\"}");
        assertThat(ingress.lastLine())
                .contains(
                        "the secret belay/slack-signing is wrong: ",
                        "; store it with './belay secrets put slack-signing --stack belay'")
                .doesNotContain("test-signing-secret");
        assertThat(counted("Unavailable")).isOne();
        assertThat(counted("NotSetUp")).isZero();
    }

    private Reply verify() {
        return ingress.send(ingress.slack("application/json", VERIFICATION, Ingress.SLACK_SECRET));
    }

    private Reply event() {
        return ingress.send(ingress.serviceNow(EVENT, "k1", Ingress.EVENT_KEY));
    }

    private long counted(String metric) {
        return ingress.log()
                .lines()
                .filter(line -> line.contains("\"" + metric + "\":1"))
                .count();
    }
}
