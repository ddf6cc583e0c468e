package dev.belay.wiring;

import dev.belay.aws.Secret;
import dev.belay.aws.Secrets;
import dev.belay.servicenow.ClientCredentials;
import java.util.function.Supplier;

/** ServiceNow's OAuth client, from the secret {@code {"client_id", "client_secret"}}, read afresh for each token. */
final class SecretClient implements Supplier<ClientCredentials> {
    private final Secrets secrets;
    private final String arn;

    SecretClient(Secrets secrets, String arn) {
        this.secrets = secrets;
        this.arn = arn;
    }

    @Override
    public ClientCredentials get() {
        Secret secret = secrets.refresh(arn);
        return new ClientCredentials(secret.text("client_id"), secret.text("client_secret"));
    }
}
