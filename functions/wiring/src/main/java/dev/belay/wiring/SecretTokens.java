package dev.belay.wiring;

import dev.belay.aws.Secrets;
import dev.belay.slack.call.SlackTokens;
import java.util.Optional;
import java.util.function.Supplier;

/** Slack's bot tokens, from the secret {@code {"<team id>": "xoxb-…"}}. */
final class SecretTokens implements SlackTokens {
    private final Secrets secrets;
    private final Supplier<String> arn;

    SecretTokens(Secrets secrets, Supplier<String> arn) {
        this.secrets = secrets;
        this.arn = arn;
    }

    @Override
    public Optional<String> token(String workspace) {
        return secrets.secret(arn.get()).find(workspace);
    }

    @Override
    public Optional<String> reread(String workspace) {
        return secrets.refresh(arn.get()).find(workspace);
    }
}
