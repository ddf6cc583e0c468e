package dev.belay.coldhttp;

import java.net.URI;

/** Where a request goes: a host, and a path on it. */
public record HttpEndpoint(boolean encrypted, String host, int port, String path) {
    /**
     * @throws IllegalArgumentException when the text is not an http or https address
     */
    public static HttpEndpoint of(String address) {
        URI uri = URI.create(address);
        boolean encrypted = "https".equalsIgnoreCase(uri.getScheme());
        String host = uri.getHost();
        if (host == null || !(encrypted || "http".equalsIgnoreCase(uri.getScheme()))) {
            throw new IllegalArgumentException("not an http or https address");
        }
        int port = uri.getPort() >= 0 ? uri.getPort() : encrypted ? 443 : 80;
        return new HttpEndpoint(encrypted, host, port, path(uri));
    }

    private static String path(URI uri) {
        String path = uri.getRawPath();
        String query = uri.getRawQuery();
        return (path == null || path.isEmpty() ? "/" : path) + (query == null ? "" : "?" + query);
    }

    /** As the {@code Host} header says it. */
    public String authority() {
        return port == (encrypted ? 443 : 80) ? host : host + ":" + port;
    }
}
