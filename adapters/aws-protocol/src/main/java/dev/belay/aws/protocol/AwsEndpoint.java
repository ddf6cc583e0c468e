package dev.belay.aws.protocol;

import java.net.URI;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The address of a service of AWS. */
record AwsEndpoint(boolean encrypted, String host, int port, String path) {
    /**
     * The regional endpoint of a service, or the one that {@code AWS_ENDPOINT_URL_<SERVICE>} or {@code AWS_ENDPOINT_URL}
     * names (docs.aws.amazon.com/sdkref/latest/guide/feature-ss-endpoints.html).
     *
     * @param service as in its host name, e.g. {@code secretsmanager}
     * @param variable as in the variable's name, e.g. {@code SECRETS_MANAGER}
     */
    static AwsEndpoint of(
            String service, String variable, String region, Function<String, @Nullable String> environment) {
        String special = environment.apply("AWS_ENDPOINT_URL_" + variable);
        String general = environment.apply("AWS_ENDPOINT_URL");
        if (special != null) {
            return at(special);
        }
        return general != null ? at(general) : new AwsEndpoint(true, host(service, region), 443, "/");
    }

    private static String host(String service, String region) {
        return service + "." + region + (region.startsWith("cn-") ? ".amazonaws.com.cn" : ".amazonaws.com");
    }

    /**
     * @throws IllegalStateException when the text is not an http or https address
     */
    static AwsEndpoint at(String address) {
        URI uri = uri(address);
        boolean encrypted = "https".equalsIgnoreCase(uri.getScheme());
        String host = uri.getHost();
        if (host == null || !(encrypted || "http".equalsIgnoreCase(uri.getScheme()))) {
            throw new IllegalStateException("an endpoint of AWS is not an http or https address");
        }
        int port = uri.getPort() >= 0 ? uri.getPort() : encrypted ? 443 : 80;
        return new AwsEndpoint(encrypted, host, port, path(uri));
    }

    private static URI uri(String address) {
        try {
            return URI.create(address);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("an endpoint of AWS is not an http or https address", e);
        }
    }

    private static String path(URI uri) {
        String path = uri.getRawPath();
        String query = uri.getRawQuery();
        return (path == null || path.isEmpty() ? "/" : path) + (query == null ? "" : "?" + query);
    }

    /** As the {@code Host} header says it. */
    String authority() {
        return port == (encrypted ? 443 : 80) ? host : host + ":" + port;
    }
}
