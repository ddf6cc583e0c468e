package dev.belay.simulator.pagerduty;

import static dev.belay.simulator.pagerduty.Stage.id;
import static dev.belay.simulator.pagerduty.Stage.incident;
import static dev.belay.simulator.pagerduty.Stage.object;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.grack.nanojson.JsonObject;
import dev.belay.simulator.call.HttpFailure;
import dev.belay.simulator.http.Faults.Fault;
import dev.belay.simulator.pagerduty.account.AcmeAccount;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How PagerDuty is told to fail, in the words that every system has and in its own, and what a person sees of it. */
final class ControlTest {
    private final Stage stage = new Stage();

    @AfterEach
    void stop() {
        stage.close();
    }

    private HttpRequest.Builder opening() {
        return stage.request("/incidents").POST(BodyPublishers.ofString(incident("k1")));
    }

    private int opened() {
        return stage.pagerDuty.account().incidents().size();
    }

    private void fail(String how) {
        assertThat(stage.sim("fail", "{\"call\":\"createIncident\"," + how + "}"))
                .doesNotContainKey("error");
    }

    @Test
    void a_limit_says_when_to_come_back_and_nothing_was_done() {
        fail("\"how\":\"limit\",\"retry_after\":7");
        HttpResponse<String> answer = stage.open("k1");

        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().firstValue("ratelimit-reset")).hasValue("7");
        assertThat(opened()).isZero();
    }

    @Test
    void an_error_is_pagerdutys_own_and_what_was_done_before_it_stays() {
        fail("\"how\":\"error\",\"status\":500,\"error\":\"sorry\"");
        assertThat(object(stage.open("k1")).getObject("error")).containsEntry("message", "sorry");
        assertThat(opened()).isZero();
        fail("\"how\":\"error_after\"");
        assertThat(stage.open("k1").statusCode()).isEqualTo(500);
        assertThat(opened()).isOne();
    }

    @Test
    void a_status_comes_with_no_json() {
        fail("\"how\":\"status\",\"status\":504");
        HttpResponse<String> answer = stage.send(opening());

        assertThat(answer.statusCode()).isEqualTo(504);
        assertThat(answer.body()).doesNotStartWith("{");
        assertThat(opened()).isZero();
    }

    @Test
    void a_lost_request_was_not_done_and_a_lost_answer_was() {
        fail("\"how\":\"lost_request\"");
        assertThatThrownBy(() -> stage.attempt(opening())).isInstanceOf(IOException.class);
        assertThat(opened()).isZero();
        fail("\"how\":\"lost_answer\"");
        assertThatThrownBy(() -> stage.attempt(opening())).isInstanceOf(IOException.class);
        assertThat(opened()).isOne();
    }

    @Test
    void the_line_to_pagerduty_breaks_before_during_and_after_a_call() {
        stage.faults.breakCall(0, Fault.REQUEST_LOST);
        assertThatThrownBy(() -> stage.attempt(opening())).isInstanceOf(IOException.class);
        assertThat(opened()).isZero();
        stage.faults.breakCall(0, Fault.RESPONSE_LOST);
        assertThatThrownBy(() -> stage.attempt(opening())).isInstanceOf(IOException.class);
        assertThat(opened()).isOne();
        stage.faults.breakCall(0, Fault.CALLER_KILLED);
        assertThat(stage.open("k2").statusCode()).isEqualTo(201);
        assertThat(stage.send(opening()).statusCode()).isEqualTo(403);
        assertThat(stage.faults.calls()).containsExactly("pagerduty createIncident");
    }

    @Test
    void a_call_hangs_until_it_is_let_go() {
        stage.pagerDuty.failing().next(1, "createIncident", new HttpFailure.Hanging(true));
        CompletableFuture<Boolean> dropped = CompletableFuture.supplyAsync(() -> {
            try {
                return stage.attempt(opening()).statusCode() < 0;
            } catch (IOException e) {
                return true;
            }
        });

        assertThat(stage.pagerDuty.failing().awaitHanging(1, Duration.ofSeconds(10)))
                .isTrue();
        assertThat(opened()).isOne();
        assertThat(dropped).isNotDone();
        stage.sim("let-go", "{}");
        assertThat(dropped.join()).isTrue();
    }

    @Test
    void what_was_called_is_kept() {
        stage.open("k1");
        stage.get("getUser", "/users/PALICE1");

        assertThat(stage.pagerDuty.calls("createIncident")).singleElement().satisfies(call -> {
            assertThat(call.from()).isEqualTo(AcmeAccount.BELAY_EMAIL);
            assertThat(call.body()).contains("k1");
        });
        assertThat(stage.sim("calls", "{}").getArray("calls").getObject(1))
                .containsEntry("call", "getUser")
                .containsEntry("subject", "PALICE1");
        stage.pagerDuty.forgetCalls();
        assertThat(stage.pagerDuty.calls()).isEmpty();
    }

    @Test
    void what_people_do_can_be_told() {
        String incident = id(stage.open("k1"));
        stage.ask(incident, "user_reference", AcmeAccount.CAROL);
        stage.sim("acknowledge", "{\"incident\":\"" + incident + "\",\"user\":\"" + AcmeAccount.BOB + "\"}");
        stage.sim(
                "respond", "{\"incident\":\"" + incident + "\",\"user\":\"" + AcmeAccount.CAROL + "\",\"joins\":true}");
        JsonObject shown =
                object(stage.get("getIncident", "/incidents/" + incident)).getObject("incident");

        assertThat(shown).containsEntry("status", "acknowledged");
        assertThat(shown.getArray("incidents_responders").getObject(0)).containsEntry("state", "joined");
        assertThat(stage.sim("incidents", "{}").getArray("incidents").getObject(0))
                .containsEntry("status", "acknowledged");
        assertThat(stage.sim("resolve", "{\"incident\":\"" + incident + "\",\"user\":\"PNONE\"}"))
                .containsEntry("error", "nobody is PNONE");
        assertThat(stage.sim("people", "{}").getArray("people")).hasSize(5);
    }

    @Test
    void plans_services_and_limits_are_changed() {
        stage.sim("ability", "{\"name\":\"coordinated_responding\",\"on\":false}");
        stage.sim("service", "{\"service\":\"PMAJOR1\",\"standing\":\"disabled\"}");
        stage.sim("rate-limit", "{\"call\":\"listUsers\",\"per_minute\":0}");

        assertThat(stage.get("getAbility", "/abilities/coordinated_responding").statusCode())
                .isEqualTo(402);
        assertThat(stage.open("k1").statusCode()).isEqualTo(400);
        assertThat(stage.get("listUsers", "/users").statusCode()).isEqualTo(429);
    }
}
