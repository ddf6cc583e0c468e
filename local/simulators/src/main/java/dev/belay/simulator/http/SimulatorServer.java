package dev.belay.simulator.http;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** An HTTP server on the loopback interface, one virtual thread for each request, whose calls cross a {@link Faults} line. */
public final class SimulatorServer implements AutoCloseable {
    /** Answers one request. */
    public interface Handler {
        Response answer(Request request);
    }

    /** Names a request as a call of the system's API; a request without a name is a person's, and never breaks. */
    public interface CallName {
        Optional<String> of(Request request);
    }

    /** What a dead caller gets: no client tries that again, so it is over soon with what nobody hears. */
    private static final Response UNHEARD = Response.text(403, "text/plain", "the caller is dead");

    private final LoopbackServer server;
    private final Faults faults;
    private final CallName names;
    private final Handler handler;
    private final Exchanges exchanges;

    private SimulatorServer(int port, Faults faults, CallName names, Handler handler, Exchanges exchanges) {
        this.exchanges = exchanges;
        this.faults = faults;
        this.names = names;
        this.handler = handler;
        this.server = LoopbackServer.start(port, 0, this::serve);
        faults.joins(server);
    }

    /** Starts a server on {@code 127.0.0.1}; port 0 takes a free one. */
    public static SimulatorServer start(int port, Faults faults, CallName names, Handler handler) {
        return start(port, faults, names, handler, new Exchanges());
    }

    /** @param exchanges takes what the app calls, and what it is answered */
    public static SimulatorServer start(int port, Faults faults, CallName names, Handler handler, Exchanges exchanges) {
        return new SimulatorServer(port, faults, names, handler, exchanges);
    }

    /** The server's address, without a slash at the end. */
    public URI url() {
        return server.url();
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            Request request = read(exchange);
            Optional<String> call = names.of(request);
            if (call.isPresent() && faults.callerIsDead()) {
                write(exchange, UNHEARD);
                return;
            }
            Faults.Fault fault = call.map(faults::cross).orElse(Faults.Fault.NONE);
            if (fault == Faults.Fault.REQUEST_LOST) {
                call.ifPresent(_ -> exchanges.add(request, Optional.empty()));
                return;
            }
            Response response = handler.answer(request);
            boolean isHeard = fault != Faults.Fault.RESPONSE_LOST && !response.isDropped();
            call.ifPresent(_ -> exchanges.add(request, Optional.of(response).filter(_ -> isHeard)));
            if (isHeard) {
                write(exchange, response);
            }
        }
    }

    private static Request read(HttpExchange exchange) throws IOException {
        Map<String, List<String>> headers = new HashMap<>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), List.copyOf(values)));
        URI uri = exchange.getRequestURI();
        String query = uri.getRawQuery();
        return new Request(
                exchange.getRequestMethod(),
                uri.getPath(),
                query == null ? "" : query,
                Map.copyOf(headers),
                exchange.getRequestBody().readAllBytes());
    }

    private static void write(HttpExchange exchange, Response response) throws IOException {
        response.headers()
                .forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
        if (response.stream().isPresent()) {
            exchange.sendResponseHeaders(response.status(), 0);
            response.stream().get().writeTo(exchange.getResponseBody());
            return;
        }
        exchange.sendResponseHeaders(response.status(), response.body().length == 0 ? -1 : response.body().length);
        if (response.body().length > 0) {
            exchange.getResponseBody().write(response.body());
        }
    }

    @Override
    public void close() {
        faults.leaves(server);
        server.close();
    }
}
