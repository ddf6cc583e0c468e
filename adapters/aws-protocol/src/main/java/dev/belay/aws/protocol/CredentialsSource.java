package dev.belay.aws.protocol;

import dev.belay.coldhttp.Tls;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Where the function's credentials come from: its environment, or the container credentials endpoint, which Lambda uses
 * after a snapshot is restored (docs.aws.amazon.com/sdkref/latest/guide/feature-container-credentials.html).
 */
interface CredentialsSource {
    /**
     * The credentials of this moment.
     *
     * @throws dev.belay.failure.Unavailable when the endpoint does not hand them out
     */
    AwsCredentials current();

    /**
     * @throws IllegalStateException when the environment names neither keys nor an endpoint
     */
    static CredentialsSource of(Function<String, @Nullable String> environment, Clock clock, Tls tls) {
        String key = environment.apply("AWS_ACCESS_KEY_ID");
        String secret = environment.apply("AWS_SECRET_ACCESS_KEY");
        String endpoint = environment.apply(ContainerCredentials.VARIABLE);
        if (key != null && secret != null) {
            return new Fixed(
                    new AwsCredentials(key, secret, Optional.ofNullable(environment.apply("AWS_SESSION_TOKEN"))));
        }
        if (endpoint != null) {
            return new ContainerCredentials(endpoint, environment, clock, tls);
        }
        throw new IllegalStateException(
                "neither AWS_ACCESS_KEY_ID with AWS_SECRET_ACCESS_KEY nor AWS_CONTAINER_CREDENTIALS_FULL_URI is set");
    }

    /** Credentials that the environment holds for as long as the process lives. */
    record Fixed(AwsCredentials current) implements CredentialsSource {}
}
