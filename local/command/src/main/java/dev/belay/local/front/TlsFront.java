package dev.belay.local.front;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Answers TLS for several hosts at one address, and passes each request on to what stands for its host. The pages for people and the
 * control of the simulators stay on this machine: a request from here bears the origin of its host, which they refuse.
 */
public final class TlsFront implements AutoCloseable {
    /** What belongs to a connection and not to what is said over it (RFC 9110, section 7.6.1), and what the client sets itself. */
    private static final Set<String> OF_THE_CONNECTION = Set.of(
            "connection",
            "content-length",
            "expect",
            "host",
            "http2-settings",
            "keep-alive",
            "origin",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade");

    private final HttpsServer server;
    private final List<HostRoute> routes;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    private TlsFront(HttpsServer server, List<HostRoute> routes) {
        this.server = server;
        this.routes = new CopyOnWriteArrayList<>(routes);
    }

    /**
     * Starts to listen.
     *
     * @param key with a certificate for each host
     * @throws UncheckedIOException when the address cannot be listened on
     */
    public static TlsFront start(InetSocketAddress address, ServerKey key, List<HostRoute> routes) {
        try {
            HttpsServer server = HttpsServer.create(address, 0);
            TlsFront front = new TlsFront(server, routes);
            server.setHttpsConfigurator(new HttpsConfigurator(key.context()));
            server.setExecutor(front.threads);
            server.createContext("/", front::serve);
            server.start();
            return front;
        } catch (IOException e) {
            throw new UncheckedIOException(
                    address.getAddress().getHostAddress() + ":" + address.getPort() + " cannot be listened on: "
                            + e.getMessage(),
                    e);
        }
    }

    /** Answers for one more host from now on, for which the key has a certificate. */
    public void add(HostRoute route) {
        routes.add(route);
    }

    public int port() {
        return server.getAddress().getPort();
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            String host = String.valueOf(exchange.getRequestHeaders().getFirst("Host"))
                    .replaceFirst(":\\d+$", "");
            URI asked = exchange.getRequestURI();
            Optional<HostRoute> route = routes.stream()
                    .filter(each -> each.fits(host, asked.getRawPath()))
                    .findFirst();
            if (route.isEmpty()) {
                exchange.sendResponseHeaders(421, -1); // Misdirected Request
                return;
            }
            String query = Optional.ofNullable(asked.getRawQuery()).orElse("");
            pass(exchange, host, route.get().target(asked.getRawPath(), query));
        }
    }

    /** A connection that drops behind drops in front as well. */
    private void pass(HttpExchange exchange, String host, URI target) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(target)
                .method(exchange.getRequestMethod(), body(exchange))
                .header("Origin", "https://" + host);
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (!ofTheConnection(name)) {
                values.forEach(value -> request.header(name, value));
            }
        });
        try {
            HttpResponse<InputStream> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
            answer(exchange, answer);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static BodyPublisher body(HttpExchange exchange) {
        Optional<String> length =
                Optional.ofNullable(exchange.getRequestHeaders().getFirst("Content-Length"));
        if (length.isEmpty() && !exchange.getRequestHeaders().containsKey("Transfer-Encoding")) {
            return BodyPublishers.noBody();
        }
        long known = length.map(Long::parseLong).orElse(-1L);
        BodyPublisher stream = BodyPublishers.ofInputStream(exchange::getRequestBody);
        if (known == 0) {
            return BodyPublishers.noBody();
        }
        return known > 0 ? BodyPublishers.fromPublisher(stream, known) : stream;
    }

    private static void answer(HttpExchange exchange, HttpResponse<InputStream> answer) throws IOException {
        answer.headers().map().forEach((name, values) -> {
            if (!ofTheConnection(name)) {
                exchange.getResponseHeaders().put(name, values);
            }
        });
        try (InputStream body = answer.body()) {
            long length = answer.headers().firstValueAsLong("Content-Length").orElse(0);
            boolean none = exchange.getRequestMethod().equals("HEAD")
                    || answer.statusCode() == 204
                    || answer.statusCode() == 304
                    || answer.headers()
                            .firstValue("Content-Length")
                            .filter("0"::equals)
                            .isPresent();
            exchange.sendResponseHeaders(answer.statusCode(), none ? -1 : length);
            if (!none) {
                body.transferTo(exchange.getResponseBody());
            }
        }
    }

    private static boolean ofTheConnection(String header) {
        return OF_THE_CONNECTION.contains(header.toLowerCase(Locale.ROOT));
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
        http.shutdownNow();
    }
}
