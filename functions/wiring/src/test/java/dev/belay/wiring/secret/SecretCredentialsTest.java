package dev.belay.wiring.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.grack.nanojson.JsonObject;
import dev.belay.aws.Aws;
import dev.belay.aws.AwsAccess;
import dev.belay.credential.CredentialId;
import dev.belay.failure.CredentialsRefused;
import dev.belay.simulator.aws.Credentials;
import dev.belay.simulator.aws.SimulatedAws;
import dev.belay.simulator.http.Faults;
import dev.belay.teams.call.Credential;
import dev.belay.time.MovedClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What our app in Teams proves itself with is read from its secret, and its end is foretold. */
final class SecretCredentialsTest {
    private static final String TENANT = "7f3c2c1e-0b52-4c8e-9d61-aa00acae0001";
    private static final String NAME = "belay/teams/" + TENANT;

    private static final String UNREADABLE = """
        {"certificate": "-----BEGIN CERTIFICATE-----top secret-----END CERTIFICATE-----",
         "private_key": "-----BEGIN PRIVATE KEY-----top secret-----END PRIVATE KEY-----"}\
        """;

    private final MovedClock clock = MovedClock.at(Instant.now());
    private final SimulatedAws aws = SimulatedAws.start(0, new Faults(), clock).ready();
    private final ToldRefusals refused = new ToldRefusals();

    @AfterEach
    void close() {
        aws.close();
    }

    @Test
    void a_client_secret_is_read() {
        assertThat(stored("{\"client_secret\":\"abc\"}").current(TENANT)).isEqualTo(new Credential.Secret("abc"));
        assertThat(refused.counted).isEmpty();
    }

    @Test
    void an_end_that_is_no_date_keeps_nothing_from_being_read() {
        assertThat(stored("{\"client_secret\":\"abc\",\"expires_on\":\"next year\"}")
                        .current(TENANT))
                .isEqualTo(new Credential.Secret("abc"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"certificate\":\"x\",\"private_key\":\"top secret\"}",
                "{\"certificate\":\"x\"}",
                UNREADABLE
            })
    void what_holds_neither_is_refused_and_not_shown(String document) {
        assertThatThrownBy(() -> stored(document).current(TENANT))
                .isInstanceOf(CredentialsRefused.class)
                .hasMessageNotContaining("top secret");
        assertThat(refused.counted).containsExactly("TOKEN_REJECTED entra");
        assertThat(refused.told).containsExactly(id(TENANT));
    }

    @Test
    void a_guid_in_the_place_of_a_client_secret_is_told_as_one() {
        assertThatThrownBy(
                        () -> stored("{\"client_secret\":\"" + TENANT + "\"}").current(TENANT))
                .isInstanceOf(CredentialsRefused.class)
                .hasMessageContaining("client_secret is a GUID");
    }

    @Test
    void a_new_secret_is_used_within_five_minutes_and_parsed_once() {
        SecretCredentials credentials = stored("{\"client_secret\":\"old\",\"expires_on\":\"2000-01-01\"}");
        assertThat(credentials.current(TENANT)).isSameAs(credentials.current(TENANT));
        assertThat(refused.counted).isEmpty();
        store("PutSecretValue", "SecretId", "{\"client_secret\":\"new\"}");
        assertThat(credentials.current(TENANT)).isEqualTo(new Credential.Secret("old"));
        assertThat(credentials.reread(TENANT)).isEqualTo(new Credential.Secret("new"));
        store("PutSecretValue", "SecretId", "{\"client_secret\":\"newest\"}");
        clock.advance(Duration.ofMinutes(5));
        assertThat(credentials.current(TENANT)).isEqualTo(new Credential.Secret("newest"));
    }

    @Test
    void another_tenant_has_a_secret_of_its_own() {
        assertThatThrownBy(() -> stored("{\"client_secret\":\"abc\"}").current("7f3c2c1e-0b52-4c8e-9d61-aa00acae0009"))
                .isInstanceOf(CredentialsRefused.class)
                .hasMessageContaining("belay/teams/7f3c2c1e-0b52-4c8e-9d61-aa00acae0009 is missing or empty");
        assertThat(refused.told).containsExactly(id("7f3c2c1e-0b52-4c8e-9d61-aa00acae0009"));
    }

    @Test
    void one_that_was_mended_since_it_was_read_is_not_refused() {
        SecretCredentials credentials = stored("{}");
        assertThatThrownBy(() -> credentials.current(TENANT)).isInstanceOf(CredentialsRefused.class);
        store("PutSecretValue", "SecretId", "{\"client_secret\":\"abc\"}");
        assertThat(credentials.current(TENANT)).isEqualTo(new Credential.Secret("abc"));
        assertThat(refused.told).containsExactly(id(TENANT));
    }

    @Test
    void what_entra_id_refuses_is_told_with_its_tenant() {
        stored("{\"client_secret\":\"abc\"}").refused(TENANT, "no token: invalid_client");
        assertThat(refused.told).containsExactly(id(TENANT));
    }

    private static CredentialId id(String tenant) {
        return new CredentialId(CredentialId.Kind.TEAMS, tenant);
    }

    private SecretCredentials stored(String document) {
        store("CreateSecret", "Name", document);
        return new SecretCredentials(
                access().secrets((metric, kind) -> refused.counted.add(metric + " " + kind)),
                () -> "belay/teams/*",
                refused.refusals);
    }

    private void store(String operation, String named, String document) {
        aws.client("deployment")
                .call(
                        "secretsmanager",
                        operation,
                        JsonObject.builder()
                                .value(named, NAME)
                                .value("SecretString", document)
                                .done());
    }

    private Aws access() {
        Credentials role = aws.credentialsFor("incident-opened");
        AwsAccess.Keys keys = new AwsAccess.Keys(role.accessKeyId(), role.secretAccessKey(), role.sessionToken());
        return new Aws(new AwsAccess(SimulatedAws.REGION, Optional.of(aws.url()), Optional.empty()).with(keys), clock);
    }
}
