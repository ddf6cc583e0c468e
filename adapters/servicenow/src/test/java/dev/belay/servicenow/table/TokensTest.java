package dev.belay.servicenow.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import dev.belay.failure.CredentialsRefused;
import dev.belay.failure.Unavailable;
import dev.belay.record.NoteReference;
import dev.belay.record.RecordChange;
import dev.belay.record.RecordRef;
import dev.belay.record.WorkNote;
import dev.belay.servicenow.Incident;
import dev.belay.servicenow.ServiceNowRecords;
import dev.belay.servicenow.StubInstance;
import dev.belay.servicenow.credential.ClientCredentials;
import dev.belay.simulator.http.Request;
import dev.belay.simulator.http.Response;
import dev.belay.time.MovedClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How the integration user proves who it is. */
final class TokensTest {
    private static final RecordRef REF = RecordRef.of("incident", StubInstance.SYS_ID);
    private static final Response OPAQUE =
            Response.json(401, "{\"error_description\":\"access_denied\",\"error\":\"server_error\"}");
    private static final Response UNAUTHENTICATED = StubInstance.error(401, "User Not Authenticated");

    private final MovedClock clock = MovedClock.at(Instant.parse("2026-11-22T08:00:00Z"));
    private final StubInstance instance = new StubInstance();
    private final ServiceNowRecords records = instance.records(instance.api(clock));

    @AfterEach
    void close() {
        instance.close();
    }

    @Test
    void a_token_is_asked_for_in_a_form_and_shown_as_bearer() {
        instance.answers(Incident.opened().answer());
        records.find(REF);
        Request asked = instance.tokenCalls().getFirst();
        assertThat(asked.method()).isEqualTo("POST");
        assertThat(asked.header("content-type")).contains("application/x-www-form-urlencoded");
        assertThat(asked.form())
                .containsOnly(
                        entry("grant_type", "client_credentials"),
                        entry("client_id", "belay"),
                        entry("client_secret", "s3cret&=+"));
        assertThat(instance.calls().getFirst().header("authorization")).contains("Bearer token-1");
    }

    @Test
    void a_token_is_kept_until_a_minute_before_its_end() {
        instance.answers(Incident.opened().answer());
        records.find(REF);
        clock.advance(Duration.ofSeconds(1799 - 61));
        records.find(REF);
        assertThat(instance.tokenCalls()).hasSize(1);
        clock.advance(Duration.ofSeconds(1));
        records.find(REF);
        assertThat(instance.tokenCalls()).hasSize(2);
    }

    @Test
    void a_token_with_little_life_left_is_used_for_half_of_it() {
        instance.answers(Incident.opened().answer()).answersForToken(StubInstance.token("old", 40));
        records.find(REF);
        clock.advance(Duration.ofSeconds(19));
        records.find(REF);
        assertThat(instance.tokenCalls()).hasSize(1);
        clock.advance(Duration.ofSeconds(1));
        records.find(REF);
        assertThat(instance.tokenCalls()).hasSize(2);
    }

    @Test
    void many_threads_fetch_one_token() {
        instance.answers(Incident.opened().answer());
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 50; i++) {
                threads.execute(() -> records.find(REF));
            }
        }
        assertThat(instance.calls()).hasSize(50);
        assertThat(instance.tokenCalls()).hasSize(1);
    }

    @Test
    void a_refused_token_is_replaced_once_and_the_read_repeated() {
        instance.answers(UNAUTHENTICATED, Incident.opened().answer());
        assertThat(records.find(REF)).isPresent();
        assertThat(instance.calls())
                .extracting(call -> call.header("authorization").orElse(""))
                .containsExactly("Bearer token-1", "Bearer token-2");
        assertThat(instance.counted).isEmpty();
        assertThat(instance.refusals).isEmpty();
    }

    @Test
    void a_refused_token_is_replaced_once_and_the_write_repeated() {
        instance.answers(
                UNAUTHENTICATED, Incident.opened().with("u_conversation", "C1").answer());
        WorkNote note = new WorkNote("Here", new NoteReference("bly-abcdefghijkm"));
        assertThat(records.change(REF, new RecordChange(RecordChange.Fields.NONE.conversation("slack", "C1"), note))
                        .conversations())
                .containsEntry("slack", "C1");
        assertThat(instance.calls()).hasSize(2);
        assertThat(instance.calls().get(1).text())
                .isEqualTo(instance.calls().get(0).text());
    }

    @Test
    void a_fresh_token_that_is_refused_too_is_refused_credentials_and_counted() {
        instance.answers(UNAUTHENTICATED);
        assertThatThrownBy(() -> records.find(REF))
                .isInstanceOf(CredentialsRefused.class)
                .hasMessageContaining("snc_platform_rest_api_access");
        assertThat(instance.calls()).hasSize(2);
        assertThat(instance.tokenCalls()).hasSize(2);
        assertThat(instance.counted).containsExactly("TokenRejected servicenow");
        assertThat(instance.refusals).singleElement().asString().contains("a fresh token is refused too");
    }

    @Test
    void an_opaque_refusal_lists_what_may_be_the_cause_and_is_counted() {
        instance.answersForToken(OPAQUE, OPAQUE);
        assertThatThrownBy(() -> records.find(REF))
                .isInstanceOf(CredentialsRefused.class)
                .message()
                .contains("client id or secret", "glide.oauth.inbound.client.credential.grant_type.enabled")
                .contains("OAuth Application User", "password reset", "auth scope")
                .doesNotContain("s3cret");
        assertThat(instance.tokenCalls()).hasSize(1);
        assertThat(instance.calls()).isEmpty();
        assertThat(instance.counted).containsExactly("TokenRejected servicenow");
        assertThat(instance.refusals)
                .singleElement()
                .asString()
                .contains("no access token")
                .doesNotContain("s3cret");
    }

    @Test
    void a_rotated_secret_is_read_again_once_it_is_refused() {
        instance.answers(Incident.opened().answer()).answersForToken(OPAQUE);
        AtomicInteger version = new AtomicInteger();
        TableApi api = new TableApi(
                instance.url(),
                () -> new ClientCredentials("belay", "secret-" + version.incrementAndGet()),
                instance.counters(),
                clock);
        assertThat(instance.records(api).find(REF)).isPresent();
        assertThat(instance.counted).isEmpty();
        assertThat(instance.tokenCalls())
                .extracting(call -> call.form().get("client_secret"))
                .containsExactly("secret-1", "secret-2");
    }

    @Test
    void too_many_requests_for_a_token_are_waited_out() {
        instance.answersForToken(Response.empty(429).with("Retry-After", "9"));
        assertThatThrownBy(() -> records.find(REF))
                .isInstanceOfSatisfying(
                        Unavailable.class, e -> assertThat(e.retryAfter()).contains(Duration.ofSeconds(9)));
    }

    @Test
    void an_endpoint_out_of_order_is_unavailable() {
        for (Response response : List.of(
                Response.empty(500),
                Response.empty(202),
                Response.html(503, "<html>x</html>"),
                Response.html(200, "<html>Your instance is hibernating</html>"),
                Response.json(200, "{\"access_"))) {
            instance.answersForToken(response);
            assertThatThrownBy(() -> records.find(REF)).as(response.toString()).isInstanceOf(Unavailable.class);
        }
        assertThat(instance.refusals).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"access_token\":\"\"}",
                "{\"access_token\":7}",
                "{\"access_token\":\"a b\\u0000\",\"expires_in\":1799}",
                "{\"error\":\"server_error\",\"access_token\":\"x\",\"expires_in\":1799}"
            })
    void an_answer_without_a_token_is_refused_credentials_and_counted(String body) {
        instance.answersForToken(Response.json(200, body));
        assertThatThrownBy(() -> records.find(REF)).isInstanceOf(CredentialsRefused.class);
        assertThat(instance.counted).containsExactly("TokenRejected servicenow");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"access_token\":\"x\"}", "{\"access_token\":\"x\",\"expires_in\":\"soon\"}"})
    void a_token_whose_life_is_not_told_is_not_kept(String body) {
        instance.answers(Incident.opened().answer()).answersForToken(Response.json(200, body));
        records.find(REF);
        records.find(REF);
        assertThat(instance.tokenCalls()).hasSize(2);
    }

    @Test
    void credentials_do_not_show_their_secret() {
        assertThat(new ClientCredentials("belay", "s3cret").toString()).doesNotContain("s3cret");
    }
}
