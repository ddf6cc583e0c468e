package dev.belay.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belay.aws.SecretStore.Standing;
import dev.belay.aws.SecretStore.Stored;
import dev.belay.failure.CredentialsRefused;
import dev.belay.failure.Rejected;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What {@link SecretStore} and {@link Secrets} keep on every engine that answers for Secrets Manager. */
public interface SecretsContract {
    TestSecret secret();

    @Test
    default void a_stored_secret_is_read_by_its_name_and_by_its_arn() {
        secret().store("xoxb-one");
        assertThat(secret().token()).isEqualTo("xoxb-one");
        assertThat(secret().secrets().secret(secret().arn()).text("token")).isEqualTo("xoxb-one");
        assertThat(secret().ingressReads()).isEqualTo(TestSecret.document("xoxb-one"));
    }

    @Test
    default void a_missing_secret_is_found_as_soon_as_it_is_stored() {
        assertThat(secret().secrets().find(secret().name())).isEmpty();
        assertThatThrownBy(() -> secret().token())
                .isInstanceOf(Rejected.class)
                .hasMessageContaining("ResourceNotFoundException");
        assertThat(secret().store("xoxb-one")).isEqualTo(Stored.CREATED);
        assertThat(secret().token()).isEqualTo("xoxb-one");
    }

    @Test
    default void how_a_secret_stands_is_told_without_reading_it() {
        assertThat(secret().store().standing(secret().name())).isEqualTo(Standing.MISSING);
        secret().createEmpty();
        assertThat(secret().store().standing(secret().name())).isEqualTo(Standing.EMPTY);
        assertThat(secret().store("xoxb-one")).isEqualTo(Stored.REPLACED);
        assertThat(secret().store().standing(secret().name())).isEqualTo(Standing.FILLED);
    }

    @Test
    default void a_replaced_secret_arrives_after_five_minutes_or_on_demand() {
        secret().store("xoxb-one");
        assertThat(secret().token()).isEqualTo("xoxb-one");
        assertThat(secret().store("xoxb-two")).isEqualTo(Stored.REPLACED);
        assertThat(secret().token()).isEqualTo("xoxb-one");
        secret().clock().advance(Duration.ofMinutes(5));
        assertThat(secret().token()).isEqualTo("xoxb-two");
        secret().store("xoxb-three");
        assertThat(secret().secrets().refresh(secret().name()).text("token")).isEqualTo("xoxb-three");
        assertThat(secret().token()).isEqualTo("xoxb-three");
    }

    @Test
    default void the_version_before_the_current_one_is_kept_as_the_previous_one() {
        secret().store("xoxb-one");
        secret().store("xoxb-two");
        assertThat(secret().staged("AWSPREVIOUS")).isEqualTo(TestSecret.document("xoxb-one"));
        secret().store("xoxb-three");
        assertThat(secret().staged("AWSPREVIOUS")).isEqualTo(TestSecret.document("xoxb-two"));
        assertThat(secret().staged("AWSCURRENT")).isEqualTo(TestSecret.document("xoxb-three"));
    }

    @Test
    default void a_pending_version_is_read_by_nobody() {
        secret().store("xoxb-one");
        secret().pend("xoxb-next");
        assertThat(secret().staged("AWSPENDING")).isEqualTo(TestSecret.document("xoxb-next"));
        assertThat(secret().token()).isEqualTo("xoxb-one");
        assertThat(secret().ingressReads()).isEqualTo(TestSecret.document("xoxb-one"));
    }

    @Test
    default void storing_a_secret_leaves_a_pending_version_as_it_is() {
        secret().store("xoxb-one");
        secret().pend("xoxb-next");
        secret().store("xoxb-two");
        assertThat(secret().staged("AWSPENDING")).isEqualTo(TestSecret.document("xoxb-next"));
        assertThat(secret().staged("AWSCURRENT")).isEqualTo(TestSecret.document("xoxb-two"));
        assertThat(secret().staged("AWSPREVIOUS")).isEqualTo(TestSecret.document("xoxb-one"));
    }

    /** The SDK sends the same idempotency token when it retries (API_CreateSecret.html, ClientRequestToken). */
    @Test
    default void a_creation_that_is_retried_is_idempotent() {
        UUID idempotency = UUID.randomUUID();
        String version = secret().create("xoxb-one", idempotency);
        assertThat(secret().create("xoxb-one", idempotency)).isEqualTo(version);
        assertThat(secret().token()).isEqualTo("xoxb-one");
    }

    @Test
    default void what_is_not_json_is_refused_without_being_shown() {
        secret().store().put(secret().name(), "xoxb-plain");
        assertThatThrownBy(() -> secret().token())
                .isInstanceOf(CredentialsRefused.class)
                .hasNoCause()
                .hasMessageNotContaining("xoxb");
    }
}
