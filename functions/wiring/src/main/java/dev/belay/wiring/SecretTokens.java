package dev.belay.wiring;

import dev.belay.aws.Secret;
import dev.belay.aws.Secrets;
import dev.belay.health.Counters;
import dev.belay.secret.SecretIds;
import dev.belay.secret.SecretKind;
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
final class SecretTokens implements SlackTokens {
    private final Secrets secrets;
    private final Supplier<String> ids;
    private final Counters counters;

    /** @param ids where they are, as {@link SecretIds} reads it */
    SecretTokens(Secrets secrets, Supplier<String> ids, Counters counters) {
        this.secrets = secrets;
        this.ids = ids;
        this.counters = counters;
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
        CheckedSecret.of(secret, SecretKind.SLACK_TOKENS, SlackTokenShape.problems(texts, workspace), counters);
        return Optional.ofNullable(SlackTokenShape.token(texts, workspace));
    }
}
