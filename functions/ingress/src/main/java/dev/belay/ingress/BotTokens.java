package dev.belay.ingress;

import com.grack.nanojson.JsonObject;
import dev.belay.aws.protocol.SecretReader;
import dev.belay.failure.Rejected;
import dev.belay.failure.Unavailable;
import dev.belay.secret.SecretIds;
import dev.belay.secret.SecretKind;
import dev.belay.secret.SecretPlace;
import dev.belay.secret.SlackTokenShape;
import java.time.Clock;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Slack's bot tokens, each from the secret of its workspace or from one of several, as the template says. */
final class BotTokens {
    private final String listed;
    private final SecretReader reader;
    private final LastGoodMetric lastGood;
    private final Clock clock;
    private final TreeMap<String, CachedSecret<JsonObject>> secrets = new TreeMap<>();

    /** @param listed where they are, as {@link SecretIds} reads it */
    BotTokens(String listed, SecretReader reader, LastGoodMetric lastGood, Clock clock) {
        this.listed = listed;
        this.reader = reader;
        this.lastGood = lastGood;
        this.clock = clock;
    }

    /** Begins to read those that are known before any request names its workspace. */
    void readAhead() {
        for (String id : SecretIds.of(listed, "")) {
            secret(id, "").readAhead();
        }
    }

    /**
     * As it was read within five minutes; null where the workspace has none.
     *
     * @throws Unavailable when it cannot be read now
     * @throws Rejected when we may not read it, or it is no JSON
     * @throws IllegalArgumentException when it is no bot token; the message says what it is, and never quotes it
     */
    @Nullable
    String token(String workspace) {
        return token(workspace, false);
    }

    /** As it is now; null where the workspace has none, or where it was read a moment ago. */
    @Nullable
    String reread(String workspace) {
        return token(workspace, true);
    }

    /** What a person does where a workspace has none, without a full stop. */
    String remedy(String workspace) {
        return SecretPlace.first(listed, SecretKind.SLACK_TOKENS, workspace).remedy();
    }

    private @Nullable String token(String workspace, boolean again) {
        List<String> ids = SecretIds.of(listed, workspace);
        for (String id : ids) {
            JsonObject document = document(id, workspace, again);
            String token = document == null ? null : token(id, document, workspace);
            if (token != null) {
                return token;
            }
        }
        return null;
    }

    private static @Nullable String token(String id, JsonObject document, String workspace) {
        if (!SlackTokenShape.isAbout(document, id, workspace)) {
            return null;
        }
        List<String> problems = SlackTokenShape.problems(document, workspace);
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException("the secret of its bot token is wrong: " + problems.get(0));
        }
        return SlackTokenShape.token(document, workspace);
    }

    /** A workspace may lack its secret where another name of the same press has one. */
    private @Nullable JsonObject document(String id, String workspace, boolean again) {
        try {
            return again
                    ? secret(id, workspace).reread()
                    : secret(id, workspace).current();
        } catch (NotSetUp e) {
            return null;
        }
    }

    private synchronized CachedSecret<JsonObject> secret(String id, String workspace) {
        CachedSecret<JsonObject> secret = secrets.get(id);
        if (secret == null) {
            secret =
                    new CachedSecret<>(
                            reader, new SecretPlace(id, SecretKind.SLACK_TOKENS, workspace), lastGood, clock) {
                        @Override
                        JsonObject parse(JsonObject document) {
                            return document;
                        }
                    };
            secrets.put(id, secret);
        }
        return secret;
    }
}
