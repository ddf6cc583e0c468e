package dev.belay.ingress;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import dev.belay.aws.protocol.SecretReader;
import dev.belay.coldhttp.HttpConnection;
import dev.belay.coldhttp.HttpConnections;
import dev.belay.coldhttp.HttpEndpoint;
import dev.belay.coldhttp.Tls;
import dev.belay.dialog.Dialog;
import dev.belay.event.Press;
import dev.belay.failure.Rejected;
import dev.belay.failure.Unavailable;
import dev.belay.slack.protocol.DialogView;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Opens dialogs in Slack: one call, while the press' trigger lives, which is three seconds
 * (docs.slack.dev/interactivity/handling-user-interaction).
 */
final class SlackDialogs {
    private static final String NO_TOKEN = "no_token";

    private final BotTokens tokens;
    private final HttpEndpoint endpoint;
    private final HttpConnections connections;

    /**
     * @param listed where the bot tokens are
     * @param api where Slack's methods are, with a slash at the end
     */
    SlackDialogs(String listed, String api, SecretReader secrets, Tls tls, LastGoodMetric metrics, Clock clock) {
        this.tokens = new BotTokens(listed, secrets, metrics, clock);
        this.endpoint = HttpEndpoint.of(api + "views.open");
        this.connections = new HttpConnections(endpoint, tls, clock);
    }

    /** Begins to read the tokens and to connect on other threads. */
    void prepare() {
        tokens.readAhead();
        connections.openAhead();
    }

    /** Why it did not open; null when it did. */
    @Nullable
    String open(Dialog dialog, Press press, String trigger) {
        byte[] body = DialogView.open(dialog, press, trigger).getBytes(StandardCharsets.UTF_8);
        try {
            String token = token(press, false);
            String error = token == null ? NO_TOKEN : call(token, body);
            if (error == null || !isOfToken(error)) {
                return error;
            }
            String next = token(press, true);
            if (next != null && !next.equals(token)) {
                return call(next, body);
            }
            return error.equals(NO_TOKEN)
                    ? "there is no bot token for the workspace " + press.workspace() + ": "
                            + tokens.remedy(press.workspace())
                    : error;
        } catch (Unavailable | Rejected | IllegalArgumentException e) {
            return e.getMessage();
        } catch (IOException e) {
            return "Slack does not answer: " + e.getClass().getSimpleName();
        }
    }

    /** Of an app that was installed for an organization, a press may name that in place of the workspace. */
    private @Nullable String token(Press press, boolean again) {
        String token = again ? tokens.reread(press.workspace()) : tokens.token(press.workspace());
        if (token != null || press.userWorkspace().isEmpty()) {
            return token;
        }
        String other = press.userWorkspace().get();
        return again ? tokens.reread(other) : tokens.token(other);
    }

    private static boolean isOfToken(String error) {
        return error.equals(NO_TOKEN)
                || error.equals("invalid_auth")
                || error.equals("token_revoked")
                || error.equals("token_expired")
                || error.equals("account_inactive");
    }

    /** The error that Slack names; null when the dialog is open. A trigger is used up by one call, so none is made twice. */
    private @Nullable String call(String token, byte[] body) throws IOException {
        HttpConnection idle = connections.poll();
        HttpConnection connection = idle == null ? connections.open() : idle;
        TreeMap<String, String> headers = new TreeMap<>();
        headers.put("authorization", "Bearer " + token);
        headers.put("content-type", "application/json; charset=utf-8");
        headers.put("host", endpoint.authority());
        HttpConnection.Reply reply;
        try {
            reply = connection.exchange("POST", endpoint.path(), headers, body);
        } finally {
            connections.release(connection);
        }
        try {
            JsonObject answer = JsonParser.object().from(new String(reply.body(), StandardCharsets.UTF_8));
            return answer.getBoolean("ok", false) ? null : error(answer.getString("error", ""));
        } catch (JsonParserException e) {
            return "HTTP " + reply.status() + " without JSON";
        }
    }

    /** Slack's code for it, and nothing that is not one. */
    private static String error(String code) {
        for (int i = 0; i < code.length(); i++) {
            char c = code.charAt(i);
            if ((c < 'a' || c > 'z') && c != '_') {
                return "an error without a code";
            }
        }
        return code.isEmpty() || code.length() > 80 ? "an error without a code" : code;
    }
}
