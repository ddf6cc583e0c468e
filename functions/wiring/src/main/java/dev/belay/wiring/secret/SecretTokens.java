package dev.belay.wiring.secret;

import dev.belay.aws.Secret;
import dev.belay.aws.Secrets;
import dev.belay.credential.CredentialId;
import dev.belay.secret.SecretIds;
import dev.belay.secret.SecretKind;
import dev.belay.secret.SecretPlace;
import dev.belay.secret.SlackTokenShape;
import dev.belay.slack.call.SlackTokens;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Slack's bot tokens, each from the secret of its workspace, {@code {"bot_token": "xoxb-…"}}, or from one of several,
 * {@code {"<team id>": "xoxb-…"}}.
 */
public final class SecretTokens implements SlackTokens {
    private final Secrets secrets;
    private final Supplier<String> ids;
    private final Refusals refusals;

    /** @param ids where they are, as {@link SecretIds} reads it */
    public SecretTokens(Secrets secrets, Supplier<String> ids, Refusals refusals) {
        this.secrets = secrets;
        this.ids = ids;
        this.refusals = refusals;
    }

    @Override
    public Optional<String> token(String workspace) {
        return token(workspace, secrets::find);
    }

    @Override
    public Optional<String> reread(String workspace) {
        return token(workspace, secrets::findNow);
    }

    private Optional<String> token(String workspace, Function<String, Optional<Secret>> read) {
        return SecretIds.of(ids.get(), workspace).stream()
                .flatMap(id -> read.apply(id).flatMap(secret -> token(workspace, id, secret)).stream())
                .findFirst();
    }

    private Optional<String> token(String workspace, String id, Secret secret) {
        Map<String, String> texts = secret.texts();
        if (!SlackTokenShape.isAbout(texts, id, workspace)) {
            return Optional.empty();
        }
        Secret good = new CheckedSecret(
                        id(workspace),
                        SecretKind.SLACK_TOKENS,
                        read -> SlackTokenShape.problems(read.texts(), workspace),
                        refusals)
                .of(secret, () -> secrets.refresh(id));
        return Optional.ofNullable(SlackTokenShape.token(good.texts(), workspace));
    }

    @Override
    public String remedy(String workspace) {
        return SecretPlace.first(ids.get(), SecretKind.SLACK_TOKENS, workspace).remedy();
    }

    @Override
    public void refused(String workspace, String said) {
        refusals.states().refused(id(workspace), said);
    }

    private static CredentialId id(String workspace) {
        return new CredentialId(CredentialId.Kind.SLACK, workspace);
    }
}
