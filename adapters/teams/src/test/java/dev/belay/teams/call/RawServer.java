package dev.belay.teams.call;

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
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Microsoft's services on a bare socket: it reads each request whole, gives tokens to whoever asks, and answers anything else,
 * or drops the connection, as it is told.
 */
final class RawServer implements AutoCloseable {
    /** What becomes of a request that was read. */
    interface Script {
        /**
         * @param number counted from one, without those for tokens
         * @return the raw answer, or an empty one for a dropped connection
         */
        String answer(int number);
    }

    /** learn.microsoft.com/entra/identity-platform/v2-oauth2-client-creds-grant-flow. */
    private static final String TOKEN =
            json(200, "", "{\"token_type\":\"Bearer\",\"expires_in\":3599,\"access_token\":\"a-token\"}");

    private static final String CLOUDS = json(200, "", """
            {"tenant_discovery_endpoint":"https://login.microsoftonline.com/common/v2.0/.well-known/openid-configuration",\
            "api-version":"1.1","metadata":[{"preferred_network":"login.microsoftonline.com",\
            "preferred_cache":"login.windows.net","aliases":["login.microsoftonline.com","login.windows.net"]}]}""");

    private final ServerSocket server;
    private final Script script;
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final AtomicInteger tokens = new AtomicInteger();
    private final Set<Socket> used = ConcurrentHashMap.newKeySet();
    private final List<Socket> connections = new CopyOnWriteArrayList<>();

    RawServer(Script script) {
        try {
            this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.script = script;
        Thread.startVirtualThread(this::accept);
    }

    static String json(int status, String extraHeaders, String body) {
        return "HTTP/1.1 " + status + " Said\r\nContent-Type: application/json\r\n" + extraHeaders + "Content-Length: "
                + body.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n" + body;
    }

    URI at(String path) {
        return URI.create("http://127.0.0.1:" + server.getLocalPort() + path);
    }

    int tokens() {
        return tokens.get();
    }

    /** The first lines of the requests that were read whole, without those for tokens. */
    List<String> requests() {
        return List.copyOf(requests);
    }

    /** Those that a request came over, other than for a token alone. */
    int connections() {
        return used.size();
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = server.accept();
                connections.add(socket);
                Thread.startVirtualThread(() -> serve(socket));
            }
        } catch (SocketException _) {
            // the server was closed
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            InputStream in = new BufferedInputStream(socket.getInputStream());
            String line = line(in);
            while (!line.isEmpty()) {
                int length = 0;
                for (String header = line(in); !header.isEmpty(); header = line(in)) {
                    if (header.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                        length = Integer.parseInt(header.substring(15).strip());
                    }
                }
                in.readNBytes(length);
                String answer = answer(socket, line);
                if (answer.isEmpty()) {
                    return;
                }
                socket.getOutputStream().write(answer.getBytes(StandardCharsets.UTF_8));
                line = line(in);
            }
        } catch (IOException e) {
            requests.add("broken: " + e.getMessage());
        }
    }

    private String answer(Socket socket, String line) {
        if (line.contains("/discovery/instance")) {
            return CLOUDS;
        }
        if (line.contains("/oauth2/v2.0/token")) {
            tokens.incrementAndGet();
            return TOKEN;
        }
        used.add(socket);
        requests.add(line);
        return script.answer(requests.size());
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
