package dev.belay.simulator.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belay.simulator.call.HttpFailure;
import dev.belay.simulator.http.Faults;
import dev.belay.simulator.http.Faults.Fault;
import dev.belay.simulator.http.Response;
import dev.belay.simulator.time.PassingClock;
import dev.belay.simulator.webhook.Delivery.Outcome;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A receiver proves who calls, does each key's work once, and answers as it is told. */
final class SimulatedWebhookTest {
    private static final byte[] KEY = "sample_key".getBytes(UTF_8);
    private static final String BODY = "{\"record\":\"INC0010001\",\"name\":\"Zoë\"}";

    private final PassingClock clock = new PassingClock(() -> Instant.parse("2026-03-02T10:15:30Z"));
    private final Faults faults = new Faults();
    private final SignedByKey proof = new SignedByKey(clock).key("k1", KEY);
    private final SimulatedWebhook webhook = SimulatedWebhook.start(0, faults, clock, proof);
    private final HttpClient http = HttpClient.newHttpClient();

    @AfterEach
    void stop() {
        http.close();
        webhook.close();
    }

    private static String signature(byte[] key, String signed) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return "v1=" + Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private HttpRequest.Builder signed(String key, String body) {
        String time = Long.toString(clock.instant().getEpochSecond());
        return HttpRequest.newBuilder(webhook.url().resolve("/hooks/belay"))
                .setHeader("Content-Type", "application/json")
                .setHeader("Idempotency-Key", key)
                .setHeader("X-Belay-Timestamp", time)
                .setHeader("X-Belay-Key-Id", "k1")
                .setHeader("X-Belay-Signature", signature(KEY, "v1:" + time + ":" + body))
                .POST(BodyPublishers.ofString(body));
    }

    private HttpResponse<String> attempt(HttpRequest.Builder request) throws IOException {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private int status(HttpRequest.Builder request) {
        try {
            return attempt(request).statusCode();
        } catch (IOException e) {
            return 0;
        }
    }

    private int sim(String command, String json) {
        return status(HttpRequest.newBuilder(webhook.url().resolve("/_sim/" + command))
                .POST(BodyPublishers.ofString(json)));
    }

    @Test
    void a_signed_request_is_done() {
        assertThat(status(signed("a", BODY))).isEqualTo(200);
        assertThat(webhook.effects()).singleElement().satisfies(delivery -> {
            assertThat(delivery.key()).isEqualTo("a");
            assertThat(delivery.body()).isEqualTo(BODY);
            assertThat(delivery.request().path()).isEqualTo("/hooks/belay");
        });
    }

    @Test
    void a_request_that_comes_again_is_done_once_and_answered_alike() throws IOException {
        webhook.work(request ->
                Response.json(201, "{\"ticket\":" + webhook.received().size() + "}"));
        String first = attempt(signed("a", BODY)).body();
        HttpResponse<String> again = attempt(signed("a", BODY));

        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first);
        assertThat(webhook.received()).extracting(Delivery::outcome).containsExactly(Outcome.DONE, Outcome.REPEATED);
    }

    @Test
    void a_key_is_good_for_one_body() {
        assertThat(status(signed("a", BODY))).isEqualTo(200);
        assertThat(status(signed("a", "{}"))).isEqualTo(422);
        assertThat(webhook.effects()).hasSize(1);
    }

    @Test
    void a_request_without_a_key_is_refused() {
        assertThat(status(signed(" ", BODY))).isEqualTo(400);
        assertThat(webhook.effects()).isEmpty();
    }

    @Test
    void a_receiver_that_never_heard_of_keys_does_it_again() {
        webhook.forgetful(true);
        assertThat(status(signed("a", BODY))).isEqualTo(200);
        assertThat(status(signed("a", BODY))).isEqualTo(200);

        assertThat(webhook.effects()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({
        "X-Belay-Signature,v1=AAAA",
        "X-Belay-Signature,nothing",
        "X-Belay-Timestamp,1772446531",
        "X-Belay-Timestamp,soon",
        "X-Belay-Key-Id,k2"
    })
    void a_signature_that_does_not_hold_is_refused(String header, String value) {
        assertThat(status(signed("a", BODY).setHeader(header, value))).isEqualTo(401);
        assertThat(webhook.received()).extracting(Delivery::outcome).containsExactly(Outcome.UNPROVED);
    }

    @Test
    void a_signature_is_good_for_five_minutes() {
        HttpRequest.Builder request = signed("a", BODY);
        clock.pass(Duration.ofMinutes(5));
        assertThat(status(request)).isEqualTo(200);
        clock.pass(Duration.ofSeconds(1));
        assertThat(status(request)).isEqualTo(401);
    }

    @Test
    void a_key_that_was_taken_out_proves_nothing() {
        proof.forget("k1");
        assertThat(status(signed("a", BODY))).isEqualTo(401);
    }

    @Test
    void only_json_that_is_posted_is_taken() {
        assertThat(status(signed("a", "no json"))).isEqualTo(415);
        assertThat(status(signed("a", BODY).setHeader("Content-Type", "text/plain")))
                .isEqualTo(415);
        assertThat(status(signed("a", BODY).method("PUT", BodyPublishers.ofString(BODY))))
                .isEqualTo(415);
        assertThat(webhook.effects()).isEmpty();
    }

    @Test
    void what_the_receiver_would_not_do_is_not_remembered() {
        webhook.work(request -> Response.json(409, "{}"));
        assertThat(status(signed("a", BODY))).isEqualTo(409);
        webhook.work(Work.TAKES);
        assertThat(status(signed("a", BODY))).isEqualTo(200);

        assertThat(webhook.received()).extracting(Delivery::outcome).containsExactly(Outcome.REFUSED, Outcome.DONE);
    }

    @Test
    void a_redirection_is_an_answer_like_any_other() throws IOException {
        webhook.work(request -> Response.empty(307).with("Location", "http://169.254.169.254/"));

        assertThat(attempt(signed("a", BODY)).headers().firstValue("Location")).hasValue("http://169.254.169.254/");
    }

    @Test
    void it_fails_in_the_words_of_every_system() throws IOException {
        assertThat(sim("fail", "{\"call\":\"POST\",\"how\":\"limit\",\"retry_after\":7}"))
                .isEqualTo(200);
        HttpResponse<String> limited = attempt(signed("a", BODY));
        assertThat(limited.statusCode()).isEqualTo(429);
        assertThat(limited.headers().firstValue("Retry-After")).hasValue("7");
        assertThat(sim("fail", "{\"call\":\"POST\",\"how\":\"error\",\"status\":410}"))
                .isEqualTo(200);
        assertThat(status(signed("a", BODY))).isEqualTo(410);
        assertThat(sim("fail", "{\"call\":\"POST\",\"how\":\"status\",\"status\":502}"))
                .isEqualTo(200);
        assertThat(status(signed("a", BODY))).isEqualTo(502);
        assertThat(sim("fail", "{\"call\":\"POST\",\"how\":\"lost_request\"}")).isEqualTo(200);
        assertThatThrownBy(() -> attempt(signed("a", BODY))).isInstanceOf(IOException.class);
        assertThat(webhook.effects()).isEmpty();
        assertThat(sim("fail", "{\"call\":\"POST\",\"how\":\"error_after\"}")).isEqualTo(200);
        assertThat(status(signed("a", BODY))).isEqualTo(500);
        assertThat(webhook.effects()).hasSize(1);
    }

    @Test
    void an_answer_that_was_lost_is_given_when_the_request_comes_again() {
        webhook.failing().next(1, SimulatedWebhook.CALL, new HttpFailure.Dropped(true));
        assertThatThrownBy(() -> attempt(signed("a", BODY))).isInstanceOf(IOException.class);

        assertThat(status(signed("a", BODY))).isEqualTo(200);
        assertThat(webhook.effects()).hasSize(1);
    }

    @Test
    void a_request_hangs_after_its_work_was_done_until_it_is_let_go() {
        webhook.failing().next(1, SimulatedWebhook.CALL, new HttpFailure.Hanging(true));
        CompletableFuture<Integer> answer = CompletableFuture.supplyAsync(() -> status(signed("a", BODY)));

        assertThat(webhook.failing().awaitHanging(1, Duration.ofSeconds(10))).isTrue();
        assertThat(webhook.effects()).hasSize(1);
        assertThat(answer).isNotDone();
        webhook.failing().release();
        assertThat(answer.join()).isZero();
    }

    @Test
    void its_calls_are_numbered_with_those_of_the_other_systems() {
        faults.breakCall(0, Fault.RESPONSE_LOST);
        assertThatThrownBy(() -> attempt(signed("a", BODY))).isInstanceOf(IOException.class);

        assertThat(faults.calls()).containsExactly("webhook POST");
        assertThat(webhook.effects()).hasSize(1);
    }

    @Test
    void what_arrived_is_shown() throws IOException {
        attempt(signed("a", BODY));

        assertThat(attempt(HttpRequest.newBuilder(webhook.url().resolve("/_sim/deliveries")))
                        .body())
                .contains("\"key\":\"a\"", "\"outcome\":\"done\"", "INC0010001");
        webhook.forgetCalls();
        assertThat(webhook.received()).isEmpty();
    }
}
