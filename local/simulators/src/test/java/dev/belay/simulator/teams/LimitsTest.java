package dev.belay.simulator.teams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belay.simulator.http.Faults;
import dev.belay.simulator.teams.call.ApiCall;
import dev.belay.simulator.teams.limit.Failure;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Source: learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit, and the status codes of conversation-messages. */
class LimitsTest {
    private final Stage stage = new Stage();
    private final String support = AcmeTeams.SUPPORT;

    @AfterEach
    void end() {
        stage.close();
    }

    private Stage.Answer post(String conversation) {
        return stage.connector("POST", Stage.activities(conversation), Stage.text("x"));
    }

    @Test
    void one_thread_takes_seven_messages_in_a_second_and_eight_in_two() {
        for (int i = 0; i < 7; i++) {
            assertThat(post(support).status()).isEqualTo(201);
        }
        Stage.Answer limited = post(support);
        assertThat(limited.status()).isEqualTo(429);
        assertThat(limited.error()).isEqualTo("Throttled");
        assertThat(limited.retryAfter()).isEqualTo("1");
        stage.clock.pass(Duration.ofSeconds(1));
        assertThat(post(support).status()).isEqualTo(201);
        assertThat(post(support).status()).isEqualTo(429);
        stage.clock.pass(Duration.ofSeconds(1));
        assertThat(post(support).status()).isEqualTo(201);
    }

    @Test
    void one_thread_takes_sixty_messages_in_half_a_minute() {
        for (int i = 0; i < 60; i++) {
            stage.clock.pass(Duration.ofMillis(300));
            assertThat(post(support).status()).isEqualTo(201);
        }
        stage.clock.pass(Duration.ofMillis(300));
        assertThat(post(support).retryAfter()).isEqualTo("12");
    }

    @Test
    void another_thread_has_limits_of_its_own() {
        String root = stage.card(support);
        for (int i = 0; i < 8; i++) {
            post(support);
        }
        assertThat(post(support + ";messageid=" + root).status()).isEqualTo(201);
    }

    @Test
    void asking_for_members_has_a_limit_of_its_own() {
        String path = "v3/conversations/" + Stage.encoded(support) + "/members/" + AcmeTeams.ALICE;
        for (int i = 0; i < 14; i++) {
            assertThat(stage.connector("GET", path, "").status()).isEqualTo(200);
        }
        assertThat(stage.connector("GET", path, "").status()).isEqualTo(429);
        assertThat(post(support).status()).isEqualTo(201);
    }

    @Test
    void all_of_a_tenant_takes_fifty_calls_in_a_second() {
        for (int i = 0; i < 50; i++) {
            assertThat(stage.connector("DELETE", Stage.activities(support) + "/1", "")
                            .status())
                    .isEqualTo(404);
        }
        assertThat(stage.connector("DELETE", Stage.activities(support) + "/1", "")
                        .status())
                .isEqualTo(429);
    }

    @Test
    void an_operation_told_to_limit_does_so_as_often_as_told() {
        stage.teams.failures().next("connector.sendToConversation", 2, new Failure.RateLimited(7));
        assertThat(post(support).retryAfter()).isEqualTo("7");
        assertThat(post(support).error()).isEqualTo("Throttled");
        assertThat(post(support).status()).isEqualTo(201);
        stage.teams.failures().next("graph.getChannel", 1, new Failure.RateLimited(3));
        assertThat(stage.graph("GET", Stage.path(support), "").retryAfter()).isEqualTo("3");
    }

    @Test
    void an_operation_can_fail_without_doing_anything() {
        for (int status : new int[] {412, 500, 502, 503, 504}) {
            stage.teams.failures().next("connector.sendToConversation", 1, Failure.error(status, "Told"));
            Stage.Answer answer = post(support);
            assertThat(answer.status()).isEqualTo(status);
            assertThat(answer.error()).isEqualTo("Told");
        }
        stage.teams.failures().next("connector.sendToConversation", 1, new Failure.Answered(403, ""));
        assertThat(post(support).status()).isEqualTo(403);
        assertThat(stage.teams.messages(support)).isEmpty();
    }

    @Test
    void an_operation_can_fail_after_it_was_done() {
        stage.teams.failures().next("graph.createChannel", 1, new Failure.AnsweredAfter(504, "{}"));
        assertThat(stage.graph(
                                "POST",
                                "/teams/" + AcmeTeams.TEAM + "/channels",
                                "{\"displayName\":\"made all the same\"}")
                        .status())
                .isEqualTo(504);
        assertThat(stage.teams.tenant().channelNamed("made all the same")).isPresent();
    }

    @Test
    void a_connection_drops_before_or_after_the_call_was_done() {
        stage.teams.failures().next("graph.createChannel", 1, new Failure.DroppedBefore());
        assertThatThrownBy(() -> stage.channel("before")).isInstanceOf(UncheckedIOException.class);
        stage.teams.failures().next("graph.createChannel", 1, new Failure.DroppedAfter());
        assertThatThrownBy(() -> stage.channel("after")).isInstanceOf(UncheckedIOException.class);
        assertThat(stage.teams.tenant().channelNamed("before")).isEmpty();
        assertThat(stage.teams.tenant().channelNamed("after")).isPresent();
    }

    @Test
    void every_call_is_named_on_the_line_of_faults_and_breaks_there() {
        stage.faults.breakCall(2, Faults.Fault.REQUEST_LOST);
        stage.call("GET", stage.teams.openIdUrl().toString(), "", "");
        post(support);
        assertThatThrownBy(() -> stage.channel("lost")).isInstanceOf(UncheckedIOException.class);
        stage.get("/");
        assertThat(stage.faults.calls())
                .containsExactly(
                        "teams openid.metadata", "teams connector.sendToConversation", "teams graph.createChannel");
    }

    @Test
    void calls_are_counted_with_what_became_of_them() {
        post(support);
        post("19:nowhere@thread.tacv2");
        assertThat(stage.teams.calls())
                .extracting(ApiCall::toString)
                .containsExactly(
                        "connector.sendToConversation ok", "connector.sendToConversation ConversationNotFound");
        assertThat(stage.teams.calls("connector.sendToConversation").getFirst().path())
                .isEqualTo("/connector/v3/conversations/" + support + "/activities");
        stage.teams.forgetCalls();
        assertThat(stage.teams.calls()).isEmpty();
    }
}
