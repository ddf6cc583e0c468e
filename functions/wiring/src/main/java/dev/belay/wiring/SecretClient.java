package dev.belay.wiring;

import dev.belay.aws.Secret;
import dev.belay.aws.Secrets;
import dev.belay.health.Counters;
import dev.belay.secret.SecretKind;
import dev.belay.servicenow.ClientCredentials;
import java.util.function.Supplier;

/** ServiceNow's OAuth client, from the secret {@code {"client_id", "client_secret"}}, read afresh for each token. */
final class SecretClient implements Supplier<ClientCredentials> {
    private final Secrets secrets;
    private final String id;
    private final Counters counters;

    SecretClient(Secrets secrets, String id, Counters counters) {
        this.secrets = secrets;
        this.id = id;
        this.counters = counters;
    }

    @Override
    public ClientCredentials get() {
        Secret stored = secrets.findNow(id)
                .orElseThrow(() -> CheckedSecret.missing(SecretKind.SERVICENOW_CLIENT, id, counters));
        Secret secret = CheckedSecret.of(stored, SecretKind.SERVICENOW_CLIENT, counters);
        return new ClientCredentials(secret.text("client_id"), secret.text("client_secret"));
    }
}
