package dev.belay.simulator.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import dev.belay.simulator.http.Faults;
import dev.belay.simulator.servicenow.SimulatedServiceNow;
import dev.belay.simulator.servicenow.table.Row;
import dev.belay.simulator.servicenow.table.Written;
import dev.belay.simulator.slack.AcmeWorkspace;
import dev.belay.simulator.slack.SimulatedSlack;
import dev.belay.simulator.slack.workspace.Channel;
import dev.belay.simulator.teams.AcmeTeams;
import dev.belay.simulator.teams.SimulatedTeams;
import dev.belay.simulator.teams.login.AccessTokens;
import dev.belay.simulator.time.PassingClock;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Slack, Teams and ServiceNow are told to fail at the same path in the same words, and mean the same by them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class OneVocabularyTest {
    /** A system, with one call that writes there. */
    enum Simulated {
        SLACK,
        TEAMS,
        SERVICENOW
    }

    private static final Instant START = Instant.parse("2026-11-23T10:00:00Z");

    private final PassingClock clock = new PassingClock(() -> START);
    private final SimulatedSlack slack = SimulatedSlack.start(0, new Faults(), clock);
    private final SimulatedTeams teams = SimulatedTeams.start(0, new Faults(), clock);
    private final SimulatedServiceNow serviceNow = SimulatedServiceNow.start(0, new Faults(), clock, "acme")
            .application("belay", "s3cret", "belay.integration");
    private final HttpClient http = HttpClient.newHttpClient();
    private String token = "";

    @BeforeAll
    void sign_in() {
        assertThat(token()).isNotEmpty();
    }

    @AfterAll
    void stop() {
        http.close();
        slack.close();
        teams.close();
        serviceNow.close();
    }

    @AfterEach
    void heal() {
        for (Simulated system : Simulated.values()) {
            sim(system, "heal", "{}");
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_can_be_said_is_listed_at_one_path(Simulated system) throws IOException, InterruptedException {
        assertThat(object(http.send(HttpRequest.newBuilder(desk(system)).build(), BodyHandlers.ofString()))
                        .getArray("commands"))
                .extracting(command -> ((JsonObject) command).getString("path"))
                .contains(
                        "/_sim/people",
                        "/_sim/fail",
                        "/_sim/failures",
                        "/_sim/call-names",
                        "/_sim/heal",
                        "/_sim/calls",
                        "/_sim/deliveries",
                        "/_sim/redeliver",
                        "/_sim/clock",
                        "/_sim/pass");
    }

    @ParameterizedTest
    @EnumSource
    void a_limit_says_when_to_come_back_and_nothing_was_done(Simulated system) {
        fail(system, "\"how\":\"limit\",\"retry_after\":7");
        HttpResponse<String> answer = write(system);
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("7");
        assertThat(written(system)).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void an_error_is_the_systems_own_and_nothing_was_done(Simulated system) {
        fail(system, "\"how\":\"error\",\"status\":502,\"error\":\"sorry\"");
        HttpResponse<String> answer = write(system);
        assertThat(answer.statusCode()).isEqualTo(system == Simulated.SLACK ? 200 : 502);
        assertThat(object(answer).toString()).contains("error", "sorry");
        assertThat(written(system)).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void an_error_after_is_said_of_what_was_done(Simulated system) {
        fail(system, "\"how\":\"error_after\",\"error\":\"sorry\"");
        assertThat(object(write(system)).toString()).contains("error", "sorry");
        assertThat(written(system)).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void a_status_comes_with_no_json_and_nothing_was_done(Simulated system) {
        fail(system, "\"how\":\"status\",\"status\":504");
        HttpResponse<String> answer = write(system);
        assertThat(answer.statusCode()).isEqualTo(504);
        assertThat(answer.body()).doesNotStartWith("{");
        assertThat(written(system)).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void a_lost_request_was_not_done_and_a_lost_answer_was(Simulated system) {
        fail(system, "\"how\":\"lost_request\"");
        assertThatThrownBy(() -> attempt(system)).isInstanceOf(IOException.class);
        assertThat(written(system)).isFalse();
        fail(system, "\"how\":\"lost_answer\"");
        assertThatThrownBy(() -> attempt(system)).isInstanceOf(IOException.class);
        assertThat(written(system)).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void the_next_calls_of_any_name_fail_until_all_have_or_it_is_healed(Simulated system) {
        String any = "{\"call\":\"*\",\"how\":\"status\",\"status\":504,\"times\":3}";
        assertThat(sim(system, "fail", any).getObject("failures").getInt("*")).isEqualTo(3);
        assertThat(write(system).statusCode()).isEqualTo(504);
        assertThat(sim(system, "failures", "{}").getObject("failures").getInt("*"))
                .isEqualTo(2);
        sim(system, "heal", "{}");
        assertThat(write(system).statusCode()).isLessThan(300);
        assertThat(written(system)).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void a_call_that_no_one_makes_is_not_waited_for(Simulated system) {
        assertThat(sim(system, "fail", "{\"call\":\"dance\",\"how\":\"limit\"}").getString("error"))
                .startsWith("no call is named dance");
        assertThat(sim(system, "call-names", "{}").getArray("calls")).contains(call(system));
    }

    @ParameterizedTest
    @EnumSource
    void time_passes_for_all_when_one_is_told(Simulated system) {
        Instant before = clock.instant();
        assertThat(sim(system, "pass", "{\"minutes\":3}").getString("now"))
                .isEqualTo(before.plus(Duration.ofMinutes(3)).toString());
        for (Simulated other : Simulated.values()) {
            assertThat(sim(other, "clock", "{}").getString("now"))
                    .isEqualTo(clock.instant().toString());
        }
        assertThat(sim(system, "pass", "{\"minutes\":-1}").getString("error")).startsWith("time only passes");
    }

    @ParameterizedTest
    @EnumSource
    void what_was_called_is_shown_by_name(Simulated system) {
        sim(system, "forget-calls", "{}");
        var _ = write(system);
        assertThat(sim(system, "calls", "{}").getArray("calls").getObject(0).getString("call"))
                .isEqualTo(call(system));
    }

    private URI desk(Simulated system) {
        return switch (system) {
            case SLACK -> slack.url().resolve("/_sim");
            case TEAMS -> teams.url().resolve("/_sim");
            case SERVICENOW -> serviceNow.url().resolve("/_sim");
        };
    }

    private static String call(Simulated system) {
        return switch (system) {
            case SLACK -> "conversations.setTopic";
            case TEAMS -> "graph.updateChannel";
            case SERVICENOW -> "POST incident";
        };
    }

    private void fail(Simulated system, String how) {
        assertThat(sim(system, "fail", "{\"call\":\"" + call(system) + "\"," + how + "}")
                        .has("error"))
                .isFalse();
    }

    private JsonObject sim(Simulated system, String command, String json) {
        return object(sent(HttpRequest.newBuilder(URI.create(desk(system) + "/" + command))
                .POST(BodyPublishers.ofString(json))
                .build()));
    }

    private HttpResponse<String> write(Simulated system) {
        return sent(request(system));
    }

    private HttpResponse<String> attempt(Simulated system) throws IOException, InterruptedException {
        return http.send(request(system), BodyHandlers.ofString());
    }

    private HttpResponse<String> sent(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(request.uri() + " was not answered", e);
        }
    }

    /** Whether the write came through; what it wrote is cleared. */
    private boolean written(Simulated system) {
        return switch (system) {
            case SLACK -> {
                Channel support =
                        slack.workspace().channel(AcmeWorkspace.SUPPORT).orElseThrow();
                boolean written = support.topic().equals("written");
                support.describe(new Channel.Words("", "", 0));
                yield written;
            }
            case TEAMS -> {
                var support = teams.channel(AcmeTeams.SUPPORT);
                boolean written = support.description().equals("written");
                support.describe("");
                yield written;
            }
            case SERVICENOW -> {
                List<Row> rows = serviceNow.tables().rows("incident");
                rows.forEach(row -> assertThat(serviceNow.tables().delete("incident", row.sysId(), "admin"))
                        .isInstanceOf(Written.Done.class));
                yield !rows.isEmpty();
            }
        };
    }

    private String token() {
        if (token.isEmpty()) {
            serviceNow.control().soften("belay.integration");
            token = object(sent(HttpRequest.newBuilder(serviceNow.url().resolve("/oauth_token.do"))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(BodyPublishers.ofString(
                                    "grant_type=client_credentials&client_id=belay&client_secret=s3cret"))
                            .build()))
                    .getString("access_token");
        }
        return token;
    }

    private HttpRequest request(Simulated system) {
        return switch (system) {
            case SLACK ->
                json(
                        URI.create(slack.apiUrl() + "conversations.setTopic"),
                        AcmeWorkspace.APP.botToken(),
                        "POST",
                        "{\"channel\":\"" + AcmeWorkspace.SUPPORT + "\",\"topic\":\"written\"}");
            case TEAMS ->
                json(
                        URI.create(teams.graphUrl() + "/teams/" + AcmeTeams.TEAM + "/channels/" + AcmeTeams.SUPPORT),
                        teams.accessTokens().issue(AccessTokens.GRAPH),
                        "PATCH",
                        "{\"description\":\"written\"}");
            case SERVICENOW ->
                json(
                        serviceNow.url().resolve("/api/now/table/incident"),
                        token(),
                        "POST",
                        "{\"short_description\":\"written\"}");
        };
    }

    private static HttpRequest json(URI url, String token, String method, String json) {
        return HttpRequest.newBuilder(url)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .method(method, BodyPublishers.ofString(json))
                .build();
    }

    private static JsonObject object(HttpResponse<String> response) {
        try {
            return JsonParser.object().from(response.body());
        } catch (JsonParserException e) {
            throw new AssertionError(response.statusCode() + " " + response.body(), e);
        }
    }
}
