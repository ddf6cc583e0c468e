package dev.belay.aws;

import dev.belay.aws.call.Call;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.DescribeSecretResponse;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;

/** Secrets Manager as whoever installs Belay uses it: secrets are stored there, and not read. */
public final class SecretStore {
    private static final String SYSTEM = "secretsmanager";

    private final SecretsManagerClient client;

    SecretStore(SecretsManagerClient client) {
        this.client = client;
    }

    /** How a secret stands before anything is stored. */
    public enum Standing {
        /** There is none of this name. */
        MISSING,
        /** It is there, and no value was ever stored in it. */
        EMPTY,
        /** It has a value. */
        FILLED
    }

    /**
     * How a secret stands; its value is not read.
     *
     * @throws dev.belay.failure.Unavailable when AWS does not answer
     * @throws dev.belay.failure.Rejected when it refuses
     */
    public Standing standing(String name) {
        return Call.to(SYSTEM, "DescribeSecret", () -> {
            try {
                DescribeSecretResponse secret = client.describeSecret(request -> request.secretId(name));
                boolean filled =
                        secret.versionIdsToStages().values().stream().anyMatch(stages -> stages.contains("AWSCURRENT"));
                return filled ? Standing.FILLED : Standing.EMPTY;
            } catch (ResourceNotFoundException e) {
                return Standing.MISSING;
            }
        });
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
