package dev.belay.wiring.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.grack.nanojson.JsonObject;
import dev.belay.aws.Aws;
import dev.belay.aws.AwsAccess;
import dev.belay.credential.TokenPair;
import dev.belay.credential.TokenPairs;
import dev.belay.credential.TokenPairs.Held;
import dev.belay.credential.TokenPairsContract;
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

/** The pairs in Secrets Manager keep the contract, in its own stages, and readers see the current one only. */
final class SecretTokenPairsTest implements TokenPairsContract {
    private static final String WORKSPACE = "T01ACME";

    private final MovedClock clock = MovedClock.at(Instant.now());
    private final SimulatedAws aws = SimulatedAws.start(0, new Faults(), clock);
    private final Aws there = new Aws(access(), clock);
    private final TokenPairs pairs = new SecretTokenPairs(there.stagedSecrets(), () -> "belay/slack/*", (_, _) -> {});
    private int count;

    @AfterEach
    void close() {
        there.close();
        aws.close();
    }

    private AwsAccess access() {
        Credentials role = aws.credentialsFor("token-health-check");
        AwsAccess.Keys keys = new AwsAccess.Keys(role.accessKeyId(), role.secretAccessKey(), role.sessionToken());
        return new AwsAccess(SimulatedAws.REGION, Optional.of(aws.url()), Optional.empty()).with(keys);
    }

    @Override
    public TokenPairs pairs() {
        return pairs;
    }

    @Override
    public MovedClock clock() {
        return clock;
    }

    @Override
    public String workspace() {
        return "T" + ++count;
    }

    @Override
    public void store(String workspace, TokenPair pair) {
        aws.putSecret(
                "belay/slack/" + workspace,
                "{\"bot_token\":\"%s\",\"refresh_token\":\"%s\",\"expires_at\":\"%s\"}"
                        .formatted(pair.accessToken(), pair.refreshToken(), pair.expiresAt()));
    }

    @Test
    void the_stages_are_secrets_managers_own() {
        store(WORKSPACE, pair(1));
        Held held = pairs.read(WORKSPACE).orElseThrow();
        pairs.begin(held);
        pairs.stage(held, pair(2));
        assertThat(token("AWSCURRENT")).isEqualTo("xoxe.xoxb-1-1");
        assertThat(token("AWSPENDING")).isEqualTo("xoxe.xoxb-1-2");
        pairs.promote(pairs.read(WORKSPACE).orElseThrow());
        assertThat(token("AWSCURRENT")).isEqualTo("xoxe.xoxb-1-2");
        assertThat(token("AWSPREVIOUS")).isEqualTo("xoxe.xoxb-1-1");
        assertThat(value("BELAY_RENEWAL")).doesNotContain("xoxe");
    }

    @Test
    void a_reader_never_sees_a_pair_before_it_is_promoted() {
        store(WORKSPACE, pair(1));
        SecretTokens readers = new SecretTokens(
                there.secrets((_, _) -> {}), () -> "belay/slack/*", Refusals.countedOnly((_, _) -> {}));
        Held held = pairs.read(WORKSPACE).orElseThrow();
        pairs.begin(held);
        pairs.stage(held, pair(2));
        assertThat(readers.reread(WORKSPACE)).contains("xoxe.xoxb-1-1");
        pairs.promote(held);
        assertThat(readers.token(WORKSPACE)).as("for five minutes").contains("xoxe.xoxb-1-1");
        assertThat(readers.reread(WORKSPACE)).as("after a refusal").contains("xoxe.xoxb-1-2");
        clock.advance(Duration.ofMinutes(5));
        assertThat(readers.token(WORKSPACE)).contains("xoxe.xoxb-1-2");
    }

    @Test
    void a_token_that_does_not_rotate_is_none_of_its_business() {
        aws.putSecret("belay/slack/T02PLAIN", "{\"bot_token\":\"xoxb-1\"}");
        aws.putSecret("belay/slack/T03LIST", "{\"T03LIST\":\"xoxb-1\"}");
        assertThat(pairs.read("T02PLAIN")).isEmpty();
        assertThat(pairs.read("T03LIST")).isEmpty();
    }

    @Test
    void half_a_pair_is_told_as_what_it_is() {
        aws.putSecret("belay/slack/T04HALF", "{\"bot_token\":\"xoxe.xoxb-top-secret\"}");
        assertThatThrownBy(() -> pairs.read("T04HALF"))
                .isInstanceOf(CredentialsRefused.class)
                .hasMessageContaining("refresh_token is missing")
                .hasMessageNotContaining("top-secret");
    }

    @Test
    void a_pair_in_a_secret_that_was_there_before_is_found_by_its_name() {
        String arn = aws.putSecret(
                "mine/T05ACME",
                "{\"bot_token\":\"xoxe.xoxb-5\",\"refresh_token\":\"xoxe-5\",\"expires_at\":\"2027-01-31T12:00:00Z\"}");
        TokenPairs given = new SecretTokenPairs(
                there.stagedSecrets(),
                () -> "arn:aws:secretsmanager:eu-central-1:123456789012:secret:none," + arn,
                (_, _) -> {});
        Held held = given.read("T05ACME").orElseThrow();
        assertThat(held.secret()).isEqualTo(arn);
        given.stage(held, pair(6));
        assertThat(given.promote(held)).isTrue();
        assertThat(given.read("T05ACME").orElseThrow().current()).isEqualTo(pair(6));
        assertThat(given.read("T06ACME")).isEmpty();
    }

    private String token(String stage) {
        return value(stage).replaceAll("\\{\"bot_token\":\"([^\"]*)\".*", "$1");
    }

    private String value(String stage) {
        JsonObject arguments = new JsonObject();
        arguments.put("SecretId", "belay/slack/" + WORKSPACE);
        arguments.put("VersionStage", stage);
        return aws.client("test")
                .call("secretsmanager", "GetSecretValue", arguments)
                .getString("SecretString", "");
    }
}
