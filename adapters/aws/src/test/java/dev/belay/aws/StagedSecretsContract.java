package dev.belay.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belay.failure.Rejected;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the versions and stages of a secret keep, on every Secrets Manager. */
public interface StagedSecretsContract {
    String ONE = "1".repeat(64);
    String TWO = "2".repeat(64);

    TestStages stages();

    private StagedSecrets secrets() {
        return stages().secrets();
    }

    private String stored(String token) {
        return stages().stored(token);
    }

    /** Somebody stores another current value, as {@code ./belay secrets put} does. */
    private void store(String secret, String token) {
        stages().store(secret, token);
    }

    private Optional<String> token(Optional<StagedSecrets.Version> version) {
        return version.flatMap(found -> found.secret().find("token"));
    }

    private String current(String secret) {
        return secrets().current(secret).orElseThrow().id();
    }

    @Test
    default void what_is_not_there_is_none() {
        String secret = stored("one");
        assertThat(secrets().current(secret + "-none")).isEmpty();
        assertThat(secrets().version(secret, ONE)).isEmpty();
    }

    @Test
    default void what_was_stored_is_current() {
        String secret = stored("one");
        assertThat(token(secrets().current(secret))).contains("one");
        store(secret, "two");
        assertThat(token(secrets().current(secret))).contains("two");
    }

    @Test
    default void a_pending_version_is_read_by_its_name_and_is_not_current() {
        String secret = stored("one");
        assertThat(secrets().stage(secret, ONE, TestSecret.document("next"), StagedSecrets.PENDING))
                .isTrue();
        assertThat(token(secrets().current(secret))).contains("one");
        assertThat(token(secrets().version(secret, ONE))).contains("next");
        assertThat(secrets().version(secret, ONE).orElseThrow().id()).isEqualTo(ONE);
    }

    @Test
    default void the_same_version_again_changes_nothing() {
        String secret = stored("one");
        secrets().stage(secret, ONE, TestSecret.document("next"), StagedSecrets.PENDING);
        var before = secrets().version(secret, ONE).orElseThrow().created();
        assertThat(secrets().stage(secret, ONE, TestSecret.document("next"), StagedSecrets.PENDING))
                .isTrue();
        assertThat(secrets().version(secret, ONE).orElseThrow().created()).isEqualTo(before);
    }

    @Test
    default void a_version_is_never_overwritten() {
        String secret = stored("one");
        secrets().stage(secret, ONE, TestSecret.document("next"), StagedSecrets.PENDING);
        assertThat(secrets().stage(secret, ONE, TestSecret.document("another"), StagedSecrets.PENDING))
                .isFalse();
        assertThat(token(secrets().version(secret, ONE))).contains("next");
    }

    @Test
    default void a_promoted_version_is_current_whoever_asks_again() {
        String secret = stored("one");
        String first = current(secret);
        secrets().stage(secret, ONE, TestSecret.document("next"), StagedSecrets.PENDING);
        assertThat(secrets().promote(secret, ONE, first)).isTrue();
        assertThat(token(secrets().current(secret))).contains("next");
        assertThat(secrets().promote(secret, ONE, first)).as("again").isTrue();
        assertThat(token(secrets().version(secret, first))).as("the one before").contains("one");
    }

    @Test
    default void what_somebody_stored_meanwhile_stays_current() {
        String secret = stored("one");
        String first = current(secret);
        secrets().stage(secret, ONE, TestSecret.document("next"), StagedSecrets.PENDING);
        store(secret, "by hand");
        assertThat(secrets().promote(secret, ONE, first)).isFalse();
        assertThat(token(secrets().current(secret))).contains("by hand");
    }

    @Test
    default void version_follows_version() {
        String secret = stored("one");
        secrets().stage(secret, ONE, TestSecret.document("next"), StagedSecrets.PENDING);
        secrets().promote(secret, ONE, current(secret));
        secrets().stage(secret, TWO, TestSecret.document("after it"), StagedSecrets.PENDING);
        assertThat(token(secrets().current(secret))).contains("next");
        assertThat(secrets().promote(secret, TWO, ONE)).isTrue();
        assertThat(token(secrets().current(secret))).contains("after it");
    }

    @Test
    default void a_stage_of_ones_own_is_no_current_value() {
        String secret = stored("one");
        assertThat(secrets().stage(secret, ONE, TestSecret.document("note"), "BELAY_NOTE"))
                .isTrue();
        assertThat(secrets().stage(secret, TWO, TestSecret.document("note two"), "BELAY_NOTE"))
                .as("the stage moves")
                .isTrue();
        assertThat(token(secrets().current(secret))).contains("one");
    }

    @Test
    default void what_cannot_be_stored_is_rejected_without_being_shown() {
        assertThatThrownBy(() -> secrets()
                        .stage(stored("one") + "-none", ONE, TestSecret.document("xoxb-1"), StagedSecrets.PENDING))
                .isInstanceOf(Rejected.class)
                .hasMessageNotContaining("xoxb");
    }
}
