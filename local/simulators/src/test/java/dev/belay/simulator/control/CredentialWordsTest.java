package dev.belay.simulator.control;

import static org.assertj.core.api.Assertions.assertThat;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import dev.belay.simulator.http.Faults;
import dev.belay.simulator.pagerduty.SimulatedPagerDuty;
import dev.belay.simulator.pagerduty.account.AcmeAccount;
import dev.belay.simulator.servicenow.SimulatedServiceNow;
import dev.belay.simulator.slack.AcmeWorkspace;
import dev.belay.simulator.slack.SimulatedSlack;
import dev.belay.simulator.teams.AcmeTeams;
import dev.belay.simulator.teams.SimulatedTeams;
import dev.belay.simulator.time.PassingClock;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of a credential is said at the one path, and the system then answers as the real one does. */
final class CredentialWordsTest {
    private static final Instant START = Instant.parse("2026-11-23T10:00:00Z");
    private static final String GRAPH_SCOPE = "https://graph.microsoft.com/.default";

    private final PassingClock clock = new PassingClock(() -> START);
    private final HttpClient http = HttpClient.newHttpClient();

    @AfterEach
    void close() {
        http.close();
    }

    @ParameterizedTest
    @CsvSource({
        "revoked, token_revoked",
        "inactive, account_inactive",
        "expired, token_expired",
        "unknown, invalid_auth"
    })
    void a_bot_token_dies_and_comes_back(String standing, String error) {
        try (SimulatedSlack slack = SimulatedSlack.start(0, new Faults(), clock)) {
            tell(slack.url(), "bot-token", Map.of("standing", standing));
            assertThat(json(authTest(slack)).getString("error")).isEqualTo(error);
            tell(slack.url(), "bot-token", Map.of("standing", "valid"));
            assertThat(json(authTest(slack)).getBoolean("ok")).isTrue();
        }
    }

    @Test
    void a_bot_tokens_scopes_are_listed_as_they_are_left() {
        try (SimulatedSlack slack = SimulatedSlack.start(0, new Faults(), clock)) {
            tell(slack.url(), "bot-scopes", Map.of("scopes", "chat:write, users:read"));
            assertThat(authTest(slack).headers().firstValue("x-oauth-scopes")).hasValue("chat:write,users:read");
        }
    }

    @Test
    void a_client_secret_ends_by_itself_and_graph_tells_when_to_whom_it_may() {
        try (SimulatedTeams teams = SimulatedTeams.start(0, new Faults(), clock)) {
            tell(
                    teams.url(),
                    "client-secret",
                    Map.of(
                            "standing",
                            "valid",
                            "end",
                            START.plus(Duration.ofMinutes(10)).toString()));
            String token = json(signIn(teams)).getString("access_token");
            assertThat(application(teams, token, AcmeTeams.APP.id(), "passwordCredentials")
                            .statusCode())
                    .isEqualTo(403);
            tell(teams.url(), "grant", Map.of("permission", "Application.Read.All"));
            JsonObject told = json(application(teams, token, AcmeTeams.APP.id(), "passwordCredentials,keyCredentials"));
            JsonArray passwords = told.getArray("passwordCredentials");
            assertThat(passwords).hasSize(1);
            assertThat(passwords.getObject(0).getString("endDateTime")).isEqualTo("2026-11-23T10:10:00Z");
            assertThat(passwords.getObject(0).getString("hint")).isEqualTo("loc");
            assertThat(told.toString()).doesNotContain(AcmeTeams.APP.secret());
            assertThat(told.has("appId")).isFalse();
            clock.pass(Duration.ofMinutes(10));
            assertThat(signIn(teams).body()).contains("AADSTS7000222");
        }
    }

    @Test
    void graph_tells_of_no_other_registration_and_takes_no_other_token() {
        try (SimulatedTeams teams = SimulatedTeams.start(0, new Faults(), clock)) {
            tell(teams.url(), "grant", Map.of("permission", "Application.Read.All"));
            String token = json(signIn(teams)).getString("access_token");
            assertThat(application(teams, token, AcmeTeams.TENANT, "keyCredentials")
                            .statusCode())
                    .isEqualTo(404);
            assertThat(application(teams, token, AcmeTeams.APP.id(), "secrets").statusCode())
                    .isEqualTo(400);
            tell(teams.url(), "revoke-tokens", Map.of());
            assertThat(application(teams, token, AcmeTeams.APP.id(), "keyCredentials")
                            .statusCode())
                    .isEqualTo(401);
        }
    }

    @Test
    void a_client_secret_is_deleted_and_an_app_leaves_the_tenant() {
        try (SimulatedTeams teams = SimulatedTeams.start(0, new Faults(), clock)) {
            tell(teams.url(), "client-secret", Map.of("standing", "removed"));
            assertThat(signIn(teams).body()).contains("AADSTS7000215");
            tell(teams.url(), "client-secret", Map.of("standing", "valid"));
            tell(teams.url(), "in-tenant", Map.of("on", "false"));
            assertThat(signIn(teams).body()).contains("AADSTS700016");
        }
    }

    @Test
    void an_oauth_client_is_refused_and_taken_again() {
        try (SimulatedServiceNow serviceNow = instance()) {
            tell(serviceNow.url(), "client-refused", Map.of("on", "true"));
            HttpResponse<String> refused = token(serviceNow);
            assertThat(refused.statusCode()).isEqualTo(401);
            assertThat(refused.body()).contains("access_denied");
            tell(serviceNow.url(), "client-refused", Map.of("on", "false"));
            String bearer = json(token(serviceNow)).getString("access_token");
            assertThat(roles(serviceNow, bearer).statusCode()).isEqualTo(200);
            tell(serviceNow.url(), "revoke-token", Map.of());
            assertThat(roles(serviceNow, bearer).statusCode()).isEqualTo(401);
        }
    }

    @Test
    void a_table_is_hidden_without_a_word_and_a_condition_is_dropped() {
        try (SimulatedServiceNow serviceNow = instance()) {
            String bearer = json(token(serviceNow)).getString("access_token");
            assertThat(json(roles(serviceNow, bearer)).getArray("result")).isEmpty();
            tell(serviceNow.url(), "query-dropped", Map.of("field", "role.name", "on", "true"));
            assertThat(json(roles(serviceNow, bearer)).getArray("result")).isNotEmpty();
            tell(serviceNow.url(), "table-hidden", Map.of("table", "sys_user_has_role", "on", "true"));
            HttpResponse<String> hidden = roles(serviceNow, bearer);
            assertThat(json(hidden).getArray("result")).isEmpty();
            assertThat(hidden.headers().firstValueAsLong("X-Total-Count").orElse(0))
                    .isPositive();
        }
    }

    @Test
    void a_token_of_pagerduty_is_left_to_read_and_is_revoked() {
        try (SimulatedPagerDuty pagerDuty = SimulatedPagerDuty.start(0, new Faults(), clock)) {
            tell(pagerDuty.url(), "token", Map.of("token", AcmeAccount.TOKEN, "access", "none"));
            assertThat(abilities(pagerDuty).body()).contains("2006");
            tell(pagerDuty.url(), "token", Map.of("token", AcmeAccount.TOKEN, "access", "read_only"));
            assertThat(abilities(pagerDuty).statusCode()).isEqualTo(200);
        }
    }

    private SimulatedServiceNow instance() {
        return SimulatedServiceNow.start(0, new Faults(), clock, "acme")
                .application("belay", "s3cret", "belay.integration");
    }

    private HttpResponse<String> authTest(SimulatedSlack slack) {
        return form(slack.apiUrl() + "auth.test", Map.of("token", AcmeWorkspace.APP.botToken()));
    }

    private HttpResponse<String> signIn(SimulatedTeams teams) {
        return form(
                teams.loginUrl() + "/" + AcmeTeams.TENANT + "/oauth2/v2.0/token",
                Map.of(
                        "grant_type",
                        "client_credentials",
                        "client_id",
                        AcmeTeams.APP.id(),
                        "client_secret",
                        AcmeTeams.APP.secret(),
                        "scope",
                        GRAPH_SCOPE));
    }

    private HttpResponse<String> application(SimulatedTeams teams, String token, String app, String select) {
        return get(teams.graphUrl() + "/applications(appId='" + app + "')?$select=" + select, "Bearer " + token);
    }

    private HttpResponse<String> token(SimulatedServiceNow serviceNow) {
        return form(
                serviceNow.url() + "/oauth_token.do",
                Map.of("grant_type", "client_credentials", "client_id", "belay", "client_secret", "s3cret"));
    }

    private HttpResponse<String> roles(SimulatedServiceNow serviceNow, String bearer) {
        return get(
                serviceNow.url() + "/api/now/table/sys_user_has_role?sysparm_query=role.name%3Dnobody",
                "Bearer " + bearer);
    }

    private HttpResponse<String> abilities(SimulatedPagerDuty pagerDuty) {
        String url = pagerDuty.url().toString();
        return get((url.endsWith("/") ? url : url + "/") + "abilities", "Token token=" + AcmeAccount.TOKEN);
    }

    private void tell(URI system, String word, Map<String, String> fields) {
        String root = system.toString();
        HttpResponse<String> answer =
                form((root.endsWith("/") ? root : root + "/") + "_sim/" + word + "?" + encoded(fields), Map.of());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private HttpResponse<String> form(String url, Map<String, String> fields) {
        boolean empty = fields.isEmpty();
        return send(HttpRequest.newBuilder(URI.create(url))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(empty ? BodyPublishers.noBody() : BodyPublishers.ofString(encoded(fields))));
    }

    private HttpResponse<String> get(String url, String authorization) {
        return send(HttpRequest.newBuilder(URI.create(url))
                .header("Authorization", authorization)
                .header("Accept", "application/json, application/vnd.pagerduty+json;version=2"));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static JsonObject json(HttpResponse<String> answer) {
        try {
            return JsonParser.object().from(answer.body());
        } catch (JsonParserException e) {
            throw new AssertionError(answer.body(), e);
        }
    }
}
