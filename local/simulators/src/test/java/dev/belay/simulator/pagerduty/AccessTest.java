package dev.belay.simulator.pagerduty;

import static dev.belay.simulator.pagerduty.Stage.code;
import static dev.belay.simulator.pagerduty.Stage.incident;
import static dev.belay.simulator.pagerduty.Stage.object;
import static org.assertj.core.api.Assertions.assertThat;

import com.grack.nanojson.JsonObject;
import dev.belay.simulator.pagerduty.account.Account;
import dev.belay.simulator.pagerduty.account.AcmeAccount;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may call, how often, and what can be looked up. */
final class AccessTest {
    private final Stage stage = new Stage();

    @AfterEach
    void stop() {
        stage.close();
    }

    private HttpResponse<String> users(String header, String value) {
        return stage.checked("listUsers", stage.request("/users").setHeader(header, value));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Token token=nothing",
                "Bearer " + AcmeAccount.TOKEN,
                "token token=" + AcmeAccount.TOKEN,
                "Token token=\"" + AcmeAccount.TOKEN + "\"",
                AcmeAccount.TOKEN
            })
    void a_token_is_written_precisely_or_is_none(String authorization) {
        HttpResponse<String> answer = users("Authorization", authorization);

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(code(answer)).isEqualTo(2006);
        assertThat(answer.headers().firstValue("ratelimit-limit")).isEmpty();
    }

    @Test
    void a_token_that_was_revoked_opens_nothing() {
        stage.pagerDuty.account().revoke(AcmeAccount.TOKEN);

        assertThat(stage.open("k1").statusCode()).isEqualTo(401);
    }

    @Test
    void a_token_that_only_reads_opens_nothing() {
        stage.pagerDuty.account().token(AcmeAccount.TOKEN, Account.Access.READ_ONLY);

        assertThat(stage.open("k1").statusCode()).isEqualTo(403);
        assertThat(stage.get("listIncidents", "/incidents").statusCode()).isEqualTo(200);
    }

    @Test
    void the_version_is_named_and_what_is_sent_is_json() {
        assertThat(users("Accept", "text/html").statusCode()).isEqualTo(400);
        assertThat(users("Accept", "application/vnd.pagerduty+json; version=2").statusCode())
                .isEqualTo(200);
        HttpRequest.Builder form = stage.request("/incidents")
                .setHeader("Content-Type", "text/plain")
                .POST(BodyPublishers.ofString(incident("k1")));
        assertThat(stage.checked("createIncident", form).statusCode()).isEqualTo(400);
    }

    @Test
    void a_token_has_its_requests_by_the_minute_and_is_told_how_many_are_left() {
        stage.pagerDuty.rateLimits().perToken(2);
        HttpResponse<String> first = stage.get("listUsers", "/users");
        stage.clock.pass(Duration.ofSeconds(20));
        stage.get("listUsers", "/users");
        HttpResponse<String> third = stage.get("listUsers", "/users");

        assertThat(first.headers().firstValue("ratelimit-remaining")).hasValue("1");
        assertThat(first.headers().firstValue("ratelimit-reset")).hasValue("60");
        assertThat(third.statusCode()).isEqualTo(429);
        assertThat(code(third)).isEqualTo(2020);
        assertThat(third.headers().firstValue("ratelimit-limit")).hasValue("2");
        assertThat(third.headers().firstValue("ratelimit-remaining")).hasValue("0");
        assertThat(third.headers().firstValue("ratelimit-reset")).hasValue("40");
        assertThat(third.headers().firstValue("Retry-After")).isEmpty();
        stage.clock.pass(Duration.ofSeconds(40));
        assertThat(stage.get("listUsers", "/users").statusCode()).isEqualTo(200);
    }

    @Test
    void an_operation_may_have_a_budget_of_its_own() {
        stage.pagerDuty.rateLimits().perOperation("createIncident", 1);

        assertThat(stage.open("k1").headers().firstValue("ratelimit-limit")).hasValue("1");
        assertThat(stage.open("k2").statusCode()).isEqualTo(429);
        assertThat(stage.get("listUsers", "/users").headers().firstValue("ratelimit-limit"))
                .hasValue("960");
        assertThat(stage.pagerDuty.account().incidents()).hasSize(1);
    }

    @Test
    void a_user_is_found_by_name_or_address() {
        assertThat(object(stage.get("listUsers", "/users?query=ALICE@acme")).getArray("users"))
                .singleElement()
                .satisfies(user -> assertThat((JsonObject) user).containsEntry("id", AcmeAccount.ALICE));
        assertThat(object(stage.get("listUsers", "/users")).getArray("users")).hasSize(5);
    }

    @ParameterizedTest
    @CsvSource({
        "getUser,/users/PALICE1",
        "getService,/services/PMAJOR1",
        "getEscalationPolicy,/escalation_policies/PONCALL",
        "listServices,/services?query=major",
        "listEscalationPolicies,/escalation_policies?query=data"
    })
    void what_is_set_up_can_be_looked_up(String operation, String path) {
        assertThat(stage.get(operation, path).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"getUser,/users/PNONE", "getService,/services/PNONE", "getEscalationPolicy,/escalation_policies/PNONE"})
    void what_is_not_set_up_is_not_found(String operation, String path) {
        assertThat(stage.get(operation, path).statusCode()).isEqualTo(404);
    }

    @Test
    void a_service_says_how_it_stands() {
        assertThat(status()).isEqualTo("active");
        stage.open("k1");
        assertThat(status()).isEqualTo("critical");
    }

    @Test
    void a_path_that_does_not_exist_is_not_found() {
        assertThat(stage.get("listUsers", "/users/PALICE1/dance").statusCode()).isEqualTo(404);
    }

    private String status() {
        return object(stage.get("getService", "/services/" + AcmeAccount.SERVICE))
                .getObject("service")
                .getString("status");
    }
}
