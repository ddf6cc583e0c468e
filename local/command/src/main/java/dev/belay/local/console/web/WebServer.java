package dev.belay.local.console.web;

import com.sun.net.httpserver.HttpExchange;
import dev.belay.simulator.http.LoopbackServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Serves the console's page and its interface on the loopback interface, to its own page alone. */
public final class WebServer implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(WebServer.class.getName());
    private static final int LARGEST = 1 << 20;
    private static final int LARGEST_FILE = 32 << 20;

    private final List<Route> routes;
    private final StaticFiles files = new StaticFiles();
    private final LoopbackServer server;

    private WebServer(int port, List<Route> routes) {
        this.routes = List.copyOf(routes);
        this.server = LoopbackServer.start(port, 0, this::serve);
    }

    /**
     * Starts listening.
     *
     * @param port 0 takes a free one
     * @throws java.io.UncheckedIOException when the port is in use
     */
    public static WebServer start(int port, List<Route> routes) {
        return new WebServer(port, routes);
    }

    public URI url() {
        return server.url();
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            Guard guard = new Guard(exchange.getLocalAddress().getPort());
            write(exchange, guard.guarded(answer(exchange, guard)));
        }
    }

    private Reply answer(HttpExchange exchange, Guard guard) throws IOException {
        try {
            Ask ask = read(exchange);
            Optional<Refused> refusal = guard.refusal(ask);
            if (refusal.isPresent()) {
                throw refusal.get();
            }
            return answer(ask.asGet());
        } catch (Refused e) {
            return Reply.error(e.status(), e.sentence());
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, "the console could not answer", e);
            return Reply.error(
                    500, "The console could not answer: " + e.getClass().getSimpleName() + ".");
        }
    }

    private Reply answer(Ask ask) {
        List<Route> here = routes.stream().filter(route -> route.isAt(ask)).toList();
        Optional<Route> route =
                here.stream().filter(each -> each.method().equals(ask.method())).findFirst();
        if (route.isPresent()) {
            return route.get().work().answer(ask);
        }
        if (!here.isEmpty()) {
            throw new Refused(405, "That is asked with " + here.getFirst().method() + ".");
        }
        return Optional.of(ask)
                .filter(asked -> asked.method().equals("GET"))
                .flatMap(files::answer)
                .orElseThrow(() -> Refused.missing("Nothing is here."));
    }

    private static Ask read(HttpExchange exchange) throws IOException {
        Map<String, String> headers = new HashMap<>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), String.join(", ", values)));
        URI uri = exchange.getRequestURI();
        String query = uri.getRawQuery();
        Ask ask = new Ask(
                exchange.getRequestMethod(),
                Ask.segments(String.valueOf(uri.getRawPath())),
                Ask.parameters(query == null ? "" : query),
                headers,
                new byte[0]);
        int largest = ask.isBytes() ? LARGEST_FILE : LARGEST;
        try (InputStream in = exchange.getRequestBody()) {
            byte[] body = in.readNBytes(largest + 1);
            if (body.length > largest) {
                throw new Refused(413, "At most " + (largest >> 20) + " MiB are taken.");
            }
            return new Ask(ask.method(), ask.path(), ask.query(), headers, body);
        }
    }

    private static void write(HttpExchange exchange, Reply reply) throws IOException {
        reply.headers().forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
        if (exchange.getRequestMethod().equals("HEAD")) {
            writeHead(exchange, reply);
            return;
        }
        if (reply.stream().isPresent()) {
            exchange.sendResponseHeaders(reply.status(), 0);
            reply.stream().get().writeTo(exchange.getResponseBody());
            return;
        }
        exchange.sendResponseHeaders(reply.status(), reply.body().length == 0 ? -1 : reply.body().length);
        if (reply.body().length > 0) {
            exchange.getResponseBody().write(reply.body());
        }
    }

    /** Without a body; its length is told as GET tells it. */
    private static void writeHead(HttpExchange exchange, Reply reply) throws IOException {
        if (reply.body().length > 0) {
            exchange.getResponseHeaders().set("Content-Length", Integer.toString(reply.body().length));
        }
        exchange.sendResponseHeaders(reply.status(), -1);
    }

    @Override
    public void close() {
        server.close();
    }
}
