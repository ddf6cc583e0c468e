package dev.belay.aws;

import dev.belay.aws.call.Call;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;

/** Secrets Manager as whoever installs Belay uses it: secrets are stored there, and not read. */
public final class SecretStore {
    private static final String SYSTEM = "secretsmanager";

    private final SecretsManagerClient client;

    SecretStore(SecretsManagerClient client) {
        this.client = client;
    }

    /** What became of a secret that was stored. */
    public enum Stored {
        /** There was none of this name. */
        CREATED,
        /** It has a new current value; the one before is its previous one. */
        REPLACED
    }

    /**
     * Stores a secret's current value.
     *
     * @throws dev.belay.failure.Unavailable when AWS does not answer
     * @throws dev.belay.failure.Rejected when it refuses
     */
    public Stored put(String name, String document) {
        return Call.to(SYSTEM, "PutSecretValue", () -> {
            try {
                client.putSecretValue(request -> request.secretId(name).secretString(document));
                return Stored.REPLACED;
            } catch (ResourceNotFoundException e) {
                return create(name, document);
            }
        });
    }

    private Stored create(String name, String document) {
        return Call.to(SYSTEM, "CreateSecret", () -> {
            client.createSecret(request -> request.name(name)
                    .secretString(document)
                    .description("A secret of Belay, stored with ./belay secrets put"));
            return Stored.CREATED;
        });
    }
}
