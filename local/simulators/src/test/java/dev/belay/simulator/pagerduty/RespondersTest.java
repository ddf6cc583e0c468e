package dev.belay.simulator.pagerduty;

import static dev.belay.simulator.pagerduty.Stage.code;
import static dev.belay.simulator.pagerduty.Stage.id;
import static dev.belay.simulator.pagerduty.Stage.object;
import static org.assertj.core.api.Assertions.assertThat;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import dev.belay.simulator.pagerduty.account.Account;
import dev.belay.simulator.pagerduty.account.AcmeAccount;
import dev.belay.simulator.pagerduty.account.Incident.Status;
import dev.belay.simulator.pagerduty.account.Responder;
import dev.belay.simulator.pagerduty.account.User;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** People are asked to help with an incident, and answer. */
final class RespondersTest {
    private static final String USER = "user_reference";
    private static final String POLICY = "escalation_policy_reference";

    private final Stage stage = new Stage();
    private final String incident = id(stage.open("k1"));
    private final User carol = stage.pagerDuty.account().user(AcmeAccount.CAROL).orElseThrow();

    @AfterEach
    void stop() {
        stage.close();
    }

    @Test
    void a_user_is_asked_and_is_pending() {
        JsonObject request =
                object(stage.ask(incident, USER, AcmeAccount.CAROL)).getObject("responder_request");

        assertThat(request).containsEntry("message", "Please join");
        assertThat(request.getObject("requester")).containsEntry("id", AcmeAccount.BELAY);
        assertThat(states()).containsExactly("pending");
        assertThat(stage.pagerDuty.account().paged(incident)).containsExactly(AcmeAccount.BOB, AcmeAccount.CAROL);
    }

    @Test
    void a_policy_asks_everybody_on_call_for_it() {
        assertThat(stage.ask(incident, POLICY, AcmeAccount.DATABASES).statusCode())
                .isEqualTo(200);

        assertThat(stage.pagerDuty.account().paged(incident))
                .containsExactly(AcmeAccount.BOB, AcmeAccount.CAROL, AcmeAccount.DAVE);
    }

    @Test
    void the_incident_tells_who_was_asked_and_what_they_answered() {
        stage.ask(incident, POLICY, AcmeAccount.DATABASES);
        stage.pagerDuty.account().answer(incident, carol, Responder.State.JOINED);

        assertThat(states()).containsExactly("joined", "pending");
        assertThat(shown().getArray("responder_requests")).hasSize(1);
    }

    @Test
    void one_who_is_asked_again_is_asked_anew() {
        stage.ask(incident, USER, AcmeAccount.CAROL);
        stage.pagerDuty.account().answer(incident, carol, Responder.State.DECLINED);
        stage.ask(incident, USER, AcmeAccount.CAROL);

        assertThat(states()).containsExactly("pending");
        assertThat(shown().getArray("responder_requests")).hasSize(2);
    }

    @Test
    void an_account_without_the_ability_asks_nobody_and_shows_no_responders() {
        stage.pagerDuty.account().ability(Account.RESPONDING, false);
        HttpResponse<String> answer = stage.ask(incident, USER, AcmeAccount.CAROL);

        assertThat(answer.statusCode()).isEqualTo(402);
        assertThat(code(answer)).isEqualTo(2014);
        assertThat(shown()).doesNotContainKeys("incidents_responders", "responder_requests");
        assertThat(stage.get("getAbility", "/abilities/" + Account.RESPONDING).statusCode())
                .isEqualTo(402);
        assertThat(object(stage.get("listAbilities", "/abilities")).getArray("abilities"))
                .doesNotContain(Account.RESPONDING);
    }

    @Test
    void who_or_what_is_not_there_is_not_found() {
        assertThat(stage.ask("QNONE", USER, AcmeAccount.CAROL).statusCode()).isEqualTo(404);
        assertThat(stage.ask(incident, USER, "PNONE").statusCode()).isEqualTo(404);
        assertThat(stage.ask(incident, POLICY, AcmeAccount.CAROL).statusCode()).isEqualTo(404);
        assertThat(states()).isEmpty();
    }

    @Test
    void nobody_is_asked_to_help_with_what_is_resolved() {
        stage.pagerDuty.account().status(incident, Status.RESOLVED, carol);

        assertThat(code(stage.ask(incident, USER, AcmeAccount.CAROL))).isEqualTo(1001);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"message\":\"x\",\"responder_request_targets\":[]}",
                "{\"requester_id\":\"PBELAY1\",\"responder_request_targets\":[]}",
                "{\"requester_id\":\"PBELAY1\",\"message\":\"x\"}",
                "{\"requester_id\":\"PBELAY1\",\"message\":\"x\",\"responder_request_targets\":[{\"id\":\"PCAROL1\",\"type\":\"user_reference\"}]}",
                "{\"requester_id\":\"PBELAY1\",\"message\":\"x\",\"responder_request_targets\":[{\"responder_request_target\":{\"id\":\"PCAROL1\",\"type\":\"schedule_reference\"}}]}"
            })
    void what_the_description_does_not_take_is_refused(String body) {
        assertThat(PublishedApi.takes("createIncidentResponderRequest", body)).isFalse();
        assertThat(stage.post("createIncidentResponderRequest", "/incidents/" + incident + "/responder_requests", body)
                        .statusCode())
                .isEqualTo(400);
        assertThat(states()).isEmpty();
    }

    @Test
    void one_who_is_no_user_asks_nobody() {
        stage.pagerDuty
                .account()
                .remove(stage.pagerDuty.account().user(AcmeAccount.BELAY).orElseThrow());

        assertThat(code(stage.ask(incident, USER, AcmeAccount.CAROL))).isEqualTo(1008);
    }

    private JsonObject shown() {
        return object(stage.get("getIncident", "/incidents/" + incident)).getObject("incident");
    }

    private List<String> states() {
        JsonArray responders = shown().getArray("incidents_responders");
        return responders.stream()
                .map(each -> ((JsonObject) each).getString("state"))
                .toList();
    }
}
