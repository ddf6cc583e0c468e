package dev.belay.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belay.credential.Finding;
import dev.belay.failure.CredentialsRefused;
import dev.belay.failure.Unavailable;
import dev.belay.ratelimit.InMemoryRateLimitStore;
import dev.belay.simulator.http.Faults;
import dev.belay.simulator.http.RawServer;
import dev.belay.simulator.slack.AcmeWorkspace;
import dev.belay.simulator.slack.SimulatedSlack;
import dev.belay.slack.call.SlackCalls;
import dev.belay.slack.call.SlackClient;
import dev.belay.slack.call.SlackScope;
import dev.belay.slack.call.SlackTokens;
import dev.belay.time.MovedClock;
import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A bot token is what Slack says of it: whose it is, and what it may do. */
final class SlackTokenCheckTest {
    private static final String ALL = "x-oauth-scopes: "
            + SlackScope.listed(Arrays.asList(SlackScope.values())).replace(", ", ",") + "\r\n";
    private static final String OURS = "{\"ok\":true,\"team_id\":\"T01ACME\",\"user_id\":\"U1\",\"bot_id\":\"B1\"}";
    private static final String ORGANIZATION =
            "{\"ok\":true,\"is_enterprise_install\":true,\"enterprise_id\":\"E01ACME\",\"bot_id\":\"B1\"}";

    private final MovedClock clock = MovedClock.at(Instant.parse("2026-11-23T09:00:00Z"));

    @Test
    void an_accepted_token_tells_its_workspace_and_its_scopes() {
        Finding.Taken taken = (Finding.Taken) check(RawServer.json(200, ALL, OURS));
        assertThat(taken.proof()).startsWith("Slack accepts it for T01ACME, with the scopes bookmarks:read, ");
        assertThat(taken.remarks()).isEmpty();
        assertThat(taken.ends()).isEmpty();
    }

    @Test
    void scopes_that_are_not_told_are_remarked() {
        assertThat(check(RawServer.json(200, "", OURS)))
                .isEqualTo(new Finding.Taken(
                        "Slack accepts it for T01ACME",
                        Optional.empty(),
                        List.of("Slack did not say which scopes it has")));
    }

    @ParameterizedTest
    @EnumSource(SlackScope.class)
    void a_token_that_lacks_a_scope_is_refused_where_nothing_works_without_it_and_remarked_elsewhere(
            SlackScope lacking) {
        try (SimulatedSlack slack = SimulatedSlack.start(0, new Faults(), clock)) {
            slack.workspace()
                    .botScopes(AcmeWorkspace.BOT_SCOPES.stream()
                            .filter(scope -> !scope.equals(lacking.id()))
                            .toList());
            Finding found = check(slack.apiUrl(), AcmeWorkspace.APP.botToken(), Optional.empty());
            switch (found) {
                case Finding.Refused(String why) -> {
                    assertThat(lacking.isRequired()).isTrue();
                    assertThat(why).contains(lacking.id() + ".", "install it again");
                }
                case Finding.Taken taken -> {
                    assertThat(lacking.isRequired()).isFalse();
                    assertThat(taken.remarks())
                            .singleElement()
                            .asString()
                            .startsWith("it lacks the scope " + lacking.id());
                }
                case Finding.NotChecked notChecked -> throw new AssertionError(notChecked);
                case Finding.NotProvable notProvable -> throw new AssertionError(notProvable);
            }
        }
    }

    @Test
    void a_token_that_rotates_has_no_end_and_says_that_it_rotates() {
        Instant end = clock.instant().plusSeconds(43_200);
        try (RawServer slack = new RawServer(_ -> RawServer.json(200, ALL, OURS))) {
            Finding.Taken taken = (Finding.Taken) check(slack.at("/api/"), "xoxe.xoxb-one", Optional.of(end));
            assertThat(taken.ends()).isEmpty();
            assertThat(taken.proof()).contains("it rotates: this token is good until " + end);
        }
    }

    @Test
    void a_token_of_an_organization_is_good_for_its_workspaces() {
        Finding.Taken taken = (Finding.Taken) check(RawServer.json(200, ALL, ORGANIZATION));
        assertThat(taken.proof()).startsWith("Slack accepts it for E01ACME");
    }

    @Test
    void a_token_of_an_organization_is_shown_for_the_workspace() {
        try (RawServer slack = new RawServer(request -> RawServer.json(
                200,
                ALL,
                request.line().startsWith("POST /api/auth.test")
                        ? ORGANIZATION
                        : "{\"ok\":false,\"error\":\"team_access_not_granted\"}"))) {
            assertThatThrownBy(() -> check(slack.at("/api/"), "xoxb-one", Optional.empty()))
                    .isInstanceOf(CredentialsRefused.class)
                    .hasMessageContaining("team_access_not_granted")
                    .hasMessageContaining("grant the app this workspace");
            assertThat(slack.requests().getLast().line()).startsWith("POST /api/users.conversations");
        }
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
                .hasMessageNotContaining("xoxb-one");
    }

    @Test
    void a_slack_that_does_not_answer_says_nothing_of_the_token() {
        assertThatThrownBy(() -> check(RawServer.json(503, "", ""))).isInstanceOf(Unavailable.class);
    }

    private Finding check(String answer) {
        try (RawServer slack = new RawServer(_ -> answer)) {
            return check(slack.at("/api/"), "xoxb-one", Optional.empty());
        }
    }

    private Finding check(URI api, String token, Optional<Instant> rotatesAt) {
        SlackCalls calls = new SlackCalls(
                new SlackClient(api, clock),
                new OneToken(token),
                new InMemoryRateLimitStore(clock),
                (_, _) -> {},
                clock);
        return new SlackTokenCheck(calls).check("T01ACME", rotatesAt);
    }

    /** The workspace's token. */
    private record OneToken(String value) implements SlackTokens {
        @Override
        public Optional<String> token(String workspace) {
            return Optional.of(value);
        }

        @Override
        public Optional<String> reread(String workspace) {
            return token(workspace);
        }

        @Override
        public void refused(String workspace, String said) {}
    }
}
