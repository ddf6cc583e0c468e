package dev.belay.simulator.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belay.simulator.http.Faults;
import dev.belay.simulator.slack.call.ApiCall;
import dev.belay.simulator.slack.limit.Failure;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Source: docs.slack.dev/apis/web-api/rate-limits. */
class LimitsTest {
    private final Stage stage = new Stage();

    @AfterEach
    void end() {
        stage.close();
    }

    private HttpResponse<String> post(String channel) {
        return stage.raw(Stage.BOT, "chat.postMessage", "channel", channel, "text", "x");
    }

    @Test
    void a_dozen_incidents_at_once_pass_and_a_tier_2_method_called_21_times_does_not() {
        for (int i = 0; i < 20; i++) {
            assertThat(stage.error("conversations.create", "name", "c" + i)).isEqualTo("none");
        }
        HttpResponse<String> response = stage.raw(Stage.BOT, "conversations.create", "name", "c21");
        assertThat(response.statusCode()).isEqualTo(429);
        assertThat(response.headers().firstValue("retry-after")).contains("3");
        assertThat(response.body()).contains("\"ratelimited\"");
    }

    @Test
    void a_limit_passes_with_time_and_holds_for_its_method_alone() {
        for (int i = 0; i < 21; i++) {
            stage.call("conversations.create", "name", "c" + i);
        }
        assertThat(stage.error("conversations.info", "channel", AcmeWorkspace.SUPPORT))
                .isEqualTo("none");
        stage.clock.pass(Duration.ofSeconds(3));
        assertThat(stage.error("conversations.create", "name", "later")).isEqualTo("none");
    }

    @Test
    void one_channel_takes_about_one_message_in_a_second() {
        String other = stage.channel("other");
        for (int i = 0; i < 10; i++) {
            assertThat(post(AcmeWorkspace.SUPPORT).statusCode()).isEqualTo(200);
        }
        assertThat(post(AcmeWorkspace.SUPPORT).statusCode()).isEqualTo(429);
        assertThat(post(other).statusCode()).isEqualTo(200);
        stage.clock.pass(Duration.ofSeconds(1));
        assertThat(post(AcmeWorkspace.SUPPORT).statusCode()).isEqualTo(200);
    }

    @Test
    void limits_can_be_switched_off() {
        stage.slack.rateLimits().enforce(false);
        for (int i = 0; i < 30; i++) {
            assertThat(post(AcmeWorkspace.SUPPORT).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void a_method_told_to_limit_does_so_as_often_as_told() {
        stage.slack.failures().next("chat.postMessage", 2, new Failure.RateLimited(7));
        assertThat(post(AcmeWorkspace.SUPPORT).headers().firstValue("retry-after"))
                .contains("7");
        assertThat(post(AcmeWorkspace.SUPPORT).statusCode()).isEqualTo(429);
        assertThat(post(AcmeWorkspace.SUPPORT).statusCode()).isEqualTo(200);
    }

    @Test
    void a_method_can_fail_without_doing_anything() {
        for (Failure failure : List.of(
                new Failure.Refused("internal_error"),
                new Failure.Status(503),
                new Failure.NotJson(),
                new Failure.RateLimited(1))) {
            stage.slack.failures().next("chat.postMessage", 1, failure);
            assertThat(post(AcmeWorkspace.SUPPORT).body()).doesNotContain("\"ok\":true");
        }
        assertThat(stage.slack.messages(AcmeWorkspace.SUPPORT)).isEmpty();
    }

    @Test
    void a_method_can_fail_after_it_was_done() {
        stage.slack.failures().next("chat.postMessage", 1, new Failure.RefusedAfter("fatal_error"));
        assertThat(post(AcmeWorkspace.SUPPORT).body()).contains("fatal_error");
        assertThat(stage.slack.messages(AcmeWorkspace.SUPPORT)).hasSize(1);
    }

    @Test
    void a_connection_drops_before_or_after_the_call_was_done() {
        stage.slack.failures().next("conversations.create", 1, new Failure.DroppedBefore());
        assertThatThrownBy(() -> stage.channel("before")).isInstanceOf(UncheckedIOException.class);
        stage.slack.failures().next("conversations.create", 1, new Failure.DroppedAfter());
        assertThatThrownBy(() -> stage.channel("after")).isInstanceOf(UncheckedIOException.class);
        assertThat(stage.slack.workspace().channelNamed("before")).isEmpty();
        assertThat(stage.slack.workspace().channelNamed("after")).isPresent();
    }

    @Test
    void a_call_of_the_app_is_named_on_the_line_of_faults_and_breaks_there() {
        stage.faults.breakCall(1, Faults.Fault.REQUEST_LOST);
        stage.call("auth.test");
        assertThatThrownBy(() -> stage.call("auth.test")).isInstanceOf(UncheckedIOException.class);
        assertThat(stage.faults.calls()).containsExactly("slack auth.test", "slack auth.test");
    }

    @Test
    void calls_are_counted_with_what_became_of_them() {
        stage.call("auth.test");
        stage.call("users.info", "user", "U0NOBODY");
        stage.callAs(stage.slack.workspace().userToken(AcmeWorkspace.ALICE), "auth.test");
        assertThat(stage.slack.calls())
                .extracting(ApiCall::toString)
                .containsExactly("auth.test ok", "users.info user_not_found", "auth.test ok");
        assertThat(stage.slack.calls("auth.test")).hasSize(1);
        assertThat(stage.slack.calls("users.info").getFirst().arguments()).containsEntry("user", "U0NOBODY");
    }
}
