package dev.belay.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belay.failure.Unavailable;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Versions and stages on the simulated Secrets Manager, whatever answer is lost. */
final class StagedSecretsTest implements StagedSecretsContract {
    private final TestStages stages = new TestStages(Cloud.ENGINE);
    private final StagedSecrets secrets = stages.secrets();

    @Override
    public TestStages stages() {
        return stages;
    }

    @Test
    void each_deed_is_one_request() {
        String secret = stages.stored("one");
        String first = secrets.current(secret).orElseThrow().id();
        assertThat(Cloud.requestsOf(() -> secrets.stage(secret, ONE, "{}", StagedSecrets.PENDING)))
                .isEqualTo(Map.of("secretsmanager PutSecretValue", 1));
        assertThat(Cloud.requestsOf(() -> secrets.promote(secret, ONE, first)))
                .isEqualTo(Map.of("secretsmanager UpdateSecretVersionStage", 1));
        assertThat(Cloud.requestsOf(() -> secrets.current(secret)))
                .isEqualTo(Map.of("secretsmanager GetSecretValue", 1));
    }

    @Test
    void a_write_whose_answer_was_lost_is_done_once() {
        String secret = stages.stored("one");
        String first = secrets.current(secret).orElseThrow().id();
        Cloud.losingTheFirstAnswer(() -> assertThat(secrets.stage(secret, ONE, "{}", StagedSecrets.PENDING))
                .isTrue());
        Cloud.losingTheFirstAnswer(
                () -> assertThat(secrets.promote(secret, ONE, first)).isTrue());
        assertThat(secrets.current(secret).orElseThrow().id()).isEqualTo(ONE);
    }

    @Test
    void while_secrets_manager_does_not_answer_nothing_is_told_of_a_secret() {
        String secret = stages.stored("one");
        Cloud.AWS.interrupt("secretsmanager");
        try {
            assertThatThrownBy(() -> secrets.current(secret)).isInstanceOf(Unavailable.class);
            assertThatThrownBy(() -> secrets.stage(secret, ONE, "{}", StagedSecrets.PENDING))
                    .isInstanceOf(Unavailable.class);
            assertThatThrownBy(() -> secrets.promote(secret, ONE, TWO)).isInstanceOf(Unavailable.class);
        } finally {
            Cloud.AWS.restore("secretsmanager");
        }
    }
}
