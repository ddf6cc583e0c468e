package dev.belay.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belay.failure.Rejected;
import dev.belay.failure.Unavailable;
import dev.belay.simulator.http.Faults;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Secrets on our simulator keep the contract, are read seldom, and never show. */
final class SecretsTest implements SecretsContract {
    private final TestSecret secret = new TestSecret(Cloud.ENGINE);

    @Override
    public TestSecret secret() {
        return secret;
    }

    @Test
    void a_secret_is_read_once_in_five_minutes() {
        secret.store("xoxb-one");
        assertThat(Cloud.requestsOf(() -> {
                    assertThat(secret.token()).isEqualTo("xoxb-one");
                    secret.clock().advance(Duration.ofMinutes(5).minusSeconds(1));
                    assertThat(secret.token()).isEqualTo("xoxb-one");
                }))
                .isEqualTo(Map.of("secretsmanager GetSecretValue", 1));
    }

    @Test
    void storing_is_one_request_where_there_is_a_secret_and_two_where_there_is_none() {
        assertThat(Cloud.requestsOf(() -> secret.store("xoxb-one")))
                .isEqualTo(Map.of("secretsmanager PutSecretValue", 1, "secretsmanager CreateSecret", 1));
        assertThat(Cloud.requestsOf(() -> secret.store("xoxb-two")))
                .isEqualTo(Map.of("secretsmanager PutSecretValue", 1));
    }

    @Test
    void a_creation_whose_answer_was_lost_is_sent_again() {
        Cloud.FAULTS.breakCall(1, Faults.Fault.RESPONSE_LOST);
        try {
            assertThat(secret.store("xoxb-one")).isEqualTo(SecretStore.Stored.CREATED);
            assertThat(Cloud.FAULTS.calls())
                    .containsExactly(
                            "secretsmanager PutSecretValue",
                            "secretsmanager CreateSecret",
                            "secretsmanager CreateSecret");
        } finally {
            Cloud.FAULTS.heal();
        }
        assertThat(secret.token()).isEqualTo("xoxb-one");
    }

    @Test
    void a_text_that_is_missing_or_empty_is_named_and_no_other_shown() {
        secret.store().put(secret.name(), "{\"token\":\"xoxb-one\",\"empty\":\"\"}");
        Secret read = secret.secrets().secret(secret.name());
        assertThat(read.find("signing_secret")).isEmpty();
        assertThatThrownBy(() -> read.text("signing_secret"))
                .isInstanceOf(Rejected.class)
                .hasMessageContaining("signing_secret")
                .hasMessageContaining(secret.name())
                .hasMessageNotContaining("xoxb");
        assertThatThrownBy(() -> read.text("empty")).isInstanceOf(Rejected.class);
        assertThat(read.toString()).doesNotContain("xoxb");
    }

    @Test
    void while_secrets_cannot_be_read_they_are_unavailable_and_nothing_is_remembered_of_it() {
        secret.store("xoxb-one");
        Cloud.AWS.interrupt("secretsmanager");
        try {
            assertThatThrownBy(secret::token).isInstanceOf(Unavailable.class);
        } finally {
            Cloud.AWS.restore("secretsmanager");
        }
        assertThat(secret.token()).isEqualTo("xoxb-one");
    }
}
