package dev.belay.wiring.secret;

import dev.belay.aws.Secret;
import dev.belay.aws.StagedSecrets;
import dev.belay.credential.CredentialId;
import dev.belay.credential.TokenPair;
import dev.belay.credential.TokenPairs;
import dev.belay.health.Counters;
import dev.belay.secret.SecretIds;
import dev.belay.secret.SecretKind;
import dev.belay.secret.SlackTokenShape;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The rotating pairs of Slack's workspaces, each in its secret, {@code {"bot_token", "refresh_token", "expires_at"}}. Each version that a
 * rotation writes is named by the fingerprint of the pair that it follows, so a pair has one follower, whoever writes.
 */
final class SecretTokenPairs implements TokenPairs {
    /** The stage of the note that a renewal was begun: no value that anybody reads. */
    private static final String NOTE = "BELAY_RENEWAL";

    private static final String BEGUN = "{\"renewal\":\"begun\"}";

    private final StagedSecrets secrets;
    private final Supplier<String> ids;
    private final Counters counters;

    /** @param ids where they are, as {@link SecretIds} reads it */
    SecretTokenPairs(StagedSecrets secrets, Supplier<String> ids, Counters counters) {
        this.secrets = secrets;
        this.ids = ids;
        this.counters = counters;
    }

    @Override
    public Optional<Held> read(String workspace) {
        return SecretIds.of(ids.get(), workspace).stream()
                .flatMap(id -> secrets
                        .current(id)
                        .filter(version ->
                                SlackTokenShape.isAbout(version.secret().texts(), id, workspace))
                        .map(version -> new Found(id, version))
                        .stream())
                .findFirst()
                .filter(found -> SlackTokenShape.isPair(found.version().secret().texts()))
                .map(this::held);
    }

    /** What is stored about a workspace, whether it rotates or not. */
    private record Found(String id, StagedSecrets.Version version) {}

    private Held held(Found found) {
        TokenPair current = pair(found.id(), found.version().secret());
        return new Held(
                found.id(),
                found.version().id(),
                current,
                secrets.version(found.id(), next(current)).map(version -> pair(found.id(), version.secret())));
    }

    private TokenPair pair(String name, Secret secret) {
        CredentialId id = new CredentialId(CredentialId.Kind.SLACK, name);
        new CheckedSecret(id, SecretKind.SLACK_TOKENS, Refusals.countedOnly(counters)).of(secret);
        return new TokenPair(
                secret.text("bot_token"), secret.text("refresh_token"), Instant.parse(secret.text("expires_at")));
    }

    @Override
    public Optional<Instant> begun(Held held) {
        return secrets.version(held.secret(), note(held.current())).map(StagedSecrets.Version::created);
    }

    @Override
    public void begin(Held held) {
        secrets.stage(held.secret(), note(held.current()), BEGUN, NOTE);
    }

    @Override
    public TokenPair stage(Held held, TokenPair next) {
        String version = next(held.current());
        if (secrets.stage(held.secret(), version, document(next), StagedSecrets.PENDING)) {
            return next;
        }
        return secrets.version(held.secret(), version)
                .map(found -> pair(held.secret(), found.secret()))
                .orElse(next);
    }

    @Override
    public boolean promote(Held held) {
        return secrets.promote(held.secret(), next(held.current()), held.version());
    }

    private static String next(TokenPair pair) {
        return pair.fingerprint("next");
    }

    private static String note(TokenPair pair) {
        return pair.fingerprint("begun");
    }

    /** Slack's tokens and a moment are ASCII without quotes, which {@link SlackTokenShape} holds them to when they are read. */
    private static String document(TokenPair pair) {
        return "{\"bot_token\":\"" + pair.accessToken() + "\",\"refresh_token\":\"" + pair.refreshToken()
                + "\",\"expires_at\":\"" + pair.expiresAt() + "\"}";
    }
}
