package dev.belay.local.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Somebody else's server: it answers every request with the same status, by a clock of its own. */
final class Stranger implements AutoCloseable {
    private final ServerSocket socket;
    private final int status;
    private final Duration ahead;

    private Stranger(ServerSocket socket, int status, Duration ahead) {
        this.socket = socket;
        this.status = status;
        this.ahead = ahead;
    }

    static Stranger start(int status, Duration ahead) {
        try {
            Stranger started = new Stranger(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), status, ahead);
            Thread.ofVirtual().start(started::serve);
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String url() {
        return URI.create("http://127.0.0.1:" + socket.getLocalPort()).toString();
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (Socket caller = socket.accept()) {
                answer(caller);
            } catch (IOException e) {
                // the caller went away, or this is closed
            }
        }
    }

    private void answer(Socket caller) throws IOException {
        BufferedReader request =
                new BufferedReader(new InputStreamReader(caller.getInputStream(), StandardCharsets.US_ASCII));
        int length = 0;
        for (String line = request.readLine(); line != null && !line.isEmpty(); line = request.readLine()) {
            if (line.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                length = Integer.parseInt(line.substring(line.indexOf(':') + 1).strip());
            }
        }
        int left = length;
        while (left > 0 && request.read() >= 0) {
            left--;
        }
        String date = DateTimeFormatter.RFC_1123_DATE_TIME.format(
                ZonedDateTime.now(ZoneOffset.UTC).plus(ahead));
        caller.getOutputStream()
                .write(("HTTP/1.1 " + status + " x\r\nDate: " + date
                                + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
