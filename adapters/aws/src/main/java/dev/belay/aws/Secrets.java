package dev.belay.aws;

import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import dev.belay.aws.call.Call;
import dev.belay.cache.ExpiringCache;
import dev.belay.cache.LastGood;
import dev.belay.failure.Rejected;
import dev.belay.health.Counters;
import java.time.Clock;
import java.time.Duration;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/** The secrets, JSON documents in Secrets Manager, in memory for five minutes at most so that a rotation reaches every worker.
 * While the store does not answer, the last that it said is used. */
public final class Secrets {
    private static final String SYSTEM = "secretsmanager";
    private static final Duration LIFE = Duration.ofMinutes(5);

    private final SecretsManagerClient client;
    private final ExpiringCache<String, Secret> cache;
    private final LastGood<String, Secret> lastGood;

    Secrets(SecretsManagerClient client, Counters counters, Clock clock) {
        this.client = client;
        this.cache = new ExpiringCache<>(clock, LIFE);
        this.lastGood = new LastGood<>(counters, clock);
    }

    public Secret secret(String arn) {
        return cache.get(arn, this::read);
    }

    /** Reads the secret now: after what it opens was refused. */
    public Secret refresh(String arn) {
        return cache.refresh(arn, this::read);
    }

    private Secret read(String arn) {
        return lastGood.get(arn, this::ask);
    }

    private Secret ask(String arn) {
        String text = Call.to(SYSTEM, "GetSecretValue", () -> client.getSecretValue(request -> request.secretId(arn)))
                .secretString();
        if (text == null) {
            throw unreadable(arn);
        }
        try {
            return new Secret(arn, JsonParser.object().from(text));
        } catch (JsonParserException e) {
            throw unreadable(arn);
        }
    }

    /** Without the cause, whose text may quote the secret. */
    private static Rejected unreadable(String arn) {
        return new Rejected(SYSTEM, "the secret " + arn + " is not a JSON object");
    }
}
