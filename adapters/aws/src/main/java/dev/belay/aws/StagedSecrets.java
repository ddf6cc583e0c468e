package dev.belay.aws;

import dev.belay.aws.call.Call;
import java.time.Instant;
import java.util.Optional;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueRequest;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueResponse;
import software.amazon.awssdk.services.secretsmanager.model.InvalidParameterException;
import software.amazon.awssdk.services.secretsmanager.model.ResourceExistsException;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;

/**
 * The versions of secrets and the stages that they are in, for whoever rotates one. Nothing is cached, and every write is idempotent
 * and overwrites nothing (docs.aws.amazon.com/secretsmanager/latest/apireference: API_PutSecretValue, API_UpdateSecretVersionStage).
 */
public final class StagedSecrets {
    /** The stage of a version that is to become the current one. */
    public static final String PENDING = "AWSPENDING";

    private static final String CURRENT = "AWSCURRENT";
    private static final String SYSTEM = "secretsmanager";

    private final SecretsManagerClient client;

    StagedSecrets(SecretsManagerClient client) {
        this.client = client;
    }

    /**
     * One version of a secret.
     *
     * @param id the store's name of it
     * @param created when it was stored
     */
    public record Version(String id, Secret secret, Instant created) {}

    /**
     * The version that every reader gets.
     *
     * @param secret the secret's name or ARN
     * @return none where there is no such secret
     * @throws dev.belay.failure.Rejected when it is no JSON object
     */
    public Optional<Version> current(String secret) {
        return version(
                secret,
                GetSecretValueRequest.builder()
                        .secretId(secret)
                        .versionStage(CURRENT)
                        .build());
    }

    /** The version of this name, whatever its stage; none where it was never stored. */
    public Optional<Version> version(String secret, String id) {
        return version(
                secret,
                GetSecretValueRequest.builder().secretId(secret).versionId(id).build());
    }

    private Optional<Version> version(String secret, GetSecretValueRequest request) {
        return Call.to(SYSTEM, "GetSecretValue", () -> find(request))
                .map(found -> new Version(
                        found.versionId(), Secrets.secret(secret, found.secretString()), found.createdDate()));
    }

    private Optional<GetSecretValueResponse> find(GetSecretValueRequest request) {
        try {
            return Optional.of(client.getSecretValue(request));
        } catch (ResourceNotFoundException e) {
            return Optional.empty();
        }
    }

    /**
     * Stores a version that is not current.
     *
     * @param id its name, 32 to 64 characters
     * @param stage the stage that it is put in, e.g. {@link #PENDING}, which another version leaves
     * @return whether the version of this name holds this document now; if not, it holds another one, which stays
     */
    public boolean stage(String secret, String id, String document, String stage) {
        return Call.to(SYSTEM, "PutSecretValue", () -> {
            try {
                client.putSecretValue(request -> request.secretId(secret)
                        .clientRequestToken(id)
                        .secretString(document)
                        .versionStages(stage));
                return true;
            } catch (ResourceExistsException e) {
                return false;
            }
        });
    }

    /**
     * Makes a version the current one, and the current one the previous one.
     *
     * @param id the version's name
     * @param before the version that is current
     * @return whether it is current now; if not, another one than {@code before} is, and stays
     */
    public boolean promote(String secret, String id, String before) {
        boolean moved = Call.to(SYSTEM, "UpdateSecretVersionStage", () -> {
            try {
                client.updateSecretVersionStage(request -> request.secretId(secret)
                        .versionStage(CURRENT)
                        .moveToVersionId(id)
                        .removeFromVersionId(before));
                return true;
            } catch (InvalidParameterException e) {
                return false;
            }
        });
        return moved
                || current(secret).filter(version -> version.id().equals(id)).isPresent();
    }
}
