package dev.belay.wiring.secret;

import dev.belay.aws.Secret;
import dev.belay.aws.Secrets;
import dev.belay.aws.StagedSecrets;
import dev.belay.credential.CredentialId;
import dev.belay.credential.RotateToken;
import dev.belay.credential.Rotation;
import dev.belay.document.ConnectionSettings;
import dev.belay.health.Counters;
import dev.belay.lease.Leases;
import dev.belay.ratelimit.RateLimitStore;
import dev.belay.secret.SecretKind;
import dev.belay.slack.SlackAppSecret;
import dev.belay.slack.SlackTokenIssuer;
import dev.belay.slack.call.SlackClient;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** Looks after the tokens that rotate, of every Slack workspace that the settings name. The only one that renews them. */
public final class TokenRotation {
    private final Stores stores;
    private final Supplier<String> tokens;
    private final Supplier<String> app;
    private final Counters counters;
    private final Clock clock;
    private final RandomGenerator random;
    private final String stack;

    /**
     * What a rotation reads and writes.
     *
     * @param secrets for the app's own secret, which is read
     * @param staged for the pairs, whose versions it writes
     * @param leases so that one run is at it
     * @param limits the rate limits that are shared with the workers
     */
    public record Stores(Secrets secrets, StagedSecrets staged, Leases leases, RateLimitStore limits) {}

    /**
     * @param tokens where the workspaces' tokens are, as {@link dev.belay.secret.SecretIds} reads it
     * @param app the name or ARN of the secret {@code {"client_id", "client_secret"}} of the app
     * @param stack its name, for the commands that a person is told to type
     */
    public TokenRotation(
            Stores stores,
            Supplier<String> tokens,
            Supplier<String> app,
            Counters counters,
            Clock clock,
            RandomGenerator random,
            String stack) {
        this.stores = stores;
        this.tokens = tokens;
        this.app = app;
        this.counters = counters;
        this.clock = clock;
        this.random = random;
        this.stack = stack;
    }

    /** Rotates what is due, one workspace after another; what came of each. Never throws an {@link dev.belay.failure.ExternalFailure}. */
    public Map<CredentialId, Rotation> run(ConnectionSettings settings) {
        Map<CredentialId, Rotation> came = new LinkedHashMap<>();
        settings.slack().ifPresent(slack -> {
            RotateToken rotate = rotating(new SlackClient(slack.api(), clock));
            for (String workspace : new TreeSet<>(slack.chat().workspaces())) {
                came.put(new CredentialId(CredentialId.Kind.SLACK, workspace), rotate.rotate(workspace));
            }
        });
        return came;
    }

    private RotateToken rotating(SlackClient client) {
        return new RotateToken(
                new SecretTokenPairs(stores.staged(), tokens, counters),
                new SlackTokenIssuer(client, this::appSecret, stores.limits(), counters, clock),
                stores.leases(),
                clock,
                random,
                stack);
    }

    private SlackAppSecret appSecret() {
        CredentialId ours = new CredentialId(CredentialId.Kind.SLACK, "app");
        Secret secret = new CheckedSecret(ours, SecretKind.SLACK_APP, Refusals.countedOnly(counters))
                .of(stores.secrets().refresh(app.get()));
        return new SlackAppSecret(secret.text("client_id"), secret.text("client_secret"));
    }
}
