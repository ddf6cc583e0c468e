package dev.belay.simulator.http;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A server on a bare socket that reads each request whole, or its head alone, and then answers or drops the connection as it is told, for
 * what no HTTP server does.
 */
public final class RawServer implements AutoCloseable {
    /**
     * A request that was read whole.
     *
     * @param number counted from one
     * @param line its first line
     * @param headers as they were sent
     * @param connection which connection it came over, counted from one
     */
    public record Seen(int number, String line, List<String> headers, int connection) {
        public Seen {
            headers = List.copyOf(headers);
        }
    }

    /** What becomes of a request that was read. */
    public interface Script {
        /** The raw answer, or an empty one for a dropped connection. */
        String answer(Seen request);
    }

    private static final int SOME = 1 << 16;

    private final ServerSocket server;
    private final Script script;
    private final int most;
    private final List<Seen> requests = new CopyOnWriteArrayList<>();
    private final List<Socket> connections = new CopyOnWriteArrayList<>();

    public RawServer(Script script) {
        this(script, Integer.MAX_VALUE);
    }

    /** One that answers before it read a body of some length, and ends the connection. */
    public static RawServer hasty(Script script) {
        return new RawServer(script, SOME);
    }

    private RawServer(Script script, int most) {
        this.most = most;
        try {
            this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.script = script;
        Thread.startVirtualThread(this::accept);
    }

    /** @param extraHeaders each with CR and LF at its end */
    public static String json(int status, String extraHeaders, String body) {
        return "HTTP/1.1 " + status + " Said\r\nContent-Type: application/json\r\n" + extraHeaders + "Content-Length: "
                + body.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n" + body;
    }

    public URI at(String path) {
        return URI.create("http://127.0.0.1:" + server.getLocalPort() + path);
    }

    /** What was read so far, in order. */
    public List<Seen> requests() {
        return List.copyOf(requests);
    }

    /** How many connections the requests came over. */
    public long connections() {
        return requests.stream().map(Seen::connection).distinct().count();
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = server.accept();
                connections.add(socket);
                int number = connections.size();
                Thread.startVirtualThread(() -> serve(socket, number));
            }
        } catch (SocketException _) {
            // the server was closed
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void serve(Socket socket, int connection) {
        try (socket) {
            InputStream in = new BufferedInputStream(socket.getInputStream());
            String line = line(in);
            while (!line.isEmpty()) {
                int length = 0;
                List<String> headers = new ArrayList<>();
                for (String header = line(in); !header.isEmpty(); header = line(in)) {
                    headers.add(header);
                    if (header.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                        length = Integer.parseInt(header.substring(15).strip());
                    }
                }
                boolean whole = length <= most;
                if (whole) {
                    in.readNBytes(length);
                }
                String answer = script.answer(seen(line, headers, connection));
                socket.getOutputStream().write(answer.getBytes(StandardCharsets.UTF_8));
                if (answer.isEmpty() || !whole) {
                    return;
                }
                line = line(in);
            }
        } catch (IOException e) {
            seen("broken: " + e.getMessage(), List.of(), connection);
        }
    }

    private synchronized Seen seen(String line, List<String> headers, int connection) {
        Seen request = new Seen(requests.size() + 1, line, headers, connection);
        requests.add(request);
        return request;
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != -1 && c != '\n'; c = in.read()) {
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    @Override
    public void close() {
        try {
            server.close();
            for (Socket socket : connections) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
