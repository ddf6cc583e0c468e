package dev.belay.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belay.delivery.Delivery;
import dev.belay.delivery.Span;
import dev.belay.delivery.Trace;
import dev.belay.failure.CallEffect;
import dev.belay.failure.Unavailable;
import dev.belay.simulator.http.RawServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How a request ends, as its result tells it. */
final class HttpSenderTest {
    private static final String DROPPED = "";

    private final HttpSender http = new HttpSender(HttpSender.USUAL_TIMEOUT);

    @Test
    void a_request_carries_the_correlation_id_of_what_it_is_sent_for() {
        try (RawServer server = new RawServer(_ -> RawServer.json(200, "", "{}"))) {
            Trace.of("the-click", () -> http.send(Span.call("test", "call"), request(server, "GET"), CallEffect.READ));
            assertThat(server.requests().getFirst().headers()).contains("X-Correlation-ID: the-click");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PATCH", "PUT"})
    void a_write_whose_connection_drops_is_lost_and_was_sent_once(String method) {
        try (RawServer server = new RawServer(_ -> DROPPED)) {
            assertThat(http.send(Span.call("test", "call"), request(server, method), CallEffect.NOT_IDEMPOTENT))
                    .isInstanceOf(HttpResult.Lost.class);
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void a_write_whose_pooled_connection_drops_is_lost_and_was_sent_once() {
        try (RawServer server =
                new RawServer(request -> request.number() == 1 ? RawServer.json(200, "", "{}") : DROPPED)) {
            http.send(Span.call("test", "call"), request(server, "POST"), CallEffect.NOT_IDEMPOTENT);
            assertThat(http.send(Span.call("test", "call"), request(server, "POST"), CallEffect.NOT_IDEMPOTENT))
                    .isInstanceOf(HttpResult.Lost.class);
            assertThat(server.requests()).hasSize(2);
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    /** The port is taken, so that no other process listens there meanwhile. */
    @Test
    void what_nobody_listens_to_was_not_sent() throws IOException {
        try (Socket taken = new Socket()) {
            taken.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            URI address = URI.create("http://127.0.0.1:" + taken.getLocalPort() + "/api");
            assertThat(http.send(Span.call("test", "call"), request(address, "POST"), CallEffect.NOT_IDEMPOTENT))
                    .isInstanceOf(HttpResult.NotSent.class);
        }
    }

    @Test
    void an_answer_whose_body_never_ends_is_lost() {
        String started = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{";
        try (RawServer server = new RawServer(_ -> started)) {
            HttpResult result = new HttpSender(Duration.ofMillis(200))
                    .send(Span.call("test", "call"), request(server, "GET"), CallEffect.READ);
            assertThat(result).isEqualTo(new HttpResult.Lost("no answer in time"));
        }
    }

    @Test
    void what_does_not_fit_into_the_time_of_its_delivery_is_not_sent() {
        try (RawServer server = new RawServer(_ -> RawServer.json(200, "", "{}"))) {
            Delivery late = Delivery.of("message", Instant.EPOCH, () -> HttpSender.USUAL_TIMEOUT);
            assertThatThrownBy(() -> late.run(() ->
                            http.send(Span.call("test", "call"), request(server, "POST"), CallEffect.NOT_IDEMPOTENT)))
                    .isInstanceOf(Unavailable.class);
            assertThat(server.requests()).isEmpty();
            assertThat(late.run(
                            () -> http.send(Span.call("test", "call"), request(server, "POST"), CallEffect.REPEATABLE)))
                    .isInstanceOf(HttpResult.Answer.class);
        }
    }

    @Test
    void an_answer_that_is_too_large_is_lost() {
        String large = RawServer.json(200, "", "\"" + "x".repeat(9 << 20) + "\"");
        try (RawServer server = new RawServer(_ -> large)) {
            assertThat(http.send(Span.call("test", "call"), request(server, "POST"), CallEffect.NOT_IDEMPOTENT))
                    .isInstanceOf(HttpResult.Lost.class);
        }
    }

    @Test
    void a_redirect_is_an_answer_and_is_not_followed() {
        try (RawServer server =
                new RawServer(_ -> "HTTP/1.1 302 Found\r\nLocation: /elsewhere\r\nContent-Length: 0\r\n\r\n")) {
            HttpResult.Answer answer = answered(server);
            assertThat(answer.status()).isEqualTo(302);
            assertThat(answer.isRefusal()).isTrue();
            assertThat(server.requests()).hasSize(1);
        }
    }

    @ParameterizedTest
    @CsvSource({"200,false", "302,true", "400,true", "404,true", "408,false", "429,false", "499,true", "500,false"})
    void only_some_answers_say_that_nothing_was_done(int status, boolean refuses) {
        try (RawServer server = new RawServer(_ -> RawServer.json(status, "", "{}"))) {
            assertThat(answered(server).isRefusal()).isEqualTo(refuses);
        }
    }

    @Test
    void an_answer_tells_what_it_is_and_how_long_to_wait_and_never_shows_its_body() {
        Instant now = Instant.parse("2026-11-23T10:00:00Z");
        try (RawServer server = new RawServer(_ -> RawServer.json(503, "Retry-After: 7\r\n", "{\"a\":\"secret\"}"))) {
            HttpResult.Answer answer = answered(server);
            assertThat(answer.isJson()).isTrue();
            assertThat(answer.retryAfter(now)).contains(Duration.ofSeconds(7));
            assertThat(answer.header("nothing")).isEmpty();
            assertThat(answer).hasToString("HTTP 503");
        }
        String page = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 2\r\n\r\n{}";
        try (RawServer server = new RawServer(_ -> page)) {
            assertThat(answered(server).isJson()).isFalse();
            assertThat(answered(server).retryAfter(now)).isEmpty();
        }
    }

    private HttpResult.Answer answered(RawServer server) {
        return (HttpResult.Answer)
                http.send(Span.call("test", "call"), request(server, "POST"), CallEffect.NOT_IDEMPOTENT);
    }

    private static HttpRequest request(RawServer server, String method) {
        return request(server.at("/api"), method);
    }

    private static HttpRequest request(URI address, String method) {
        return HttpRequest.newBuilder(address)
                .method(method, HttpRequest.BodyPublishers.ofString("{}"))
                .build();
    }
}
