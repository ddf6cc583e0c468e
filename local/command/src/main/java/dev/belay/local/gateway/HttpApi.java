package dev.belay.local.gateway;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonWriter;
import com.sun.net.httpserver.HttpExchange;
import dev.belay.local.lambda.Invocation;
import dev.belay.simulator.http.Exchange;
import dev.belay.simulator.http.Exchanges;
import dev.belay.simulator.http.LoopbackServer;
import dev.belay.simulator.http.Request;
import dev.belay.simulator.http.Response;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The HTTP API: it listens on the loopback interface, finds the function that a request's method and path are routed to, and
 * hands it the request as an event. Invocations run beside each other, each on a virtual thread of its own.
 */
public final class HttpApi implements AutoCloseable {
    /** What API Gateway takes at most (docs.aws.amazon.com/apigateway/latest/developerguide/http-api-quotas.html). */
    private static final int LARGEST_BODY = 10 * 1024 * 1024;

    private static final System.Logger LOG = System.getLogger(HttpApi.class.getName());

    /**
     * Where requests of a route go.
     *
     * @param functionName the function's name, as its context tells it
     * @param timeout how long one invocation may take
     */
    public record Function(String functionName, Duration timeout, RequestStreamHandler handler) {}

    /** How many seconds requests under way have when it is closed. */
    private static final int GRACE = 1;

    private final LoopbackServer server;
    private final Map<String, Function> routes;
    private final Clock clock;
    private final Exchanges exchanges = new Exchanges();

    private HttpApi(int port, Map<String, Function> routes, Clock clock) {
        this.routes = Map.copyOf(routes);
        this.clock = clock;
        this.server = LoopbackServer.start(port, GRACE, this::serve);
    }

    /**
     * Starts listening; port 0 takes a free one.
     *
     * @param routes by route key, e.g. {@code POST /slack/events}
     * @throws java.io.UncheckedIOException when the port is taken
     */
    public static HttpApi start(int port, Map<String, Function> routes, Clock clock) {
        return new HttpApi(port, routes, clock);
    }

    /** The API's address, without a slash at the end. */
    public URI url() {
        return server.url();
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            write(exchange, answer(HttpRequest.read(exchange, LARGEST_BODY)));
        }
    }

    private ApiAnswer answer(HttpRequest request) {
        String route = request.method() + " " + request.path();
        if (request.body().length > LARGEST_BODY) {
            return ApiAnswer.TOO_LARGE;
        }
        return Optional.ofNullable(routes.get(route))
                .map(function -> invoke(function, request, route))
                .orElse(ApiAnswer.NOT_FOUND);
    }

    private ApiAnswer invoke(Function function, HttpRequest request, String route) {
        Invocation invocation = Invocation.of(function.functionName(), function.timeout(), clock);
        JsonObject event = ApiEvent.of(request, route, invocation.requestId(), clock.instant());
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        try {
            byte[] input = JsonWriter.string(event).getBytes(StandardCharsets.UTF_8);
            function.handler().handleRequest(new ByteArrayInputStream(input), output, invocation);
            ApiAnswer answer = ApiAnswer.of(output.toByteArray());
            exchanges.keep(exchange(invocation.requestId(), request, answer));
            return answer;
        } catch (IOException | RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, function.functionName() + " failed", e);
            return ApiAnswer.FAILED;
        }
    }

    /** The request's id is the correlation id of all that comes of it. */
    private static Exchange exchange(String id, HttpRequest request, ApiAnswer answer) {
        Map<String, String> headers = new TreeMap<>();
        answer.headers()
                .forEach((name, values) ->
                        headers.put(name.equals("content-type") ? "Content-Type" : name, String.join(", ", values)));
        return new Exchange(
                id,
                id,
                new Request(request.method(), request.path(), request.query(), request.headers(), request.body()),
                Optional.of(new Response(answer.status(), headers, answer.body())));
    }

    /** The latest requests with their answers, by the id of the request. */
    public Exchanges exchanges() {
        return exchanges;
    }

    private static void write(HttpExchange exchange, ApiAnswer answer) throws IOException {
        answer.headers().forEach(exchange.getResponseHeaders()::put);
        exchange.sendResponseHeaders(answer.status(), answer.body().length == 0 ? -1 : answer.body().length);
        if (answer.body().length > 0) {
            exchange.getResponseBody().write(answer.body());
        }
    }

    /** Takes no more requests, and waits for those under way. */
    @Override
    public void close() {
        server.close();
    }
}
