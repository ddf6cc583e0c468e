package dev.belay.wiring.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belay.aws.Aws;
import dev.belay.aws.AwsAccess;
import dev.belay.credential.CredentialId;
import dev.belay.failure.CredentialsRefused;
import dev.belay.simulator.aws.Credentials;
import dev.belay.simulator.aws.SimulatedAws;
import dev.belay.simulator.http.Faults;
import dev.belay.time.MovedClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Slack's tokens and ServiceNow's client are read from their secrets, and one of another kind is told as what it is. */
final class SecretTokensTest {
    private static final CredentialId ACME = new CredentialId(CredentialId.Kind.SERVICENOW, "acme");

    private final MovedClock clock = MovedClock.at(Instant.now());
    private final SimulatedAws aws = SimulatedAws.start(0, new Faults(), clock).ready();
    private final ToldRefusals refused = new ToldRefusals();

    @AfterEach
    void close() {
        aws.close();
    }

    @Test
    void each_workspace_has_a_secret_beneath_the_stacks_name() {
        aws.putSecret("belay/slack/T01ACME", "{\"bot_token\":\"xoxb-one\"}");
        aws.putSecret("belay/slack/T02ACME", "{\"bot_token\":\"xoxb-two\"}");
        SecretTokens tokens = tokens("belay/slack/*");
        assertThat(tokens.token("T01ACME")).contains("xoxb-one");
        assertThat(tokens.token("T02ACME")).contains("xoxb-two");
        assertThat(tokens.token("T03ACME")).isEmpty();
        aws.putSecret("belay/slack/T03ACME", "{\"bot_token\":\"xoxb-three\"}");
        assertThat(tokens.token("T03ACME")).contains("xoxb-three");
    }

    @Test
    void secrets_that_were_there_before_are_listed() {
        String several = aws.putSecret("mine/tokens", "{\"T01ACME\":\"xoxb-one\",\"T02ACME\":\"xoxp-top-secret\"}");
        String one = aws.putSecret("mine/T03ACME", "{\"bot_token\":\"xoxb-three\"}");
        SecretTokens tokens = tokens(several + "," + one);
        assertThat(tokens.token("T01ACME")).contains("xoxb-one");
        assertThat(tokens.token("T03ACME")).contains("xoxb-three");
        assertThat(tokens.token("T04ACME")).isEmpty();
        assertThat(refused.counted).isEmpty();
        assertThat(refused.told).isEmpty();
        assertThatThrownBy(() -> tokens.token("T02ACME"))
                .isInstanceOf(CredentialsRefused.class)
                .hasMessageContaining("T02ACME is a user token (xoxp-)")
                .hasMessageNotContaining("top-secret");
        assertThat(refused.counted).containsExactly("TOKEN_REJECTED slack");
        assertThat(refused.told).containsExactly(slack("T02ACME"));
        assertThat(refused.said).noneMatch(said -> said.contains("top-secret"));
    }

    @Test
    void one_that_was_mended_since_it_was_read_is_not_refused() {
        aws.putSecret("belay/slack/T01ACME", "{\"bot_token\":\"xoxp-user\"}");
        SecretTokens tokens = tokens("belay/slack/*");
        assertThatThrownBy(() -> tokens.token("T01ACME")).isInstanceOf(CredentialsRefused.class);
        aws.putSecret("belay/slack/T01ACME", "{\"bot_token\":\"xoxb-one\"}");
        assertThat(tokens.token("T01ACME")).contains("xoxb-one");
        assertThat(refused.told).containsExactly(slack("T01ACME"));
    }

    @Test
    void what_slack_refuses_is_told_with_its_workspace() {
        tokens("belay/slack/*").refused("T01ACME", "token rejected: token_revoked");
        assertThat(refused.told).containsExactly(slack("T01ACME"));
        assertThat(refused.said).containsExactly("token rejected: token_revoked");
    }

    @Test
    void a_token_that_rotates_is_used_as_it_is() {
        aws.putSecret(
                "belay/slack/T01ACME",
                "{\"bot_token\":\"xoxe.xoxb-1\",\"refresh_token\":\"xoxe-1\",\"expires_at\":\"2027-01-31T12:00:00Z\"}");
        assertThat(tokens("belay/slack/*").token("T01ACME")).contains("xoxe.xoxb-1");
    }

    @Test
    void a_token_is_read_again_after_five_minutes_or_when_it_was_refused() {
        aws.putSecret("belay/slack/T01ACME", "{\"bot_token\":\"xoxb-one\"}");
        SecretTokens tokens = tokens("belay/slack/*");
        tokens.token("T01ACME");
        aws.putSecret("belay/slack/T01ACME", "{\"bot_token\":\"xoxb-two\"}");
        assertThat(tokens.token("T01ACME")).contains("xoxb-one");
        assertThat(tokens.reread("T01ACME")).contains("xoxb-two");
        assertThat(tokens.token("T01ACME")).contains("xoxb-two");
        aws.putSecret("belay/slack/T01ACME", "{\"bot_token\":\"xoxb-three\"}");
        clock.advance(Duration.ofMinutes(5));
        assertThat(tokens.token("T01ACME")).contains("xoxb-three");
    }

    @Test
    void servicenows_client_is_read_afresh_each_time_and_its_shape_is_checked() {
        aws.putSecret("belay/servicenow/acme", "{\"client_id\":\"id\",\"client_secret\":\"one\"}");
        SecretClient client = client("belay/servicenow/acme");
        assertThat(client.get().clientSecret()).isEqualTo("one");
        aws.putSecret("belay/servicenow/acme", "{\"client_id\":\"id\",\"client_secret\":\"two\"}");
        assertThat(client.get().clientSecret()).isEqualTo("two");
        aws.putSecret("belay/servicenow/acme", "{\"client_id\":\"top-secret\",\"client_secret\":\"top-secret\"}");
        assertThatThrownBy(client::get)
                .isInstanceOf(CredentialsRefused.class)
                .hasMessageContaining("client_secret is the client_id")
                .hasMessageNotContaining("top-secret");
        assertThat(refused.told).containsExactly(ACME);
        client.refused("no access token");
        assertThat(refused.told).containsExactly(ACME, ACME);
    }

    @Test
    void a_client_that_is_missing_is_refused_too() {
        assertThatThrownBy(client("belay/none")::get)
                .isInstanceOf(CredentialsRefused.class)
                .hasMessageContaining("not set up yet: ");
        assertThat(refused.told).containsExactly(ACME);
        assertThat(refused.counted).containsExactly("NOT_SET_UP servicenow");
    }

    private static CredentialId slack(String workspace) {
        return new CredentialId(CredentialId.Kind.SLACK, workspace);
    }

    private SecretClient client(String id) {
        return new SecretClient(access().secrets((_, _) -> {}), id, "acme", refused.refusals);
    }

    private SecretTokens tokens(String ids) {
        return new SecretTokens(access().secrets((_, _) -> {}), () -> ids, refused.refusals);
    }

    private Aws access() {
        Credentials role = aws.credentialsFor("incident-opened");
        AwsAccess.Keys keys = new AwsAccess.Keys(role.accessKeyId(), role.secretAccessKey(), role.sessionToken());
        return new Aws(new AwsAccess(SimulatedAws.REGION, Optional.of(aws.url()), Optional.empty()).with(keys), clock);
    }
}
