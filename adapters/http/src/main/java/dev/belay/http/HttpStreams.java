package dev.belay.http;

import dev.belay.delivery.Span;
import dev.belay.delivery.Trace;
import dev.belay.failure.RetryAfter;
import dev.belay.file.FileBytes;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Bodies that are too large to hold: read and sent as streams, with as much memory for a gigabyte as for a line, block by block: that is as
 * fast as the slower side. What does not move for a while is given up; redirects
 * are not followed, and nothing is sent twice.
 */
public final class HttpStreams {
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration STALLED = Duration.ofSeconds(60);
    private static final long LARGEST_ANSWER = 1 << 20;
    private static final int MULTIPLE = 300;
    private static final int CONTENT_TOO_LARGE = 413;
    private static final Duration ASKING = Duration.ofSeconds(5);
    private static final String NOTHING_MOVED = "nothing moved any more";

    private HttpStreams() {}

    /** What came back to a request for a body. */
    public sealed interface Opened {
        /** No whole answer. */
        record Nothing(String why) implements Opened {}

        /**
         * An answer whose body is to be read, whatever its status.
         *
         * @param length as it was told; negative where it was not
         * @param retryAfter the header of that name
         * @param says whether there is a header of a name
         */
        record Body(
                int status,
                long length,
                String type,
                Optional<String> retryAfter,
                Predicate<String> says,
                InputStream bytes)
                implements Opened {
            /** What is held to be counted. */
            private static final int HELD = 16 << 20;

            /** Whether it is a page for people, such as one to log in. */
            public boolean isHtml() {
                return type.startsWith("text/html");
            }

            /** Whether another try may be answered otherwise. */
            public boolean mayPass() {
                return HttpResult.mayPass(status);
            }

            /** How long the other side asks us to wait, if it does. */
            public Optional<Duration> retryAfter(Instant now) {
                return retryAfter.flatMap(header -> RetryAfter.of(header, now));
            }

            /**
             * The bytes where they look like a page for people and are so many as the file has: then they are the file. Where the length is
             * not told, they are counted; as many as can be held.
             */
            public Optional<InputStream> pageOf(long expected) throws IOException {
                if (length >= 0 || expected > HELD) {
                    return length == expected ? Optional.of(bytes) : Optional.empty();
                }
                byte[] all = bytes.readNBytes(Math.toIntExact(expected) + 1);
                return all.length == expected ? Optional.of(new ByteArrayInputStream(all)) : Optional.empty();
            }
        }
    }

    /**
     * Asks for a body and hands it over; the connection ends with the reader.
     *
     * @param span of this call, which ends with the connection
     */
    public static <T> T read(Span span, URI address, Map<String, String> headers, Function<Opened, T> reader) {
        HttpURLConnection connection = null;
        Opened.Body body;
        try {
            connection = connection(span, address, headers);
            body = opened(connection);
        } catch (IOException e) {
            end(connection);
            span.end("no answer");
            return reader.apply(new Opened.Nothing(e.getClass().getSimpleName()));
        }
        try {
            return reader.apply(body);
        } finally {
            end(connection);
            span.end(Integer.toString(body.status()));
        }
    }

    private static void end(@Nullable HttpURLConnection connection) {
        if (connection != null) {
            connection.disconnect();
        }
    }

    private static HttpURLConnection connection(Span span, URI address, Map<String, String> headers)
            throws IOException {
        HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
        connection.setInstanceFollowRedirects(false);
        connection.setConnectTimeout(Math.toIntExact(CONNECT.toMillis()));
        connection.setReadTimeout(Math.toIntExact(STALLED.toMillis()));
        headers.forEach(connection::setRequestProperty);
        Trace.current().ifPresent(trace -> connection.setRequestProperty(Trace.HEADER, trace.correlationId()));
        span.id().ifPresent(id -> connection.setRequestProperty(Span.HEADER, id));
        return connection;
    }

    private static Opened.Body opened(HttpURLConnection connection) throws IOException {
        InputStream bytes = bytes(connection);
        String type = connection.getContentType();
        return new Opened.Body(
                connection.getResponseCode(),
                connection.getContentLengthLong(),
                type == null ? "" : type,
                Optional.ofNullable(connection.getHeaderField("Retry-After")),
                name -> connection.getHeaderField(name) != null,
                bytes);
    }

    private static InputStream bytes(HttpURLConnection connection) throws IOException {
        if (connection.getResponseCode() < MULTIPLE) {
            return connection.getInputStream();
        }
        InputStream error = connection.getErrorStream();
        return error == null ? new ByteArrayInputStream(new byte[0]) : error;
    }

    /**
     * Sends the next of these bytes.
     *
     * @param span of this call, which ends with it
     * @param length how many of them
     */
    public static HttpResult send(
            Span span, URI address, String method, Map<String, String> headers, FileBytes bytes, long length) {
        return send(span, address, method, headers, bytes, length, STALLED);
    }

    /** The client reads an answer that comes before all was sent, which the other side then need not take. */
    static HttpResult send(
            Span span,
            URI address,
            String method,
            Map<String, String> headers,
            FileBytes bytes,
            long length,
            Duration patience) {
        long all = bytes.passed() + length;
        HttpRequest request = request(span, address, headers)
                .method(method, BodyPublishers.fromPublisher(new NextBytes(bytes, length), length))
                .build();
        HttpResult result = exchanged(request, sending -> StallWatch.over(sending, bytes::passed, patience));
        boolean brokeOff = result instanceof HttpResult.Lost(String why)
                && !why.equals(NOTHING_MOVED)
                && bytes.passed() < all
                && bytes.isIntact();
        HttpResult told = brokeOff
                ? refused(request(span, address, headers), method, length).orElse(result)
                : result;
        span.end(told.outcome());
        return told;
    }

    private static HttpRequest.Builder request(Span span, URI address, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address);
        headers.forEach(request::header);
        Trace.current().ifPresent(trace -> request.header(Trace.HEADER, trace.correlationId()));
        span.id().ifPresent(id -> request.header(Span.HEADER, id));
        return request;
    }

    /**
     * Why the other side ended the connection while a body was sent, where it is the length: who does not take what comes may end it in
     * a way that loses the answer. The head is sent once more with {@code Expect: 100-continue}, which asks just that before a body is sent
     * (RFC 9110, 10.1.1), and nothing of the body, so that nothing is done.
     */
    private static Optional<HttpResult> refused(HttpRequest.Builder request, String method, long length) {
        HttpRequest head = request.expectContinue(true)
                .method(method, BodyPublishers.fromPublisher(new NoBytes(), length))
                .build();
        HttpResult result = exchanged(head, sending -> StallWatch.over(sending, () -> 0, ASKING));
        return Optional.of(result)
                .filter(said -> said instanceof HttpResult.Answer answer && answer.status() == CONTENT_TOO_LARGE);
    }

    private static HttpResult exchanged(HttpRequest request, Function<Future<?>, StallWatch> watch) {
        HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(CONNECT)
                .build();
        CompletableFuture<HttpResponse<String>> pending = client.sendAsync(request, answer());
        try (StallWatch _ = watch.apply(pending)) {
            HttpResponse<String> response = pending.get();
            return new HttpResult.Answer(response.statusCode(), response.headers(), response.body());
        } catch (ExecutionException e) {
            return HttpSender.failed(e.getCause() == null ? e : e.getCause());
        } catch (CancellationException e) {
            return new HttpResult.Lost(NOTHING_MOVED);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new HttpResult.Lost("interrupted");
        } finally {
            client.shutdownNow();
        }
    }

    private static HttpResponse.BodyHandler<String> answer() {
        return HttpResponse.BodyHandlers.limiting(
                HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8), LARGEST_ANSWER);
    }
}
