package dev.belay.simulator.servicenow;

import static dev.belay.simulator.servicenow.Instance.INCIDENT;
import static dev.belay.simulator.servicenow.Instance.object;
import static dev.belay.simulator.servicenow.Instance.result;
import static dev.belay.simulator.servicenow.Instance.results;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belay.simulator.http.Faults.Fault;
import dev.belay.simulator.servicenow.outage.Failure;
import dev.belay.simulator.servicenow.outage.Outage;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How the instance fails when it is told to. */
final class OutageTest {
    private final Instance instance = new Instance();

    @AfterEach
    void stop() {
        instance.close();
    }

    private HttpResponse<String> after(Failure failure) {
        var request = instance.asApplication(INCIDENT);
        instance.snow.outage().next(1, failure);
        return instance.send(request);
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 504})
    void a_server_error_is_an_envelope_and_ends_by_itself(int status) {
        HttpResponse<String> answer = after(Failure.status(status));

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(object(answer).getString("status")).isEqualTo("failure");
        assertThat(instance.get(INCIDENT).statusCode()).isEqualTo(200);
    }

    @Test
    void each_call_takes_as_long_as_told_and_a_failed_one_too() {
        instance.get(INCIDENT); // the token is there then
        Instant before = instance.clock.instant();
        instance.snow.outage().latency(Duration.ofSeconds(6));
        instance.get(INCIDENT);
        assertThat(instance.clock.instant()).isEqualTo(before.plusSeconds(6));
        after(Failure.status(503));
        assertThat(instance.clock.instant()).isEqualTo(before.plusSeconds(12));

        instance.snow.outage().end();
        Instant then = instance.clock.instant();
        instance.get(INCIDENT);
        assertThat(instance.clock.instant()).isEqualTo(then);
    }

    @Test
    void a_time_that_only_comes_by_itself_cannot_be_taken() {
        assertThatThrownBy(() -> new Outage(Clock.systemUTC()).latency(Duration.ofSeconds(1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    // support.servicenow.com, KB0635398: semaphores; "Inbound REST API rate limiting": rules.
    @Test
    void too_many_requests_comes_with_a_time_to_wait_or_without() {
        assertThat(after(Failure.tooMany(7)).headers().firstValue("Retry-After"))
                .hasValue("7");
        HttpResponse<String> without = after(Failure.tooMany());
        assertThat(without.statusCode()).isEqualTo(429);
        assertThat(without.headers().firstValue("Retry-After")).isEmpty();
    }

    @Test
    void a_success_may_carry_a_failure() {
        HttpResponse<String> answer = after(Failure.failureInSuccess());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(object(answer).getString("status")).isEqualTo("failure");
    }

    @Test
    void a_hibernating_instance_answers_200_with_a_page() {
        HttpResponse<String> answer = after(Failure.hibernating());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
    }

    @Test
    void a_detail_may_be_null() {
        HttpResponse<String> answer = after(Failure.forbidden());

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(object(answer).getObject("error")).containsEntry("detail", null);
    }

    @Test
    void a_request_may_be_accepted_and_dropped() {
        String id = instance.opened("{}");
        instance.get(INCIDENT);
        instance.snow.outage().next(1, Failure.accepted());

        assertThat(instance.patch(id, "{\"state\":\"2\"}").statusCode()).isEqualTo(202);
        assertThat(result(instance.get(INCIDENT + "/" + id))).containsEntry("state", "1");
    }

    // servicenow.com/community, "HTTP 202 from an inbound web service call".
    @Test
    void a_request_with_a_session_cookie_is_dropped_while_the_session_s_queue_is_full() {
        String cookie =
                instance.get(INCIDENT).headers().firstValue("Set-Cookie").orElse("");
        instance.snow.outage().sessionQueueFull(true);

        assertThat(instance.send(instance.asApplication(INCIDENT).header("Cookie", cookie))
                        .statusCode())
                .isEqualTo(202);
        assertThat(instance.get(INCIDENT).statusCode()).isEqualTo(200);
    }

    @Test
    void only_calls_of_the_name_fail_and_never_those_of_people() {
        String id = instance.opened("{}");
        instance.get(INCIDENT);
        instance.snow.outage().next(2, "PATCH incident", Failure.status(503));

        assertThat(instance.get(INCIDENT).statusCode()).isEqualTo(200);
        assertThat(instance.patchAs("jane.doe", id, "{\"state\":\"2\"}").statusCode())
                .isEqualTo(200);
        assertThat(instance.patch(id, "{\"state\":\"3\"}").statusCode()).isEqualTo(503);
        assertThat(instance.patch(id, "{\"state\":\"3\"}").statusCode()).isEqualTo(503);
        assertThat(instance.patch(id, "{\"state\":\"3\"}").statusCode()).isEqualTo(200);
    }

    @Test
    void the_token_endpoint_fails_too() {
        instance.snow.outage().next(1, "POST oauth_token", Failure.status(500));

        assertThat(instance.send(instance.tokenRequest("s3cret")).statusCode()).isEqualTo(500);
    }

    @Test
    void a_dropped_connection_leaves_the_write_done_or_not_as_told() {
        String id = instance.opened("{}");
        instance.get(INCIDENT);
        instance.snow.outage().next(1, "PATCH incident", new Failure.Dropped(false));
        assertThatThrownBy(() -> instance.patch(id, "{\"state\":\"2\"}")).isInstanceOf(UncheckedIOException.class);
        assertThat(result(instance.get(INCIDENT + "/" + id))).containsEntry("state", "1");

        instance.snow.outage().next(1, "PATCH incident", new Failure.Dropped(true));
        assertThatThrownBy(() -> instance.patch(id, "{\"state\":\"2\"}")).isInstanceOf(UncheckedIOException.class);
        assertThat(result(instance.get(INCIDENT + "/" + id))).containsEntry("state", "2");
    }

    @Test
    void a_call_hangs_until_told() {
        String id = instance.opened("{}");
        instance.get(INCIDENT);
        instance.snow.outage().next(1, new Failure.Hanging(true));
        CompletableFuture<HttpResponse<String>> hanging =
                CompletableFuture.supplyAsync(() -> instance.patch(id, "{\"state\":\"2\"}"));

        assertThat(instance.snow.outage().awaitHanging(1, Duration.ofSeconds(10)))
                .isTrue();
        assertThat(hanging).isNotDone();
        assertThat(result(instance.get(INCIDENT + "/" + id))).containsEntry("state", "2");
        instance.snow.outage().release();
        assertThat(hanging).failsWithin(Duration.ofSeconds(10));
    }

    @Test
    void a_record_is_not_there_for_the_first_reads_after_its_event() {
        instance.snow.outage().lateCommit(2);
        String id = instance.opened("{}");

        assertThat(instance.get(INCIDENT + "/" + id).statusCode()).isEqualTo(404);
        assertThat(results(instance.query("incident", "sys_id=" + id))).isEmpty();
        assertThat(instance.get(INCIDENT + "/" + id).statusCode()).isEqualTo(200);
    }

    @Test
    void the_journal_may_be_unreadable() {
        String id = instance.opened("{\"work_notes\":\"first\"}");
        instance.snow.outage().journalUnreadable(true);
        assertThat(results(instance.query("sys_journal_field", "element_id=" + id)))
                .isEmpty();
        instance.snow.outage().end();
        assertThat(results(instance.query("sys_journal_field", "element_id=" + id)))
                .hasSize(1);
    }

    // ServiceNow documentation, "Inbound REST API rate limiting".
    @Test
    void an_administrator_s_rule_limits_requests_by_the_hour() {
        assertThat(instance.get(INCIDENT).headers().map()).doesNotContainKey("x-ratelimit-limit");
        instance.snow.rateRule().perHour(1);
        HttpResponse<String> first = instance.get(INCIDENT);
        HttpResponse<String> second = instance.get(INCIDENT);

        assertThat(first.headers().firstValue("X-RateLimit-Limit")).hasValue("1");
        assertThat(first.headers().firstValue("X-RateLimit-Reset")).hasValue("1772449200");
        assertThat(first.headers().firstValue("X-RateLimit-Rule")).isPresent();
        assertThat(second.statusCode()).isEqualTo(429);
        assertThat(second.headers().firstValue("Retry-After")).hasValue("2670");
        assertThat(object(second).getObject("error").getString("detail"))
                .isEqualTo("Rate limit of 1 requests per hour for Table API exceeded");
        assertThat(instance.send(instance.asPerson("admin", INCIDENT)).statusCode())
                .isEqualTo(200);
        instance.clock.pass(Duration.ofMinutes(45));
        instance.newToken();
        assertThat(instance.get(INCIDENT).statusCode()).isEqualTo(200);
    }

    @Test
    void the_line_of_faults_breaks_the_product_s_call_and_not_a_person_s() {
        String id = instance.opened("{}");
        instance.get(INCIDENT);
        instance.faults.breakCall(0, Fault.RESPONSE_LOST);

        assertThat(instance.patchAs("jane.doe", id, "{\"state\":\"2\"}").statusCode())
                .isEqualTo(200);
        assertThatThrownBy(() -> instance.patch(id, "{\"state\":\"3\"}")).isInstanceOf(UncheckedIOException.class);
        assertThat(instance.faults.calls()).containsExactly("servicenow PATCH incident");
        assertThat(result(instance.get(INCIDENT + "/" + id))).containsEntry("state", "3");
    }
}
