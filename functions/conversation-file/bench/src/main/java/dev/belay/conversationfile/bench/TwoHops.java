package dev.belay.conversationfile.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Both sides that a file passes between, as servers that make its bytes up and throw them away: all that they cost is their sockets. */
final class TwoHops implements AutoCloseable {
    private static final byte[] BLOCK = new byte[1 << 16];

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final long bytes;

    TwoHops(long bytes) throws IOException {
        this.bytes = bytes;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            drain(exchange.getRequestBody());
            String path = exchange.getRequestURI().getPath();
            if (exchange.getRequestMethod().equals("GET")) {
                source(exchange);
            } else if (path.endsWith("oauth_token.do")) {
                json(exchange, 200, "{\"access_token\":\"t\",\"token_type\":\"Bearer\",\"expires_in\":1799}");
            } else if (path.endsWith("files.getUploadURLExternal")) {
                json(exchange, 200, "{\"ok\":true,\"file_id\":\"F1\",\"upload_url\":\"" + url() + "/upload\"}");
            } else if (path.startsWith("/parts")) {
                part(exchange);
            } else if (path.startsWith("/api/now/attachment")) {
                json(exchange, 201, "{\"result\":{\"sys_id\":\"" + "a".repeat(32) + "\"}}");
            } else {
                json(exchange, 200, "{}");
            }
        }
    }

    private static void drain(InputStream body) throws IOException {
        byte[] buffer = new byte[BLOCK.length];
        while (body.read(buffer) >= 0) {
            // it is thrown away
        }
    }

    private void source(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/octet-stream");
        exchange.sendResponseHeaders(200, bytes);
        try (OutputStream out = exchange.getResponseBody()) {
            for (long left = bytes; left > 0; left -= BLOCK.length) {
                out.write(BLOCK, 0, (int) Math.min(BLOCK.length, left));
            }
        }
    }

    private void part(HttpExchange exchange) throws IOException {
        String range = exchange.getRequestHeaders().getFirst("Content-Range");
        boolean last = range.contains("-" + (bytes - 1) + "/");
        json(exchange, last ? 201 : 202, "{}");
    }

    private static void json(HttpExchange exchange, int status, String body) throws IOException {
        byte[] answer = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, answer.length);
        exchange.getResponseBody().write(answer);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }
}
