package dev.belay.coldhttp;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.util.TreeMap;

/** Fetches a document that anybody may read. */
public final class PublicDocument {
    private final Tls tls;

    public PublicDocument(Tls tls) {
        this.tls = tls;
    }

    /**
     * The document at exactly this address: redirects are not followed. Retries once, at once, when the connection breaks.
     *
     * @throws IOException when it does not come in time, is over a megabyte, or its status is not 200
     * @throws IllegalArgumentException when the address is not one of http or https
     */
    public byte[] fetch(URI address) throws IOException {
        HttpEndpoint endpoint = HttpEndpoint.of(address.toString());
        HttpConnection.Reply reply = getWithRetry(endpoint);
        if (reply.status() != 200) {
            throw new IOException("HTTP status " + reply.status());
        }
        return reply.body();
    }

    private HttpConnection.Reply getWithRetry(HttpEndpoint endpoint) throws IOException {
        try {
            return get(endpoint);
        } catch (SocketTimeoutException e) {
            throw e;
        } catch (IOException e) {
            return get(endpoint);
        }
    }

    private HttpConnection.Reply get(HttpEndpoint endpoint) throws IOException {
        TreeMap<String, String> headers = new TreeMap<>();
        headers.put("accept", "application/json");
        try (HttpConnection connection = HttpConnection.open(endpoint, tls)) {
            return connection.exchange("GET", endpoint.path(), headers, new byte[0]);
        }
    }
}
