package dev.belay.teams.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.grack.nanojson.JsonObject;
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
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The ways in which the Bot Connector and Graph fail, each on a bare socket, and what they become. */
final class TeamsCallsTest {
    private static final String TENANT = "7f3c2c1e-0b52-4c8e-9d61-aa00ac3e0001";
    private static final String OK = RawServer.json(200, "", "{\"id\":\"1\"}");
    private static final String DROPPED = "";

    private final MovedClock clock = MovedClock.at(ChatContract.OPENING);
    private final InMemoryRateLimitStore limits = new InMemoryRateLimitStore(clock);
    private final List<String> counted = new ArrayList<>();
    private final List<String> refusals = new ArrayList<>();

    @ParameterizedTest
    @EnumSource(names = {"CREATE_CHANNEL", "POST_CARD"})
    void a_write_on_a_fresh_connection_is_sent_once(Operation write) {
        try (MicrosoftServer teams = new MicrosoftServer(_ -> DROPPED)) {
            assertThatThrownBy(() -> call(calls(teams), teams, write)).isInstanceOf(OutcomeUnknown.class);
            assertThat(teams.requests()).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"CREATE_CHANNEL", "POST_CARD"})
    void a_write_on_a_pooled_connection_is_sent_once(Operation write) {
        try (MicrosoftServer teams = new MicrosoftServer(number -> number == 1 ? OK : DROPPED)) {
            TeamsCalls calls = calls(teams);
            call(calls, teams, write);
            assertThatThrownBy(() -> call(calls, teams, write)).isInstanceOf(OutcomeUnknown.class);
            assertThat(teams.requests()).hasSize(2);
            assertThat(teams.connections()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"DESCRIBE_CHANNEL", "ADD_TAB", "CHANGE_TAB", "UPDATE_CARD", "SAY", "TELL"})
    void a_repeatable_write_is_sent_once_too_and_may_be_tried_again(Operation write) {
        try (MicrosoftServer teams = new MicrosoftServer(number -> number == 1 ? OK : DROPPED)) {
            TeamsCalls calls = calls(teams);
            call(calls, teams, write);
            assertThatThrownBy(() -> call(calls, teams, write)).isInstanceOf(Unavailable.class);
            assertThat(teams.requests()).hasSize(2);
        }
    }

    @Test
    void a_read_on_a_dropped_pooled_connection_is_asked_again_by_itself() {
        try (MicrosoftServer teams = new MicrosoftServer(number -> number == 2 ? DROPPED : OK)) {
            TeamsCalls calls = calls(teams);
            call(calls, teams, Operation.READ_MEMBER);
            call(calls, teams, Operation.READ_MEMBER);
            assertThat(teams.requests()).hasSize(3);
        }
    }

    @Test
    void what_was_never_sent_can_be_tried_again() {
        URI nobody;
        try (MicrosoftServer gone = new MicrosoftServer(_ -> DROPPED)) {
            nobody = gone.at("/v3/conversations");
        }
        try (MicrosoftServer teams = new MicrosoftServer(_ -> OK)) {
            TeamsCalls calls = calls(teams);
            assertThatThrownBy(() -> calls.call(TENANT, Operation.POST_CARD, nobody, Optional.of(new JsonObject())))
                    .isInstanceOf(Unavailable.class);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_server_error_is_unknown_only_where_a_second_time_makes_another(Operation operation) {
        for (int status : List.of(500, 502, 504)) {
            expectUnknownForWhatIsDoneOnceOnly(operation, page(status));
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_success_that_cannot_be_read_is_unknown_only_where_a_second_time_makes_another(Operation operation) {
        for (String body : List.of("<html></html>", "[]", "{\"id\":", "null", "[".repeat(200_000))) {
            expectUnknownForWhatIsDoneOnceOnly(operation, RawServer.json(200, "", body));
        }
    }

    @Test
    void a_bot_connector_that_is_away_may_have_posted_and_a_graph_that_is_away_did_nothing() {
        assertThatThrownBy(() -> answered(page(503), Operation.POST_CARD)).isInstanceOf(OutcomeUnknown.class);
        assertThatThrownBy(() -> answered(page(503), Operation.CREATE_CHANNEL)).isInstanceOf(Unavailable.class);
    }

    @Test
    void two_writes_that_met_did_nothing() {
        assertThatThrownBy(() -> answered(page(412), Operation.POST_CARD)).isInstanceOf(Unavailable.class);
    }

    @Test
    void an_outage_that_says_how_long_is_heeded() {
        String answer = RawServer.json(503, "Retry-After: 11\r\n", "{}");
        for (Operation operation : List.of(Operation.CREATE_CHANNEL, Operation.UPDATE_CARD, Operation.LIST_TABS)) {
            assertThat(catchThrowableOfType(Unavailable.class, () -> answered(answer, operation))
                            .retryAfter())
                    .contains(Duration.ofSeconds(11));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 403, 404, 405, 409, 413})
    void any_other_error_is_an_answer(int status) {
        String said = "{\"error\":{\"code\":\"SomethingNew\",\"message\":\"no\"}}";
        assertThat(answered(RawServer.json(status, "", said), Operation.POST_CARD))
                .isEqualTo(new Outcome.Refused(status, "SomethingNew", "no"));
    }

    @ParameterizedTest
    @EnumSource
    void what_is_not_the_services_own_json_is_no_refusal(Operation operation) {
        for (int status : List.of(301, 302, 400, 403, 404, 405, 407, 409)) {
            expectUnknownForWhatIsDoneOnceOnly(operation, page(status));
            expectUnknownForWhatIsDoneOnceOnly(operation, RawServer.json(status, "", "{\"blocked\":\"by a proxy\"}"));
        }
        expectUnknownForWhatIsDoneOnceOnly(operation, page(200));
    }

    @ParameterizedTest
    @EnumSource
    void an_unauthorized_of_something_between_refuses_no_token(Operation operation) {
        assertThatThrownBy(() -> answered(page(401), operation)).isInstanceOf(Unavailable.class);
        assertThatThrownBy(
                        () -> answered(RawServer.json(401, "WWW-Authenticate: Basic realm=proxy\r\n", "{}"), operation))
                .isInstanceOf(Unavailable.class);
        assertThat(counted).isEmpty();
    }

    @Test
    void something_read_that_is_answered_with_nothing_is_no_answer() {
        assertThatThrownBy(() -> answered(RawServer.json(200, "", ""), Operation.READ_MEMBER))
                .isInstanceOf(Unavailable.class);
        assertThat(answered(RawServer.json(200, "", ""), Operation.UPDATE_CARD)).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void a_code_that_is_none_is_not_repeated() {
        String said = "{\"error\":{\"code\":\"jane.private@acme.example said: the PIN is 4711\",\"message\":\"no\"}}";
        try (MicrosoftServer teams = new MicrosoftServer(_ -> RawServer.json(403, "", said))) {
            assertThatThrownBy(() -> calls(teams)
                            .need(TENANT, Operation.POST_CARD, teams.at("/v3/x"), Optional.of(new JsonObject())))
                    .isInstanceOf(Rejected.class)
                    .hasMessageNotContainingAny("jane", "4711");
            assertThat(call(calls(teams), teams, Operation.POST_CARD).toString())
                    .doesNotContain("jane", "4711", "no");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"BotNotInConversationRoster", "BotDisabledByAdmin", "NotEnoughPermissions"})
    void a_refusal_that_a_person_must_mend_says_how_and_not_what_was_said(String code) {
        String said = "{\"error\":{\"code\":\"" + code + "\",\"message\":\"about Alice\"}}";
        try (MicrosoftServer teams = new MicrosoftServer(_ -> RawServer.json(403, "", said))) {
            assertThatThrownBy(() -> calls(teams)
                            .need(TENANT, Operation.POST_CARD, teams.at("/v3/x"), Optional.of(new JsonObject())))
                    .isInstanceOf(Rejected.class)
                    .hasMessageContaining(code)
                    .hasMessageMatching("(?s).*: (install|an administrator) .*")
                    .hasMessageNotContaining("Alice");
        }
    }

    @Test
    void a_refused_token_is_renewed_once_and_what_was_refused_sent_again() {
        try (MicrosoftServer teams = new MicrosoftServer(number -> number == 1 ? unauthorized() : OK)) {
            assertThat(call(calls(teams), teams, Operation.POST_CARD)).isInstanceOf(Outcome.Done.class);
            assertThat(teams.requests()).hasSize(2);
            assertThat(teams.tokens()).isEqualTo(2);
            assertThat(counted).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_token_that_is_refused_afresh_is_a_no_that_is_counted(Operation operation) {
        try (MicrosoftServer teams = new MicrosoftServer(_ -> unauthorized())) {
            assertThatThrownBy(() -> call(calls(teams), teams, operation))
                    .isInstanceOf(CredentialsRefused.class)
                    .hasMessageNotContaining("a-token");
            assertThat(teams.requests()).hasSize(2);
            assertThat(counted)
                    .containsExactly("TokenRejected " + operation.service().name());
            assertThat(refusals).containsExactly(TENANT + " " + operation + ": our token is refused");
        }
    }

    @Test
    void a_limit_stands_for_its_own_operation_only() {
        String limited = RawServer.json(429, "Retry-After: 60\r\n", "{}");
        try (MicrosoftServer teams = new MicrosoftServer(number -> number == 1 ? limited : OK)) {
            TeamsCalls calls = calls(teams);
            assertThatThrownBy(() -> call(calls, teams, Operation.POST_CARD)).isInstanceOf(Unavailable.class);
            assertThatThrownBy(() -> call(calls, teams, Operation.POST_CARD)).isInstanceOf(Unavailable.class);
            call(calls, teams, Operation.UPDATE_CARD);
            assertThat(teams.requests()).hasSize(2);
            assertThat(limits.notBefore("teams:" + TENANT + "/", "POST_CARD"))
                    .contains(clock.instant().plusSeconds(60));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Retry-After: soon\r\n", "Retry-After: -3\r\n"})
    void a_limit_that_does_not_say_how_long_waits_five_seconds(String header) {
        assertThat(waitAfter(header)).contains(Duration.ofSeconds(5));
    }

    @Test
    void a_limit_never_stands_for_longer_than_an_hour() {
        assertThat(waitAfter("Retry-After: 99999999999\r\n")).contains(Duration.ofHours(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example/v3/conversations", "http://localhost:1/v3/x", "https://127.0.0.2/"})
    void a_bot_token_goes_to_no_host_that_is_not_listed(String address) {
        try (MicrosoftServer teams = new MicrosoftServer(_ -> OK)) {
            assertThatThrownBy(() -> calls(teams).call(TENANT, Operation.READ_MEMBER, URI.create(address)))
                    .isInstanceOf(Rejected.class)
                    .hasMessageContaining(URI.create(address).getHost());
            assertThat(teams.tokens()).isZero();
        }
    }

    private Optional<Duration> waitAfter(String header) {
        return catchThrowableOfType(
                        Unavailable.class, () -> answered(RawServer.json(429, header, "{}"), Operation.READ_MEMBER))
                .retryAfter();
    }

    private void expectUnknownForWhatIsDoneOnceOnly(Operation operation, String answer) {
        boolean once = Set.of(Operation.POST_CARD, Operation.POST_LINE, Operation.CREATE_CHANNEL)
                .contains(operation);
        assertThatThrownBy(() -> answered(answer, operation))
                .isInstanceOf(once ? OutcomeUnknown.class : Unavailable.class);
    }

    private Outcome answered(String answer, Operation operation) {
        try (MicrosoftServer teams = new MicrosoftServer(_ -> answer)) {
            return call(calls(teams), teams, operation);
        }
    }

    private static String unauthorized() {
        return RawServer.json(401, "", "{\"error\":{\"code\":\"Unauthorized\",\"message\":\"no\"}}");
    }

    private static String page(int status) {
        return "HTTP/1.1 " + status + " Said\r\nContent-Type: text/html\r\nContent-Length: 13\r\n\r\n<html></html>";
    }

    private static Outcome call(TeamsCalls calls, MicrosoftServer teams, Operation operation) {
        Optional<JsonObject> body = operation.method().equals("GET") ? Optional.empty() : Optional.of(new JsonObject());
        return calls.call(TENANT, operation, teams.at("/v3/conversations"), body);
    }

    private TeamsCalls calls(MicrosoftServer teams) {
        Credential secret = new Credential.Secret("a-secret");
        Credentials credentials = new Credentials() {
            @Override
            public Credential current(String tenant) {
                return secret;
            }

            @Override
            public Credential reread(String tenant) {
                return secret;
            }

            @Override
            public void refused(String tenant, String said) {
                refusals.add(tenant + " " + said);
            }
        };
        AppAccess access = new AppAccess(
                "0acceba1-0000-4000-8000-00000000be1a",
                teams.at("/login"),
                "https://api.botframework.com/.default",
                "https://graph.microsoft.com/.default",
                Set.of("127.0.0.1"));
        return new TeamsCalls(
                credentials, access, limits, (metric, kind) -> counted.add(metric.id() + " " + kind), clock);
    }
}
