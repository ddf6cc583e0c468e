package dev.belay.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belay.failure.Rejected;
import dev.belay.failure.Unavailable;
import dev.belay.record.Sample;
import dev.belay.time.MovedClock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Secrets are read seldom, are never older than five minutes, and never show. */
final class SecretsTest {
    private final MovedClock clock = MovedClock.at(Sample.OPENED);
    private final Secrets secrets = Cloud.worker(clock).secrets((_, _) -> {});
    private final String name = "slack-" + Cloud.unique();
    private final String arn = put("xoxb-one");

    @Test
    void a_secret_is_read_once_in_five_minutes() {
        assertThat(Cloud.requestsOf(() -> {
                    assertThat(token()).isEqualTo("xoxb-one");
                    clock.advance(Duration.ofMinutes(5).minusSeconds(1));
                    assertThat(token()).isEqualTo("xoxb-one");
                }))
                .isEqualTo(Map.of("secretsmanager GetSecretValue", 1));
    }

    @Test
    void a_rotated_secret_arrives_after_five_minutes_or_on_demand() {
        assertThat(token()).isEqualTo("xoxb-one");
        put("xoxb-two");
        assertThat(token()).isEqualTo("xoxb-one");
        clock.advance(Duration.ofMinutes(5));
        assertThat(token()).isEqualTo("xoxb-two");
        put("xoxb-three");
        assertThat(secrets.refresh(arn).text("token")).isEqualTo("xoxb-three");
        assertThat(token()).isEqualTo("xoxb-three");
    }

    @Test
    void a_text_that_is_missing_or_empty_is_named_and_no_other_shown() {
        assertThat(secrets.secret(arn).find("signing_secret")).isEmpty();
        assertThatThrownBy(() -> secrets.secret(arn).text("signing_secret"))
                .isInstanceOf(Rejected.class)
                .hasMessageContaining("signing_secret")
                .hasMessageContaining(arn)
                .hasMessageNotContaining("xoxb");
        assertThatThrownBy(() -> secrets.secret(arn).text("empty")).isInstanceOf(Rejected.class);
        assertThat(secrets.secret(arn).toString()).doesNotContain("xoxb");
    }

    @Test
    void what_is_not_json_is_rejected_without_being_shown() {
        String plain = Cloud.AWS.putSecret("plain-" + Cloud.unique(), "xoxb-plain");
        assertThatThrownBy(() -> secrets.secret(plain))
                .isInstanceOf(Rejected.class)
                .hasNoCause()
                .hasMessageNotContaining("xoxb");
    }

    @Test
    void a_secret_that_is_not_there_is_a_rejection() {
        assertThatThrownBy(() -> secrets.secret(arn + "x")).isInstanceOf(Rejected.class);
    }

    @Test
    void while_secrets_cannot_be_read_they_are_unavailable_and_nothing_is_remembered_of_it() {
        Cloud.AWS.interrupt("secretsmanager");
        try {
            assertThatThrownBy(this::token).isInstanceOf(Unavailable.class);
        } finally {
            Cloud.AWS.restore("secretsmanager");
        }
        assertThat(token()).isEqualTo("xoxb-one");
    }

    private String token() {
        return secrets.secret(arn).text("token");
    }

    private String put(String token) {
        return Cloud.AWS.putSecret(name, "{\"token\":\"" + token + "\",\"empty\":\"\"}");
    }
}
