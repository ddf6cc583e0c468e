package dev.belay.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.delivery.Span;
import dev.belay.file.FileBytes;
import dev.belay.simulator.http.RawServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How a streamed body ends, as its result tells it. */
final class HttpStreamsTest {
    private static final String DROPPED = "";
    private static final long LARGE = 1L << 28;

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 302, 401, 403, 413, 429, 503})
    void what_was_sent_is_answered_with_whatever_came_and_was_sent_once(int status) {
        try (RawServer server = new RawServer(_ -> RawServer.json(status, "Location: /elsewhere\r\n", "{\"a\":1}"))) {
            assertThat(send(server.at("/upload"), file("bytes"), 5))
                    .isInstanceOfSatisfying(HttpResult.Answer.class, answer -> assertThat(answer.status())
                            .isEqualTo(status));
            assertThat(server.requests()).hasSize(1);
        }
    }

    /** It says so by the length that it is told, and takes nothing of what is sent. */
    @ParameterizedTest
    @ValueSource(longs = {1 << 17, 1 << 20, LARGE})
    void an_answer_that_comes_before_anything_was_taken_is_read(long length) {
        try (RawServer server = RawServer.hasty(_ -> RawServer.json(413, "Connection: close\r\n", "{\"a\":1}"))) {
            FileBytes bytes = new FileBytes(new Endless(), length);
            assertThat(send(server.at("/upload"), bytes, length))
                    .isInstanceOfSatisfying(HttpResult.Answer.class, answer -> {
                        assertThat(answer.status()).isEqualTo(413);
                        assertThat(answer.body()).isEqualTo("{\"a\":1}");
                    });
        }
    }

    /** Its head is asked about once, and an answer that says nothing of the length is no reason. */
    @Test
    void a_connection_that_ends_while_a_body_is_sent_is_lost() {
        for (String answer : List.of(DROPPED, RawServer.json(503, "Connection: close\r\n", "{}"))) {
            try (RawServer server = RawServer.hasty(seen -> seen.number() == 1 ? DROPPED : answer)) {
                FileBytes bytes = new FileBytes(new Endless(), LARGE);
                assertThat(send(server.at("/upload"), bytes, LARGE)).isInstanceOf(HttpResult.Lost.class);
                assertThat(bytes.isWhole()).isFalse();
                assertThat(server.requests()).hasSize(2);
            }
        }
    }

    @Test
    void a_file_that_ends_early_by_itself_is_not_asked_about() {
        try (RawServer server = new RawServer(_ -> DROPPED)) {
            assertThat(send(server.at("/upload"), new FileBytes(new ByteArrayInputStream(new byte[3]), LARGE), LARGE))
                    .isInstanceOf(HttpResult.Lost.class);
            assertThat(server.requests()).hasSizeLessThan(2);
        }
    }

    @Test
    void the_next_bytes_of_a_file_are_sent_and_no_more() {
        try (RawServer server = new RawServer(_ -> RawServer.json(200, "", "{}"))) {
            FileBytes bytes = file("parts of it");
            assertThat(send(server.at("/upload"), bytes, 5)).isInstanceOf(HttpResult.Answer.class);
            assertThat(bytes.passed()).isEqualTo(5);
            assertThat(send(server.at("/upload"), bytes, 6)).isInstanceOf(HttpResult.Answer.class);
            assertThat(bytes.isWhole()).isTrue();
            assertThat(server.requests()).allSatisfy(request -> assertThat(request.headers())
                    .anyMatch(header -> header.toLowerCase(Locale.ROOT).startsWith("content-length: ")));
        }
    }

    @Test
    void what_ends_early_is_lost() {
        try (RawServer server = new RawServer(_ -> RawServer.json(200, "", "{}"))) {
            assertThat(send(server.at("/upload"), file("byt"), 5)).isInstanceOf(HttpResult.Lost.class);
        }
    }

    /** A file that is a page cannot be told from a page to log in but by how long it is. */
    @Test
    void a_page_is_the_file_where_it_is_as_long_as_that_whether_its_length_is_told_or_not() {
        String page = "<html>";
        for (String answer : List.of(
                "Content-Length: 6\r\n\r\n" + page,
                "Transfer-Encoding: chunked\r\n\r\n6\r\n" + page + "\r\n0\r\n\r\n")) {
            try (RawServer server = new RawServer(_ -> "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n" + answer)) {
                assertThat(page(server, 6)).contains(page);
                assertThat(page(server, 5)).isEmpty();
                assertThat(page(server, 7)).isEmpty();
            }
        }
    }

    private static Optional<String> page(RawServer server, long expected) {
        return HttpStreams.read(Span.call("a", "b"), server.at("/file"), Map.of(), opened -> {
            try {
                HttpStreams.Opened.Body body = (HttpStreams.Opened.Body) opened;
                Optional<InputStream> file = body.pageOf(expected);
                return file.isPresent()
                        ? Optional.of(new String(file.get().readAllBytes(), StandardCharsets.UTF_8))
                        : Optional.empty();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    @Test
    void a_dropped_connection_is_lost_and_was_sent_once() {
        try (RawServer server = new RawServer(_ -> DROPPED)) {
            assertThat(send(server.at("/upload"), file("bytes"), 5)).isInstanceOf(HttpResult.Lost.class);
            assertThat(server.requests()).hasSize(1);
        }
    }

    /** The port is free again, which is as near as a test gets to what does not listen. */
    @Test
    void what_nobody_listens_to_was_not_sent() throws IOException {
        URI address;
        try (ServerSocket once = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            address = URI.create("http://127.0.0.1:" + once.getLocalPort() + "/upload");
        }
        assertThat(send(address, file("bytes"), 5)).isInstanceOf(HttpResult.NotSent.class);
    }

    /** It is accepted and never read, until the sockets' buffers are full. */
    @Test
    @Timeout(value = 60, unit = TimeUnit.SECONDS)
    void what_is_not_taken_any_more_is_given_up() throws IOException {
        try (ServerSocket deaf = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            URI address = URI.create("http://127.0.0.1:" + deaf.getLocalPort() + "/upload");
            FileBytes bytes = new FileBytes(new Endless(), LARGE);
            assertThat(HttpStreams.send(
                            Span.call("test", "call"), address, "POST", Map.of(), bytes, LARGE, Duration.ofMillis(600)))
                    .isInstanceOf(HttpResult.Lost.class);
            assertThat(bytes.isWhole()).isFalse();
            try (Socket accepted = deaf.accept()) {
                assertThat(accepted.isConnected()).isTrue();
            }
        }
    }

    @Test
    void a_body_is_read_with_its_status_length_and_type() {
        try (RawServer server = new RawServer(_ -> RawServer.json(403, "", "{\"a\":1}"))) {
            assertThat(HttpStreams.read(Span.call("test", "call"), server.at("/file"), Map.of(), HttpStreamsTest::told))
                    .isEqualTo("403 7 {\"a\":1}");
        }
    }

    @Test
    void nothing_is_read_where_the_connection_drops() {
        try (RawServer server = new RawServer(_ -> DROPPED)) {
            assertThat(HttpStreams.read(Span.call("test", "call"), server.at("/file"), Map.of(), HttpStreamsTest::told))
                    .isEqualTo("nothing");
        }
    }

    @Test
    void a_redirect_is_not_followed() {
        try (RawServer server = new RawServer(_ -> RawServer.json(302, "Location: /elsewhere\r\n", "{}"))) {
            assertThat(HttpStreams.read(Span.call("test", "call"), server.at("/file"), Map.of(), HttpStreamsTest::told))
                    .startsWith("302 ");
            assertThat(server.requests()).hasSize(1);
        }
    }

    private static String told(HttpStreams.Opened opened) {
        return switch (opened) {
            case HttpStreams.Opened.Nothing _ -> "nothing";
            case HttpStreams.Opened.Body body -> body.status() + " " + body.length() + " " + text(body.bytes());
        };
    }

    private static String text(InputStream bytes) {
        try {
            return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static HttpResult send(URI address, FileBytes bytes, long length) {
        return HttpStreams.send(Span.call("test", "call"), address, "POST", Map.of(), bytes, length);
    }

    private static FileBytes file(String text) {
        return new FileBytes(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), text.length());
    }

    /** Zeroes without end. */
    private static final class Endless extends InputStream {
        @Override
        public int read() {
            return 0;
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            return length;
        }
    }
}
