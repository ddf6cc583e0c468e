package dev.belay.aws.protocol;

import dev.belay.coldhttp.HttpEndpoint;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Where AWS is: its own address of a service under the partition's domain, or the one that a variable names. */
final class AwsEndpoint {
    private static final String GENERAL = "AWS_ENDPOINT_URL";

    /** The domain of the partition, e.g. {@code amazonaws.com}: the template's {@code AWS::URLSuffix}. */
    private static final String SUFFIX = "BELAY_AWS_URL_SUFFIX";

    private AwsEndpoint() {}

    /**
     * The regional endpoint of a service, or the one that {@code AWS_ENDPOINT_URL_<SERVICE>} or {@code AWS_ENDPOINT_URL}
     * names (docs.aws.amazon.com/sdkref/latest/guide/feature-ss-endpoints.html).
     *
     * @param service as in its host name, e.g. {@code secretsmanager}
     * @param variable as in the variable's name, e.g. {@code SECRETS_MANAGER}
     * @throws IllegalStateException when a variable holds no http or https address, or none says where AWS is; the message names it
     */
    static HttpEndpoint of(
            String service, String variable, String region, Function<String, @Nullable String> environment) {
        String own = GENERAL + "_" + variable;
        String special = environment.apply(own);
        if (special != null) {
            return named(own, special);
        }
        String general = environment.apply(GENERAL);
        return general != null
                ? named(GENERAL, general)
                : new HttpEndpoint(true, service + "." + region + "." + suffix(environment), 443, "/");
    }

    /**
     * The address that a variable holds.
     *
     * @throws IllegalStateException when it is not an http or https address; the message names the variable
     */
    static HttpEndpoint named(String variable, String address) {
        try {
            return HttpEndpoint.of(address);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(
                    "the environment variable " + variable + " does not hold an http or https address", e);
        }
    }

    private static String suffix(Function<String, @Nullable String> environment) {
        String suffix = environment.apply(SUFFIX);
        if (suffix == null || suffix.isBlank()) {
            throw new IllegalStateException("the environment variable " + SUFFIX + " is not set");
        }
        return suffix;
    }
}
