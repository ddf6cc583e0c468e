package dev.belay.ingress;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonWriter;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.atomic.AtomicInteger;

/** Where the Bot Connector publishes its keys; it can be told to fail, or to lead elsewhere. */
final class StubConnector implements AutoCloseable {
    static final String METADATA = "/v1/.well-known/openidconfiguration";

    final JsonArray keys = new JsonArray();
    final AtomicInteger keyReads = new AtomicInteger();
    volatile int status = 200;

    private final HttpServer server;

    StubConnector() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            boolean metadata = exchange.getRequestURI().getPath().equals(METADATA);
            JsonObject document = new JsonObject();
            document.put(metadata ? "jwks_uri" : "keys", metadata ? url() + "/keys" : keys);
            if (!metadata) {
                keyReads.incrementAndGet();
            }
            byte[] bytes = Ingress.bytes(JsonWriter.string(document));
            exchange.getResponseHeaders().add("location", url() + METADATA);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
