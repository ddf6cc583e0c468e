package dev.belay.wiring;

import com.grack.nanojson.JsonObject;
import dev.belay.aws.Secrets;
import dev.belay.slack.call.SlackTokens;
import java.util.Optional;

/** Slack's bot tokens, from the secret {@code {"<team id>": {"bot_token": "xoxb-…"}}}. */
final class SecretTokens implements SlackTokens {
    private final Secrets secrets;
    private final String arn;

    SecretTokens(Secrets secrets, String arn) {
        this.secrets = secrets;
        this.arn = arn;
    }

    @Override
    public Optional<String> token(String workspace) {
        return token(secrets.read(arn), workspace);
    }

    @Override
    public Optional<String> reread(String workspace) {
        return token(secrets.refresh(arn), workspace);
    }

    private static Optional<String> token(JsonObject secret, String workspace) {
        return Optional.ofNullable(secret.getObject(workspace)).map(held -> held.getString("bot_token"));
    }
}
