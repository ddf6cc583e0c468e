package dev.belay.aws;

import java.net.URI;
import java.util.Map;
import java.util.Optional;

/**
 * Where AWS is and who calls it.
 *
 * @param endpoint one address for every service, in place of AWS's own
 * @param keys in place of those that AWS gives to the function
 */
public record AwsAccess(String region, Optional<URI> endpoint, Optional<Keys> keys) {
    /** Keys to sign with. */
    public record Keys(String accessKeyId, String secretAccessKey, Optional<String> sessionToken) {
        /** Without the secrets. */
        @Override
        public String toString() {
            return "Keys[" + accessKeyId + "]";
        }
    }

    /**
     * As the environment says: {@code AWS_REGION}, which Lambda sets, and the standard {@code AWS_ENDPOINT_URL}
     * (docs.aws.amazon.com/sdkref/latest/guide/feature-ss-endpoints.html). The keys are found by AWS's own chain.
     *
     * @throws IllegalArgumentException when no region is set or the endpoint is no URL
     */
    public static AwsAccess of(Map<String, String> environment) {
        String region = environment.getOrDefault("AWS_REGION", "");
        if (region.isBlank()) {
            throw new IllegalArgumentException("AWS_REGION is not set: which region are the tables in?");
        }
        return new AwsAccess(region, endpoint(environment.getOrDefault("AWS_ENDPOINT_URL", "")), Optional.empty());
    }

    public AwsAccess with(Keys given) {
        return new AwsAccess(region, endpoint, Optional.of(given));
    }

    private static Optional<URI> endpoint(String url) {
        if (url.isBlank()) {
            return Optional.empty();
        }
        URI endpoint = URI.create(url);
        if (endpoint.getScheme() == null || endpoint.getHost() == null) {
            throw new IllegalArgumentException("AWS_ENDPOINT_URL must be a URL such as http://127.0.0.1:4566");
        }
        return Optional.of(endpoint);
    }
}
