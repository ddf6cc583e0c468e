package dev.belay.local.gateway;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A request as it came over the wire.
 *
 * @param target path and query as they were sent
 * @param headers by lower-case name, values in order
 */
record HttpRequest(
        String method, URI target, String protocol, String sourceIp, Map<String, List<String>> headers, byte[] body) {
    static HttpRequest read(HttpExchange exchange, int limit) throws IOException {
        Map<String, List<String>> headers = new TreeMap<>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), List.copyOf(values)));
        return new HttpRequest(
                exchange.getRequestMethod(),
                exchange.getRequestURI(),
                exchange.getProtocol(),
                exchange.getRemoteAddress().getAddress().getHostAddress(),
                headers,
                exchange.getRequestBody().readNBytes(limit + 1));
    }

    String path() {
        return target.getPath();
    }

    /** The query as it was sent, empty where there is none. */
    String query() {
        return Optional.ofNullable(target.getRawQuery()).orElse("");
    }

    /** A header's values joined as API Gateway joins them, empty where there are none. */
    String header(String name) {
        return String.join(",", headers.getOrDefault(name, List.of()));
    }
}
