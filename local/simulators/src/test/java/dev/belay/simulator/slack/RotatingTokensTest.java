package dev.belay.simulator.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.grack.nanojson.JsonObject;
import dev.belay.simulator.slack.limit.Failure;
import dev.belay.simulator.slack.workspace.TokenRotation;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Sources: docs.slack.dev/authentication/using-token-rotation, docs.slack.dev/reference/methods/oauth.v2.access. */
final class RotatingTokensTest {
    private final Stage stage = new Stage();
    private final TokenRotation rotation = stage.slack.workspace().rotation();

    @AfterEach
    void end() {
        stage.close();
    }

    @Test
    void the_long_lived_token_dies_when_the_app_is_installed_with_rotation() {
        TokenRotation.Pair pair = rotation.install();
        assertThat(stage.error("auth.test")).isEqualTo("token_revoked");
        assertThat(errorOf(pair.accessToken())).isEqualTo("none");
        assertThat(pair.accessToken()).startsWith("xoxe.xoxb-");
        assertThat(pair.refreshToken()).startsWith("xoxe-");
        assertThat(stage.callAs(pair.accessToken(), "auth.test").getString("bot_id"))
                .isEqualTo("B0BELAY");
    }

    @Test
    void an_access_token_works_for_twelve_hours() {
        TokenRotation.Pair pair = rotation.install();
        stage.clock.pass(Duration.ofHours(12).minusSeconds(1));
        assertThat(errorOf(pair.accessToken())).isEqualTo("none");
        stage.clock.pass(Duration.ofSeconds(1));
        assertThat(errorOf(pair.accessToken())).isEqualTo("token_expired");
    }

    @Test
    void a_refresh_token_gives_a_pair_and_the_old_access_token_works_on() {
        TokenRotation.Pair pair = rotation.install();
        JsonObject answer = refresh(pair.refreshToken());
        assertThat(answer.getBoolean("ok")).isTrue();
        assertThat(answer.getInt("expires_in")).isEqualTo(43_200);
        assertThat(answer.getString("token_type")).isEqualTo("bot");
        assertThat(answer.getObject("team").getString("id")).isEqualTo("T01ACME");
        assertThat(answer.getString("scope")).isEqualTo(String.join(",", AcmeWorkspace.BOT_SCOPES));
        assertThat(errorOf(answer.getString("access_token"))).isEqualTo("none");
        assertThat(errorOf(pair.accessToken())).isEqualTo("none");
        assertThat(rotation.isGood(answer.getString("refresh_token"))).isTrue();
    }

    @Test
    void an_ended_token_is_refreshed_as_well() {
        TokenRotation.Pair pair = rotation.install();
        stage.clock.pass(Duration.ofDays(30));
        assertThat(errorOf(refresh(pair.refreshToken()).getString("access_token")))
                .isEqualTo("none");
    }

    @Test
    void a_refresh_token_is_used_once_after_a_grace() {
        TokenRotation.Pair pair = rotation.install();
        JsonObject first = refresh(pair.refreshToken());
        JsonObject second = refresh(pair.refreshToken());
        assertThat(second.getString("access_token")).isNotEqualTo(first.getString("access_token"));
        assertThat(rotation.isGood(first.getString("refresh_token")))
                .as("the pair that came first")
                .isFalse();
        assertThat(rotation.isGood(second.getString("refresh_token"))).isTrue();
        stage.clock.pass(Duration.ofSeconds(60));
        assertThat(refresh(pair.refreshToken()).getString("error")).isEqualTo("invalid_refresh_token");
        assertThat(refresh(first.getString("refresh_token")).getString("error")).isEqualTo("invalid_refresh_token");
        assertThat(refresh(second.getString("refresh_token")).getBoolean("ok")).isTrue();
    }

    @Test
    void two_access_tokens_work_and_the_oldest_is_revoked() {
        TokenRotation.Pair pair = rotation.install();
        JsonObject second = refresh(pair.refreshToken());
        JsonObject third = refresh(second.getString("refresh_token"));
        assertThat(errorOf(pair.accessToken())).isEqualTo("token_revoked");
        assertThat(errorOf(second.getString("access_token"))).isEqualTo("none");
        assertThat(errorOf(third.getString("access_token"))).isEqualTo("none");
    }

    @Test
    void an_app_proves_itself_or_is_refused() {
        String token = rotation.install().refreshToken();
        assertThat(refresh(token, "client_id", "1.2").getString("error")).isEqualTo("invalid_client_id");
        assertThat(refresh(token, "client_secret", "wrong").getString("error")).isEqualTo("bad_client_secret");
        assertThat(refresh(token, "grant_type", "password").getString("error")).isEqualTo("invalid_grant_type");
        assertThat(refresh(token, "grant_type", "authorization_code").getString("error"))
                .isEqualTo("invalid_code");
        assertThat(refresh("xoxe-1-none").getString("error")).isEqualTo("invalid_refresh_token");
        assertThat(rotation.isGood(token)).as("none of it used it up").isTrue();
    }

    @Test
    void what_is_revoked_works_no_more() {
        TokenRotation.Pair pair = rotation.install();
        rotation.revokeAll();
        assertThat(errorOf(pair.accessToken())).isEqualTo("token_revoked");
        assertThat(refresh(pair.refreshToken()).getString("error")).isEqualTo("invalid_refresh_token");
    }

    @Test
    void the_log_of_calls_shows_no_token_and_a_renewal_can_be_told_to_fail() {
        TokenRotation.Pair pair = rotation.install();
        stage.slack.failures().next("oauth.v2.access", 1, new Failure.Refused("internal_error"));
        assertThat(refresh(pair.refreshToken()).getString("error")).isEqualTo("internal_error");
        refresh(pair.refreshToken());
        assertThat(stage.slack.calls("oauth.v2.access")).hasSize(2);
        assertThat(stage.slack.calls("oauth.v2.access").getLast().arguments())
                .isEqualTo(Map.of("grant_type", "refresh_token", "client_id", AcmeWorkspace.APP.clientId()));
    }

    private String errorOf(String token) {
        return stage.callAs(token, "auth.test").getString("error", "none");
    }

    private JsonObject refresh(String refreshToken, String... others) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("grant_type", "refresh_token");
        fields.put("refresh_token", refreshToken);
        fields.put("client_id", AcmeWorkspace.APP.clientId());
        fields.put("client_secret", AcmeWorkspace.APP.clientSecret());
        for (int i = 0; i < others.length; i += 2) {
            fields.put(others[i], others[i + 1]);
        }
        String[] pairs = fields.entrySet().stream()
                .flatMap(field -> Stream.of(field.getKey(), field.getValue()))
                .toArray(String[]::new);
        return stage.callAs("", "oauth.v2.access", pairs);
    }
}
