package dev.belay.slack.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.slack.api.methods.response.users.UsersInfoResponse;
import dev.belay.chat.Channel;
import dev.belay.chat.Platform;
import dev.belay.failure.CredentialsRefused;
import dev.belay.failure.OutcomeUnknown;
import dev.belay.failure.Rejected;
import dev.belay.failure.Unavailable;
import dev.belay.platform.ChatContract;
import dev.belay.ratelimit.InMemoryRateLimitStore;
import dev.belay.simulator.http.RawServer;
import dev.belay.time.MovedClock;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Slack's ways of failing, each on a bare socket, and what they become. */
final class SlackCallsTest {
    private static final String OK = RawServer.json(200, "", "{\"ok\":true,\"ts\":\"1.0\"}");
    private static final String DROPPED = "";
    private static final String REQUIRED =
            "channels:manage,channels:read,channels:history,chat:write,users:read,users:read.email";

    private final MovedClock clock = MovedClock.at(ChatContract.OPENING);
    private final InMemoryRateLimitStore limits = new InMemoryRateLimitStore(clock);
    private final List<String> counted = new ArrayList<>();
    private final List<String> refusals = new ArrayList<>();
    private Optional<String> newer = Optional.empty();

    @Test
    void a_write_on_a_fresh_connection_is_sent_once() {
        try (RawServer slack = new RawServer(_ -> DROPPED)) {
            SlackCalls calls = calls(slack.at("/api/"));
            assertThatThrownBy(() -> post(calls)).isInstanceOf(OutcomeUnknown.class);
            assertThat(slack.requests()).hasSize(1);
        }
    }

    @Test
    void a_write_on_a_pooled_connection_is_sent_once() {
        try (RawServer slack = new RawServer(request -> request.number() == 1 ? OK : DROPPED)) {
            SlackCalls calls = calls(slack.at("/api/"));
            post(calls);
            assertThatThrownBy(() -> post(calls)).isInstanceOf(OutcomeUnknown.class);
            assertThat(slack.requests()).hasSize(2);
            assertThat(slack.connections()).isEqualTo(1);
        }
    }

    @Test
    void a_write_to_a_host_of_two_addresses_is_sent_once() {
        try (RawServer slack = new RawServer(_ -> DROPPED)) {
            SlackCalls calls =
                    calls(URI.create("http://localhost:" + slack.at("/").getPort() + "/api/"));
            assertThatThrownBy(() -> post(calls)).isInstanceOf(RuntimeException.class);
            assertThat(slack.requests()).hasSizeLessThanOrEqualTo(1);
        }
    }

    @Test
    void a_repeatable_write_is_sent_once_too_and_may_be_tried_again() {
        try (RawServer slack = new RawServer(_ -> DROPPED)) {
            SlackCalls calls = calls(slack.at("/api/"));
            assertThatThrownBy(() -> update(calls)).isInstanceOf(Unavailable.class);
            assertThat(slack.requests()).hasSize(1);
        }
    }

    @Test
    void a_read_on_a_dropped_pooled_connection_is_asked_again_by_itself() {
        try (RawServer slack = new RawServer(request -> request.number() == 2 ? DROPPED : OK)) {
            SlackCalls calls = calls(slack.at("/api/"));
            read(calls);
            read(calls);
            assertThat(slack.requests()).hasSize(3);
        }
    }

    @Test
    void what_was_never_sent_can_be_tried_again() {
        URI nobody;
        try (RawServer slack = new RawServer(_ -> DROPPED)) {
            nobody = slack.at("/api/");
        }
        assertThatThrownBy(() -> post(calls(nobody)))
                .isInstanceOf(Unavailable.class)
                .hasMessageContaining("no connection");
    }

    @ParameterizedTest
    @ValueSource(strings = {"fatal_error", "internal_error", "request_timeout"})
    void an_error_after_which_anything_may_have_happened_is_unknown_for_a_post_only(String error) {
        String answer = refused(error);
        expectUnknownForAPostOnly(answer);
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 504})
    void a_server_error_is_unknown_for_a_post_only(int status) {
        expectUnknownForAPostOnly(
                "HTTP/1.1 " + status + " Said\r\nContent-Type: text/html\r\nContent-Length: 13\r\n\r\n<html></html>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html></html>", "", "[]", "{}", "{\"ok\":", "null"})
    void a_success_that_says_nothing_is_unknown_for_a_post_only(String body) {
        expectUnknownForAPostOnly(RawServer.json(200, "", body));
    }

    @ParameterizedTest
    @ValueSource(strings = {"service_unavailable", "team_added_to_org", "org_login_required"})
    void a_passing_error_did_nothing(String error) {
        assertThatThrownBy(() -> answered(refused(error), this::post)).isInstanceOf(Unavailable.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"channel_not_found", "is_archived", "unknown_method", "something_new"})
    void any_other_error_is_rejected(String error) {
        assertThat(rejected(refused(error))).startsWith(error);
        assertThat(counted).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 400, 403, 404, 405, 407, 409})
    void what_is_not_slacks_own_json_is_no_refusal(int status) {
        String head = "HTTP/1.1 " + status + " Said\r\nLocation: https://login.example/\r\nContent-Type: ";
        expectUnknownForAPostOnly(head + "text/html\r\nContent-Length: 13\r\n\r\n<html></html>");
        expectUnknownForAPostOnly(head + "application/json\r\nContent-Length: 21\r\n\r\n{\"message\":\"blocked\"}");
    }

    @Test
    void an_error_that_is_no_code_of_slacks_is_not_repeated() {
        String answer = refused("jane.private@acme.example said: the PIN is 4711");
        expectUnknownForAPostOnly(answer);
        assertThat(catchThrowableOfType(OutcomeUnknown.class, () -> answered(answer, this::post)))
                .hasMessageNotContainingAny("jane", "4711");
        assertThat(catchThrowableOfType(
                        CredentialsRefused.class, () -> answered(missingScope("Jane's", "4711"), this::post)))
                .hasMessageNotContainingAny("Jane", "4711");
    }

    @Test
    void a_redirect_is_not_followed() {
        try (RawServer slack =
                new RawServer(request -> "HTTP/1.1 302 Said\r\nLocation: /login\r\nContent-Length: 0\r\n\r\n")) {
            assertThatThrownBy(() -> post(calls(slack.at("/api/")))).isInstanceOf(OutcomeUnknown.class);
            assertThat(slack.requests()).hasSize(1);
        }
    }

    @Test
    void whether_an_address_was_never_confirmed_is_told_from_a_platform_that_does_not_say() {
        for (String said : List.of("true", "false", "null", "")) {
            String field = said.isEmpty() ? "" : ",\"is_email_confirmed\": " + said;
            String answer = RawServer.json(200, "", "{\"ok\":true,\"user\":{\"id\":\"U1\"" + field + "}}");
            try (RawServer slack = new RawServer(_ -> answer)) {
                UsersInfoResponse found = calls(slack.at("/api/"))
                        .call("T01ACME", SlackMethod.USER, client -> client.usersInfo(r -> r.user("U1")));
                assertThat(EmailConfirmation.isMissing(found)).as(said).isEqualTo(said.equals("false"));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html>Log in</html>", "{\"message\":\"blocked\"}", "welcome to the guest network"})
    void a_response_url_that_is_answered_by_another_is_tried_again(String body) {
        for (int status : List.of(200, 302, 403, 404, 500)) {
            assertThatThrownBy(() -> told(status, body)).as(status + body).isInstanceOf(Unavailable.class);
        }
    }

    @Test
    void a_response_url_is_answered_by_slack_in_its_own_words() {
        told(200, "ok");
        told(200, "{\"ok\":true}");
        for (String said : List.of("{\"ok\":false,\"error\":\"used_url\"}", "expired_url")) {
            assertThatThrownBy(() -> told(404, said))
                    .isInstanceOf(Rejected.class)
                    .hasMessageContaining("_url");
        }
    }

    private void told(int status, String body) {
        try (RawServer slack = new RawServer(_ -> RawServer.json(status, "", body))) {
            new ResponseUrls(new SlackClient(slack.at("/api/")), limits, clock)
                    .answer("T01ACME", slack.at("/actions/1"), "{}");
        }
    }

    @Test
    void a_missing_scope_that_one_feature_needs_is_rejected_and_named() {
        assertThat(rejected(missingScope("pins:write", REQUIRED)))
                .contains("missing_scope", "pins:write", "users:read");
        assertThat(counted).isEmpty();
    }

    @Test
    void a_missing_scope_without_which_nothing_works_is_refused_credentials() {
        for (String answer : List.of(missingScope("chat:write", "users:read"), missingScope("chat:write", ""))) {
            counted.clear();
            assertThat(catchThrowableOfType(CredentialsRefused.class, () -> answered(answer, this::post))
                            .said())
                    .contains("missing_scope", "chat:write", "install it again");
            assertThat(counted).containsExactly("TokenRejected missing_scope");
        }
    }

    private static String missingScope(String needed, String provided) {
        return RawServer.json(
                200,
                "",
                "{\"ok\":false,\"error\":\"missing_scope\",\"needed\":\"" + needed + "\",\"provided\":\"" + provided
                        + "\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"invalid_auth", "account_inactive", "token_revoked", "token_expired", "not_authed"})
    void a_dead_token_is_refused_credentials_that_are_counted(String error) {
        assertThat(catchThrowableOfType(CredentialsRefused.class, () -> answered(refused(error), this::post))
                        .said())
                .startsWith("token rejected: " + error);
        assertThat(counted).containsExactly("TokenRejected " + error);
        assertThat(refusals)
                .singleElement()
                .asString()
                .startsWith("T01ACME token rejected: " + error)
                .doesNotContain("xoxb");
    }

    @Test
    void a_dead_token_is_told_of_once_it_was_read_again_however_slack_says_so() {
        newer = Optional.of("xoxb-two");
        List<String> answers = new ArrayList<>(List.of(
                RawServer.json(401, "", "{\"ok\":false,\"error\":\"token_revoked\"}"), refused("invalid_auth")));
        try (RawServer slack = new RawServer(_ -> answers.removeFirst())) {
            assertThatThrownBy(() -> post(calls(slack.at("/api/")))).isInstanceOf(CredentialsRefused.class);
        }
        assertThat(answers).isEmpty();
        assertThat(refusals).singleElement().asString().startsWith("T01ACME token rejected: invalid_auth");
    }

    @Test
    void a_token_that_was_replaced_is_used_and_nobody_is_told() {
        newer = Optional.of("xoxb-two");
        List<String> answers = new ArrayList<>(List.of(
                RawServer.json(401, "", "{\"ok\":false,\"error\":\"token_revoked\"}"),
                RawServer.json(200, "", "{\"ok\":true,\"ts\":\"1.0\"}")));
        try (RawServer slack = new RawServer(_ -> answers.removeFirst())) {
            post(calls(slack.at("/api/")));
        }
        assertThat(refusals).isEmpty();
        assertThat(counted).isEmpty();
    }

    @Test
    void what_succeeds_or_fails_otherwise_says_nothing_of_the_token() {
        answered(RawServer.json(200, "", "{\"ok\":true,\"ts\":\"1.0\"}"), this::post);
        assertThatThrownBy(() -> answered(refused("is_archived"), this::post)).isInstanceOf(Rejected.class);
        assertThatThrownBy(() -> answered(RawServer.json(503, "", "{}"), this::post))
                .isInstanceOf(OutcomeUnknown.class);
        assertThat(refusals).isEmpty();
    }

    @Test
    void a_workspace_without_a_token_is_refused_without_a_call_and_told_how_to_add_one() {
        try (RawServer slack = new RawServer(_ -> OK)) {
            SlackCalls calls = calls(slack.at("/api/"));
            assertThatThrownBy(() -> calls.call("T0NOBODY", SlackMethod.AUTH_TEST, client -> client.authTest(r -> r)))
                    .isInstanceOf(CredentialsRefused.class)
                    .hasMessageContaining("belay secrets put slack/T0NOBODY")
                    .hasMessageContaining("no bot token for the workspace T0NOBODY");
            assertThat(slack.requests()).isEmpty();
        }
        assertThat(counted).containsExactly("NotSetUp slack");
        assertThat(refusals).singleElement().asString().startsWith("T0NOBODY not set up yet: there is no bot token");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ratelimited", "rate_limited"})
    void a_limit_without_429_is_a_limit_all_the_same(String error) {
        String body = "{\"ok\":false,\"error\":\"" + error + "\"}";
        assertThat(limited(RawServer.json(200, "Retry-After: 7\r\n", body))).contains(Duration.ofSeconds(7));
        assertThat(limits.notBefore("slack:T01ACME", "chat.postMessage"))
                .contains(clock.instant().plusSeconds(7));
    }

    @Test
    void a_limit_that_does_not_say_how_long_waits_half_a_minute() {
        assertThat(limited(RawServer.json(429, "", "{\"ok\":false,\"error\":\"ratelimited\"}")))
                .contains(Duration.ofSeconds(30));
    }

    @Test
    void a_limit_stands_for_its_own_method_only() {
        try (RawServer slack = new RawServer(
                request -> request.number() == 1 ? RawServer.json(429, "Retry-After: 60\r\n", "{\"ok\":false}") : OK)) {
            SlackCalls calls = calls(slack.at("/api/"));
            assertThatThrownBy(() -> post(calls)).isInstanceOf(Unavailable.class);
            assertThatThrownBy(() -> post(calls)).isInstanceOf(Unavailable.class);
            update(calls);
            assertThat(slack.requests()).hasSize(2);
        }
    }

    @Test
    void a_limit_on_posting_in_one_channel_holds_up_no_other() {
        try (RawServer slack = new RawServer(
                request -> request.number() == 1 ? RawServer.json(429, "Retry-After: 60\r\n", "{\"ok\":false}") : OK)) {
            SlackCalls calls = calls(slack.at("/api/"));
            assertThatThrownBy(() -> post(calls, "C1")).isInstanceOf(Unavailable.class);
            assertThatThrownBy(() -> post(calls, "C1")).isInstanceOf(Unavailable.class);
            post(calls, "C2");
            assertThat(slack.requests()).hasSize(2);
            assertThat(limits.notBefore("slack:T01ACME/C1", "chat.postMessage"))
                    .contains(clock.instant().plusSeconds(60));
        }
    }

    private void post(SlackCalls calls, String channel) {
        calls.call(
                new Channel(Platform.SLACK, "T01ACME", Optional.empty(), channel, "incidents"),
                SlackMethod.POST,
                client -> client.chatPostMessage(r -> r.channel(channel).text("x")));
    }

    private interface Doing {
        void with(SlackCalls calls);
    }

    private void expectUnknownForAPostOnly(String answer) {
        assertThatThrownBy(() -> answered(answer, this::post)).isInstanceOf(OutcomeUnknown.class);
        assertThatThrownBy(() -> answered(answer, this::update)).isInstanceOf(Unavailable.class);
        assertThatThrownBy(() -> answered(answer, this::read)).isInstanceOf(Unavailable.class);
    }

    private String rejected(String answer) {
        return catchThrowableOfType(Rejected.class, () -> answered(answer, this::post))
                .said();
    }

    private Optional<Duration> limited(String answer) {
        return catchThrowableOfType(Unavailable.class, () -> answered(answer, this::post))
                .retryAfter();
    }

    private void answered(String answer, Doing doing) {
        try (RawServer slack = new RawServer(_ -> answer)) {
            doing.with(calls(slack.at("/api/")));
        }
    }

    private static String refused(String error) {
        return RawServer.json(200, "", "{\"ok\":false,\"error\":\"" + error + "\"}");
    }

    private SlackCalls calls(URI api) {
        SlackTokens tokens = new SlackTokens() {
            @Override
            public Optional<String> token(String workspace) {
                return Optional.of("xoxb-one").filter(_ -> workspace.equals("T01ACME"));
            }

            @Override
            public Optional<String> reread(String workspace) {
                return newer.or(() -> token(workspace));
            }

            @Override
            public void refused(String workspace, String said) {
                refusals.add(workspace + " " + said);
            }
        };
        return new SlackCalls(
                new SlackClient(api), tokens, limits, (metric, kind) -> counted.add(metric.id() + " " + kind), clock);
    }

    private void post(SlackCalls calls) {
        calls.call(
                "T01ACME",
                SlackMethod.POST,
                client -> client.chatPostMessage(r -> r.channel("C1").text("x")));
    }

    private void update(SlackCalls calls) {
        calls.call(
                "T01ACME",
                SlackMethod.UPDATE,
                client -> client.chatUpdate(r -> r.channel("C1").ts("1.0").text("x")));
    }

    private void read(SlackCalls calls) {
        calls.call("T01ACME", SlackMethod.USER, client -> client.usersInfo(r -> r.user("U1")));
    }
}
