package dev.belay.http;

import dev.belay.delivery.Trace;
import dev.belay.file.FileBytes;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Bodies that are too large to hold: read and sent as streams, with as much memory for a gigabyte as for a line. What does not move for
 * a while is given up; redirects are not followed.
 */
public final class HttpStreams {
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration STALLED = Duration.ofSeconds(60);
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
        record Body(int status, long length, String type, Optional<String> retryAfter, InputStream bytes)
                implements Opened {
            /** Whether it is a page for people, such as one to log in. */
            public boolean isHtml() {
                return type.startsWith("text/html");
            }
        }
    }

    /** Asks for a body and hands it over; the connection ends with the reader. */
    public static <T> T read(URI address, Map<String, String> headers, Function<Opened, T> reader) {
        HttpURLConnection connection = null;
        try {
            connection = connect(address, headers);
            try (InputStream bytes = bytes(connection)) {
                return reader.apply(opened(connection, bytes));
            }
        } catch (IOException e) {
            return reader.apply(new Opened.Nothing(e.getClass().getSimpleName()));
        } finally {
            if (connection != null) {
                connection.disconnect();
            }
        }
    }

    private static HttpURLConnection connect(URI address, Map<String, String> headers) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
        connection.setInstanceFollowRedirects(false);
        connection.setConnectTimeout(Math.toIntExact(CONNECT.toMillis()));
        connection.setReadTimeout(Math.toIntExact(STALLED.toMillis()));
        headers.forEach(connection::setRequestProperty);
        Trace.current().ifPresent(trace -> connection.setRequestProperty(Trace.HEADER, trace.correlationId()));
        return connection;
    }

    private static InputStream bytes(HttpURLConnection connection) throws IOException {
        if (connection.getResponseCode() < MULTIPLE) {
            return connection.getInputStream();
        }
        InputStream error = connection.getErrorStream();
        return error == null ? new ByteArrayInputStream(new byte[0]) : error;
    }

    private static Opened opened(HttpURLConnection connection, InputStream bytes) throws IOException {
        String type = connection.getContentType();
        return new Opened.Body(
                connection.getResponseCode(),
                connection.getContentLengthLong(),
                type == null ? "" : type,
                Optional.ofNullable(connection.getHeaderField("Retry-After")),
                bytes);
    }

    /**
     * Sends the next of these bytes.
     *
     * @param length how many of them
     */
    public static HttpResult send(HttpRequest.Builder request, String method, FileBytes bytes, long length) {
        Supplier<InputStream> next = () -> new Part(bytes, length);
        request.method(
                method,
                HttpRequest.BodyPublishers.fromPublisher(HttpRequest.BodyPublishers.ofInputStream(next), length));
        return HttpSender.sendStream(request.build(), bytes, STALLED);
    }

    /** The next so many of another stream's bytes, which stays open. */
    private static final class Part extends InputStream {
        private final InputStream whole;
        private long left;

        Part(InputStream whole, long length) {
            this.whole = whole;
            this.left = length;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            if (left == 0) {
                return -1;
            }
            int got = whole.read(into, offset, (int) Math.min(length, left));
            left -= Math.max(0, got);
            return got;
        }
    }
}
