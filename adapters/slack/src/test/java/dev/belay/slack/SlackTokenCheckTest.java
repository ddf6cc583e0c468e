package dev.belay.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belay.failure.CredentialsRefused;
import dev.belay.failure.Unavailable;
import dev.belay.ratelimit.InMemoryRateLimitStore;
import dev.belay.simulator.http.RawServer;
import dev.belay.slack.call.SlackCalls;
import dev.belay.slack.call.SlackClient;
import dev.belay.slack.call.SlackTokens;
import dev.belay.time.MovedClock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A bot token is what Slack says of it: whose it is, and what it may do. */
final class SlackTokenCheckTest {
    private static final String OURS = "{\"ok\":true,\"team_id\":\"T01ACME\",\"user_id\":\"U1\",\"bot_id\":\"B1\"}";

    private final MovedClock clock = MovedClock.at(Instant.parse("2026-11-23T09:00:00Z"));

    @Test
    void an_accepted_token_tells_its_workspace_and_its_scopes() {
        SlackTokenCheck.Accepted accepted =
                check(RawServer.json(200, "x-oauth-scopes: chat:write, pins:write\r\n", OURS));
        assertThat(accepted.team()).isEqualTo("T01ACME");
        assertThat(accepted.scopes()).contains(Set.of("chat:write", "pins:write"));
        assertThat(check(RawServer.json(200, "", OURS)).scopes()).isEmpty();
    }

    @Test
    void a_token_of_an_organization_is_good_for_its_workspaces() {
        String organization =
                "{\"ok\":true,\"is_enterprise_install\":true,\"enterprise_id\":\"E01ACME\",\"bot_id\":\"B1\"}";
        assertThat(check(RawServer.json(200, "", organization)).team()).isEqualTo("E01ACME");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"ok":true,"team_id":"T02OTHER","user_id":"U1","bot_id":"B1"} | belongs to T02OTHER
            {"ok":true,"team_id":"T01ACME","user_id":"U1"}                | is not a bot's
            {"ok":false,"error":"invalid_auth"}                           | invalid_auth
            {"ok":false,"error":"token_revoked"}                          | token_revoked
            """)
    void a_token_that_is_not_ours_is_refused(String answer, String said) {
        assertThatThrownBy(() -> check(RawServer.json(200, "", answer)))
                .isInstanceOf(CredentialsRefused.class)
                .hasMessageContaining(said)
                .hasMessageNotContaining("xoxb");
    }

    @Test
    void a_slack_that_does_not_answer_says_nothing_of_the_token() {
        assertThatThrownBy(() -> check(RawServer.json(503, "", ""))).isInstanceOf(Unavailable.class);
    }

    private SlackTokenCheck.Accepted check(String answer) {
        try (RawServer slack = new RawServer(_ -> answer)) {
            SlackCalls calls = new SlackCalls(
                    new SlackClient(slack.at("/api/")),
                    new OneToken(),
                    new InMemoryRateLimitStore(clock),
                    (_, _) -> {},
                    clock);
            return new SlackTokenCheck(calls).check("T01ACME");
        }
    }

    /** The workspace's token. */
    private static final class OneToken implements SlackTokens {
        @Override
        public Optional<String> token(String workspace) {
            return Optional.of("xoxb-one");
        }

        @Override
        public Optional<String> reread(String workspace) {
            return token(workspace);
        }
    }
}
