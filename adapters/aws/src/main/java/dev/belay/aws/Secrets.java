package dev.belay.aws;

import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import dev.belay.aws.call.Call;
import dev.belay.cache.ExpiringCache;
import dev.belay.cache.LastGood;
import dev.belay.failure.CredentialsRefused;
import dev.belay.failure.Rejected;
import dev.belay.health.Counters;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueResponse;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;

/** The secrets, JSON documents in Secrets Manager, in memory for five minutes at most so that a rotation reaches every worker.
 * While the store does not answer, the last that it said is used. */
public final class Secrets {
    private static final String SYSTEM = "secretsmanager";
    private static final Duration LIFE = Duration.ofMinutes(5);

    private final SecretsManagerClient client;
    private final ExpiringCache<String, Optional<Secret>> cache;
    private final LastGood<String, Optional<Secret>> lastGood;

    Secrets(SecretsManagerClient client, Counters counters, Clock clock) {
        this.client = client;
        this.cache = new ExpiringCache<>(clock, LIFE);
        this.lastGood = new LastGood<>(counters, clock);
    }

    /**
     * A secret.
     *
     * @param id its ARN or its name
     * @throws Rejected when there is none, or the store does not hand it out
     * @throws CredentialsRefused when it is not a JSON object
     */
    public Secret secret(String id) {
        return find(id).orElseThrow(() -> missing(id));
    }

    /** Reads the secret now: after what it opens was refused. */
    public Secret refresh(String id) {
        return findNow(id).orElseThrow(() -> missing(id));
    }

    /** The secret, if there is one. */
    public Optional<Secret> find(String id) {
        return known(id, cache.get(id, this::read));
    }

    /** Reads the secret now, if there is one. */
    public Optional<Secret> findNow(String id) {
        return known(id, cache.refresh(id, this::read));
    }

    /** What is missing may be stored at any time. */
    private Optional<Secret> known(String id, Optional<Secret> secret) {
        if (secret.isEmpty()) {
            cache.forget(id);
        }
        return secret;
    }

    private static Rejected missing(String id) {
        return new Rejected(SYSTEM, "the secret " + id + " is missing (ResourceNotFoundException)");
    }

    private Optional<Secret> read(String id) {
        return lastGood.get(id, this::ask);
    }

    private Optional<Secret> ask(String id) {
        return Call.to(SYSTEM, "GetSecretValue", () -> value(id)).map(value -> secret(id, value.secretString()));
    }

    private Optional<GetSecretValueResponse> value(String id) {
        try {
            return Optional.of(client.getSecretValue(request -> request.secretId(id)));
        } catch (ResourceNotFoundException e) {
            return Optional.empty();
        }
    }

    static Secret secret(String id, @Nullable String text) {
        if (text == null) {
            throw unreadable(id);
        }
        try {
            return new Secret(id, JsonParser.object().from(text));
        } catch (JsonParserException e) {
            throw unreadable(id);
        }
    }

    /** Without the cause, whose text may quote the secret. */
    private static CredentialsRefused unreadable(String arn) {
        return new CredentialsRefused(SYSTEM, "the secret " + arn + " is not a JSON object");
    }
}
