package dev.belay.aws.protocol;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.util.TreeMap;

/** Fetches a document that anybody may read, with what is loaded already to speak with AWS. */
public final class PublicDocument {
    private final Tls tls;

    public PublicDocument(Tls tls) {
        this.tls = tls;
    }

    /**
     * The document at that very address: redirects are not followed. Asks once more, at once, when the connection breaks.
     *
     * @throws IOException when it is not had in time, is over a megabyte, or its status is not 200
     * @throws IllegalStateException when the address is not one of http or https
     */
    public byte[] fetch(URI address) throws IOException {
        AwsEndpoint endpoint = AwsEndpoint.at(address.toString());
        HttpConnection.Reply reply = first(endpoint);
        if (reply.status() != 200) {
            throw new IOException("the answer is " + reply.status());
        }
        return reply.body();
    }

    private HttpConnection.Reply first(AwsEndpoint endpoint) throws IOException {
        try {
            return get(endpoint);
        } catch (SocketTimeoutException e) {
            throw e;
        } catch (IOException e) {
            return get(endpoint);
        }
    }

    private HttpConnection.Reply get(AwsEndpoint endpoint) throws IOException {
        TreeMap<String, String> headers = new TreeMap<>();
        headers.put("accept", "application/json");
        try (HttpConnection connection = HttpConnection.open(endpoint, tls)) {
            return connection.exchange("GET", endpoint.path(), headers, new byte[0]);
        }
    }
}
