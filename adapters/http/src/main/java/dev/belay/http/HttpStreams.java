package dev.belay.http;

import dev.belay.delivery.Span;
import dev.belay.delivery.Trace;
import dev.belay.file.FileBytes;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpRetryException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Bodies that are too large to hold: read and sent as streams, with as much memory for a gigabyte as for a line. One thread reads from one
 * side and writes to the other, block by block: that is as fast as the slower side. What does not move for a while is given up; redirects
 * are not followed, and nothing is sent twice.
 */
public final class HttpStreams {
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration STALLED = Duration.ofSeconds(60);
    private static final int BLOCK = 1 << 16;
    private static final int LARGEST_ANSWER = 1 << 20;
    private static final int MULTIPLE = 300;

    private HttpStreams() {}

    /** What came back to a request for a body. */
    public sealed interface Opened {
        /** No whole answer. */
        record Nothing(String why) implements Opened {}

        /**
         * An answer whose body is to be read, whatever its status.
         *
         * @param length as it was told; negative where it was not
         */
        record Body(int status, long length, String type, InputStream bytes) implements Opened {
            /** Whether it is a page for people, such as one to log in. */
            public boolean isHtml() {
                return type.startsWith("text/html");
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
                connection.getResponseCode(), connection.getContentLengthLong(), type == null ? "" : type, bytes);
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

    static HttpResult send(
            Span span,
            URI address,
            String method,
            Map<String, String> headers,
            FileBytes bytes,
            long length,
            Duration patience) {
        HttpResult result;
        try {
            result = send(connected(span, address, method, headers, length), bytes, length, patience);
        } catch (IOException e) {
            result = new HttpResult.NotSent(e.getClass().getSimpleName());
        }
        span.end(result.outcome());
        return result;
    }

    private static HttpURLConnection connected(
            Span span, URI address, String method, Map<String, String> headers, long length) throws IOException {
        HttpURLConnection connection = connection(span, address, headers);
        connection.setRequestMethod(method);
        connection.setDoOutput(true);
        connection.setFixedLengthStreamingMode(length);
        connection.connect();
        return connection;
    }

    private static HttpResult send(HttpURLConnection connection, FileBytes bytes, long length, Duration patience) {
        try {
            write(connection, bytes, length, patience);
            return answer(connection, connection.getResponseCode());
        } catch (HttpRetryException e) {
            return answered(connection, e.responseCode(), "");
        } catch (IOException e) {
            connection.disconnect();
            return new HttpResult.Lost(e.getClass().getSimpleName());
        }
    }

    private static void write(HttpURLConnection connection, FileBytes bytes, long length, Duration patience)
            throws IOException {
        byte[] block = new byte[BLOCK];
        try (StallWatch _ = StallWatch.over(connection, bytes, patience);
                OutputStream out = connection.getOutputStream()) {
            for (long left = length; left > 0; ) {
                int got = bytes.read(block, 0, (int) Math.min(BLOCK, left));
                if (got < 0) {
                    throw new IOException("the file ended early");
                }
                out.write(block, 0, got);
                left -= got;
            }
        }
    }

    private static HttpResult.Answer answer(HttpURLConnection connection, int status) throws IOException {
        try (InputStream body = bytes(connection)) {
            return answered(connection, status, new String(body.readNBytes(LARGEST_ANSWER), StandardCharsets.UTF_8));
        }
    }

    private static HttpResult.Answer answered(HttpURLConnection connection, int status, String body) {
        Map<String, List<String>> named = new HashMap<>(connection.getHeaderFields());
        named.remove(null);
        return new HttpResult.Answer(status, HttpHeaders.of(named, (_, _) -> true), body);
    }
}
