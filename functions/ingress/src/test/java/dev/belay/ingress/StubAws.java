package dev.belay.ingress;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import com.grack.nanojson.JsonWriter;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Secrets Manager, SQS and Slack, as far as ingress sees them; each can be told to fail. */
final class StubAws implements AutoCloseable {
    final Map<String, String> secrets = new ConcurrentHashMap<>();
    final List<JsonObject> messages = new CopyOnWriteArrayList<>();
    final AtomicInteger secretReads = new AtomicInteger();
    volatile boolean secretsFail;
    volatile boolean queuesFail;
    /** What stands in the bodies that no queue takes; empty where they take all. */
    volatile String refusedBodies = "";

    final AtomicInteger queueFailures = new AtomicInteger();
    volatile boolean secretsDown;

    final List<JsonObject> views = new CopyOnWriteArrayList<>();
    final List<String> tokens = new CopyOnWriteArrayList<>();
    volatile String viewsOpen = "{\"ok\":true}";

    private final HttpServer server;

    StubAws() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (exchange.getRequestURI().getPath().equals("/slack/views.open")) {
                views.add(JsonParser.object().from(exchange.getRequestBody()));
                tokens.add(exchange.getRequestHeaders().getFirst("authorization"));
                reply(exchange, 200, viewsOpen);
                return;
            }
            String target = exchange.getRequestHeaders().getFirst("x-amz-target");
            JsonObject arguments = JsonParser.object().from(exchange.getRequestBody());
            switch (target) {
                case "secretsmanager.GetSecretValue" -> secret(exchange, arguments.getString("SecretId", ""));
                case "AmazonSQS.SendMessage" -> message(exchange, arguments);
                default -> reply(exchange, 400, "{\"__type\":\"UnknownOperationException\"}");
            }
        } catch (JsonParserException e) {
            throw new IOException(e);
        }
    }

    private void secret(HttpExchange exchange, String arn) throws IOException {
        secretReads.incrementAndGet();
        String value = secrets.get(arn);
        if (secretsDown) {
            reply(exchange, 503, "{\"__type\":\"InternalServiceError\"}");
            return;
        }
        if (value == null) {
            reply(exchange, 400, "{\"__type\":\"ResourceNotFoundException\",\"Message\":\"inside\"}");
            return;
        }
        if (secretsFail) {
            reply(exchange, 400, "{\"__type\":\"AccessDeniedException\",\"Message\":\"inside\"}");
            return;
        }
        reply(
                exchange,
                200,
                JsonWriter.string().object().value("SecretString", value).end().done());
    }

    private void message(HttpExchange exchange, JsonObject arguments) throws IOException {
        boolean refused = !refusedBodies.isEmpty()
                && arguments.getString("MessageBody", "").contains(refusedBodies);
        if (queuesFail || refused || queueFailures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            reply(exchange, 500, "{\"__type\":\"InternalFailure\"}");
            return;
        }
        messages.add(arguments);
        reply(exchange, 200, "{\"MessageId\":\"m\"}");
    }

    private static void reply(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
