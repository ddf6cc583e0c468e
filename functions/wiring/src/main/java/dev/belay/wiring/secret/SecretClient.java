package dev.belay.wiring.secret;

import dev.belay.aws.Secret;
import dev.belay.aws.Secrets;
import dev.belay.credential.CredentialId;
import dev.belay.secret.SecretKind;
import dev.belay.servicenow.credential.ClientCredentials;
import dev.belay.servicenow.credential.ClientSource;

/** ServiceNow's OAuth client of one instance, from the secret {@code {"client_id", "client_secret"}}, read afresh for each token. */
public final class SecretClient implements ClientSource {
    private final Secrets secrets;
    private final String secretId;
    private final CredentialId id;
    private final Refusals refusals;

    public SecretClient(Secrets secrets, String secretId, String instance, Refusals refusals) {
        this.secrets = secrets;
        this.secretId = secretId;
        this.id = new CredentialId(CredentialId.Kind.SERVICENOW, instance);
        this.refusals = refusals;
    }

    @Override
    public ClientCredentials get() {
        CheckedSecret checked = new CheckedSecret(id, SecretKind.SERVICENOW_CLIENT, refusals);
        Secret secret = checked.of(secrets.findNow(secretId).orElseThrow(() -> checked.missing(secretId)));
        return new ClientCredentials(secret.text("client_id"), secret.text("client_secret"));
    }

    @Override
    public void refused(String said) {
        refusals.states().refused(id, said);
    }
}
