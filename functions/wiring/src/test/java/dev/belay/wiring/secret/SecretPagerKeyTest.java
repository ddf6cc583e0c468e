package dev.belay.wiring.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.grack.nanojson.JsonObject;
import dev.belay.aws.Aws;
import dev.belay.aws.AwsAccess;
import dev.belay.aws.Secrets;
import dev.belay.credential.CredentialId;
import dev.belay.failure.CredentialsRefused;
import dev.belay.failure.Rejected;
import dev.belay.simulator.aws.Credentials;
import dev.belay.simulator.aws.SimulatedAws;
import dev.belay.simulator.http.Faults;
import dev.belay.time.MovedClock;
import dev.belay.wiring.settings.Environment;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Each pager has its own part of one secret. */
final class SecretPagerKeyTest {
    private static final String NAME = "belay/pagers";

    private final MovedClock clock = MovedClock.at(Instant.now());
    private final SimulatedAws aws = SimulatedAws.start(0, new Faults(), clock).ready();
    private final ToldRefusals refused = new ToldRefusals();

    @AfterEach
    void close() {
        aws.close();
    }

    @Test
    void a_pagers_key_is_the_one_of_its_name() {
        store("CreateSecret", "Name", "{\"pagerduty\":\"token\",\"webhook\":\"key\"}");

        assertThat(key("pagerduty").current()).isEqualTo("token");
        assertThat(key("webhook").current()).isEqualTo("key");
    }

    @Test
    void one_that_was_rotated_is_there_when_it_is_read_again() {
        store("CreateSecret", "Name", "{\"pagerduty\":\"old\"}");
        SecretPagerKey key = key("pagerduty");
        assertThat(key.current()).isEqualTo("old");
        store("PutSecretValue", "SecretId", "{\"pagerduty\":\"new\"}");

        assertThat(key.current()).isEqualTo("old");
        assertThat(key.reread()).isEqualTo("new");
        assertThat(key.current()).isEqualTo("new");
    }

    @Test
    void one_that_is_missing_is_named_and_no_other_is_shown() {
        store("CreateSecret", "Name", "{\"pagerduty\":\"top secret\"}");

        assertThatThrownBy(() -> key("webhook").current())
                .isInstanceOf(CredentialsRefused.class)
                .hasMessageContaining("the pager webhook")
                .hasMessageNotContaining("top secret");
        assertThat(refused.told).containsExactly(pager("webhook"));
        assertThat(refused.counted).containsExactly("TOKEN_REJECTED pager");
    }

    @Test
    void one_of_another_kind_is_told_as_what_it_is_and_keeps_no_other_from_being_used() {
        store("CreateSecret", "Name", "{\"pagerduty\":\"xoxb-top-secret\",\"webhook\":\"key\"}");

        assertThat(key("webhook").current()).isEqualTo("key");
        assertThatThrownBy(() -> key("pagerduty").current())
                .isInstanceOf(CredentialsRefused.class)
                .hasMessageContaining("pagerduty is a bot token")
                .hasMessageNotContaining("top-secret");
        assertThat(refused.told).containsExactly(pager("pagerduty"));
        assertThat(refused.said).noneMatch(said -> said.contains("top-secret"));
    }

    @Test
    void one_that_was_stored_since_the_secret_was_read_is_not_refused() {
        store("CreateSecret", "Name", "{\"pagerduty\":\"token\"}");
        Secrets secrets = access().secrets((_, _) -> {});
        assertThat(key(secrets, "pagerduty").current()).isEqualTo("token");
        store("PutSecretValue", "SecretId", "{\"pagerduty\":\"token\",\"webhook\":\"key\"}");

        assertThat(key(secrets, "webhook").current()).isEqualTo("key");
        assertThat(refused.told).isEmpty();
    }

    @Test
    void what_the_pager_refuses_is_told_with_its_name() {
        key("webhook").refused("our signature is refused");

        assertThat(refused.told).containsExactly(pager("webhook"));
    }

    @Test
    void an_installation_that_was_deployed_without_says_which_name_it_lacks() {
        Environment environment = Environment.of(Map.<String, String>of()::get);
        SecretPagerKey key = new SecretPagerKey(
                access().secrets((_, _) -> {}),
                environment.whenUsed(Environment.Name.BELAY_PAGERS_SECRET_ARN),
                "pagerduty",
                refused.refusals);

        assertThatThrownBy(key::current).isInstanceOf(Rejected.class).hasMessageContaining("BELAY_PAGERS_SECRET_ARN");
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

    private SecretPagerKey key(String pager) {
        return key(access().secrets((_, _) -> {}), pager);
    }

    private SecretPagerKey key(Secrets secrets, String pager) {
        return new SecretPagerKey(secrets, () -> NAME, pager, refused.refusals);
    }

    private static CredentialId pager(String name) {
        return new CredentialId(CredentialId.Kind.PAGER, name);
    }

    private Aws access() {
        Credentials role = aws.credentialsFor("card-action");
        AwsAccess.Keys keys = new AwsAccess.Keys(role.accessKeyId(), role.secretAccessKey(), role.sessionToken());
        return new Aws(new AwsAccess(SimulatedAws.REGION, Optional.of(aws.url()), Optional.empty()).with(keys), clock);
    }
}
