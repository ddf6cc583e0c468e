package dev.belay.servicenow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belay.failure.OutcomeUnknown;
import dev.belay.failure.Rejected;
import dev.belay.failure.Unavailable;
import dev.belay.record.NoteReference;
import dev.belay.record.RecordChange;
import dev.belay.record.RecordRef;
import dev.belay.record.WorkNote;
import dev.belay.simulator.http.Response;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What ServiceNow's ways of failing mean to us. */
final class FailuresTest {
    private static final RecordRef REF = RecordRef.of("incident", StubInstance.SYS_ID);
    private static final RecordChange CHANGE = new RecordChange(
            RecordChange.Fields.NONE.conversation("slack", "C1"),
            new WorkNote("A private word", new NoteReference("bly-abcdefghijkm")));

    private final StubInstance instance = new StubInstance();
    private final ServiceNowRecords records = instance.records();

    @AfterEach
    void close() {
        instance.close();
    }

    /** Answers after which nobody knows whether the request was done. */
    static Stream<Response> unclear() {
        return Stream.of(
                Response.empty(202),
                Response.json(202, "{\"result\":{}}"),
                Response.empty(204),
                Response.html(200, "<html>Your instance is hibernating</html>"),
                StubInstance.error(200, "Transaction cancelled: maximum execution time exceeded"),
                Response.json(200, "{\"result\":{},\"error\":{\"message\":\"x\",\"detail\":null}}"),
                Response.json(200, "{\"result\":{},\"status\":\"failure\"}"),
                Response.json(200, "{}"),
                Response.json(200, "{\"result\":\"\"}"),
                Response.json(200, "{\"result\":{\"sys_id\":"),
                Response.json(200, "[]"),
                Response.text(200, "application/json-patch", "{\"result\":{}}"),
                new Response(200, Map.of(), "{\"result\":{}}".getBytes(StandardCharsets.UTF_8)),
                Response.empty(408),
                StubInstance.error(500, "Transaction failed"),
                Response.html(502, "<html>Bad gateway</html>"),
                Response.html(503, "<html>Unavailable</html>"),
                Response.html(504, "<html>Gateway time-out</html>"));
    }

    @ParameterizedTest
    @MethodSource("unclear")
    void an_unclear_answer_to_a_read_is_unavailable(Response response) {
        instance.answers(response);
        assertThatThrownBy(() -> records.find(REF)).isInstanceOf(Unavailable.class);
        assertThat(instance.calls()).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("unclear")
    void an_unclear_answer_to_a_write_is_an_unknown_outcome(Response response) {
        instance.answers(response);
        assertThatThrownBy(() -> records.change(REF, CHANGE)).isInstanceOf(OutcomeUnknown.class);
        assertThat(instance.calls()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {302, 400, 403, 405, 406, 415})
    void a_refusal_is_rejected_with_what_servicenow_said(int status) {
        instance.answers(StubInstance.error(status, "Operation  Failed"));
        for (Runnable call : List.<Runnable>of(() -> records.find(REF), () -> records.change(REF, CHANGE))) {
            assertThatThrownBy(call::run)
                    .asInstanceOf(InstanceOfAssertFactories.type(Rejected.class))
                    .extracting(Rejected::said)
                    .asString()
                    .contains("incident: HTTP " + status, "Operation Failed");
        }
    }

    /** A redirect, a log-in page, a proxy's error: whether the write was done is unknown, and a read is tried again. */
    @ParameterizedTest
    @ValueSource(ints = {302, 400, 403, 404, 405, 406, 415})
    void what_the_api_did_not_say_is_no_refusal(int status) {
        instance.answers(Response.html(status, "<html>Log in</html>").with("Location", "/login.do"));
        assertThatThrownBy(() -> records.change(REF, CHANGE)).isInstanceOf(OutcomeUnknown.class);
        assertThatThrownBy(() -> records.find(REF)).isInstanceOf(Unavailable.class);
    }

    @Test
    void what_an_instance_says_in_its_own_words_is_not_repeated() {
        instance.answers(StubInstance.error(403, "Caller jane@acme.example must say the vault's PIN 4711"));
        assertThatThrownBy(() -> records.change(REF, CHANGE))
                .isInstanceOf(Rejected.class)
                .hasMessageContaining("HTTP 403, in words of the instance's own")
                .hasMessageNotContaining("jane")
                .hasMessageNotContaining("4711");
    }

    @Test
    void too_many_requests_is_unavailable_for_as_long_as_it_says() {
        instance.answers(StubInstance.error(429, "Rate limit exceeded").with("Retry-After", "17"));
        for (Runnable call : List.<Runnable>of(() -> records.find(REF), () -> records.change(REF, CHANGE))) {
            assertThat(unavailable(call).retryAfter()).contains(Duration.ofSeconds(17));
        }
    }

    @Test
    void too_many_requests_without_a_time_leaves_it_open() {
        for (String header : List.of("", "soon", "-1", "Wed, 21 Brumaire")) {
            Response response = StubInstance.error(429, "Too many requests");
            try (StubInstance other = new StubInstance()) {
                other.answers(header.isEmpty() ? response : response.with("Retry-After", header));
                assertThat(unavailable(() -> other.records().change(REF, CHANGE))
                                .retryAfter())
                        .as(header)
                        .isEmpty();
            }
        }
    }

    @Test
    void more_than_an_hour_is_not_believed() {
        instance.answers(StubInstance.error(429, "Too many requests").with("Retry-After", "99999999999999999999"));
        assertThat(unavailable(() -> records.find(REF)).retryAfter()).contains(Duration.ofHours(1));
    }

    @Test
    void an_outage_may_say_how_long_to_wait() {
        instance.answers(Response.empty(503).with("Retry-After", "120"));
        assertThat(unavailable(() -> records.find(REF)).retryAfter()).contains(Duration.ofMinutes(2));
    }

    @Test
    void only_the_api_itself_says_that_a_record_is_not_there() {
        instance.answers(StubInstance.error(404, "No Record found"));
        assertThat(records.find(REF)).isEmpty();
        instance.answers(Response.html(404, "<html>Not found</html>"));
        assertThat(records.find(REF)).isEmpty();
        assertThatThrownBy(() -> records.find(REF)).isInstanceOf(Unavailable.class);
    }

    @Test
    void a_write_to_a_record_that_is_not_there_is_rejected() {
        instance.answers(StubInstance.error(404, "No Record found"));
        assertThatThrownBy(() -> records.change(REF, CHANGE)).isInstanceOf(Rejected.class);
    }

    @Test
    void no_failure_repeats_a_note_a_token_or_a_secret() {
        instance.answers(StubInstance.error(403, "Operation Failed"), StubInstance.error(500, "x"));
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> records.change(REF, CHANGE))
                    .message()
                    .doesNotContain("private word", "token-1", "s3cret");
        }
    }

    @Test
    void a_long_reason_is_cut() {
        instance.answers(StubInstance.error(403, "x".repeat(10_000)));
        assertThatThrownBy(() -> records.find(REF)).message().hasSizeLessThan(300);
    }

    private static Unavailable unavailable(Runnable call) {
        try {
            call.run();
        } catch (Unavailable e) {
            return e;
        }
        throw new AssertionError("nothing was unavailable");
    }
}
