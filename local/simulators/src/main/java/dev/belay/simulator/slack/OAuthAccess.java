package dev.belay.simulator.slack;

import com.grack.nanojson.JsonObject;
import dev.belay.simulator.http.Request;
import dev.belay.simulator.slack.call.Arguments;
import dev.belay.simulator.slack.call.Method;
import dev.belay.simulator.slack.call.Refusal;
import dev.belay.simulator.slack.limit.Tier;
import dev.belay.simulator.slack.workspace.SlackApp;
import dev.belay.simulator.slack.workspace.TokenRotation;
import dev.belay.simulator.slack.workspace.Workspace;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * {@code oauth.v2.access} with {@code grant_type=refresh_token}: the app proves itself by its id and secret, in the header or in the form,
 * and no token (docs.slack.dev/reference/methods/oauth.v2.access). Installing by a code is not simulated.
 */
final class OAuthAccess {
    /** It is never called with a token. */
    static final Method METHOD = new Method("oauth.v2.access", Tier.FOUR, List.of(), _ -> {
        throw new IllegalStateException("the app proves itself by its secret");
    });

    private static final String BASIC = "Basic ";

    /** How an app proves itself. */
    private record Client(String id, String secret) {}

    private final List<Workspace> workspaces;

    OAuthAccess(List<Workspace> workspaces) {
        this.workspaces = workspaces;
    }

    /** Whether the app's id stands in the request. */
    boolean isApp(Request request) {
        return request.path().endsWith("/" + METHOD.name())
                && client(request)
                        .filter(client -> workspaces.stream()
                                .anyMatch(each -> each.app().clientId().equals(client.id())))
                        .isPresent();
    }

    /** The answer's fields beside {@code ok}. */
    JsonObject answer(Request request) {
        Client client = client(request).orElseThrow(() -> Refusal.of("invalid_client_id"));
        SlackApp app = workspaces.stream()
                .map(Workspace::app)
                .filter(each -> each.clientId().equals(client.id()))
                .findFirst()
                .orElseThrow(() -> Refusal.of("invalid_client_id"));
        if (!app.clientSecret().equals(client.secret())) {
            throw Refusal.of("bad_client_secret");
        }
        Arguments arguments = Arguments.of(request);
        String grant = arguments.text("grant_type").orElse("authorization_code");
        if (grant.equals("authorization_code")) {
            throw Refusal.of("invalid_code");
        }
        if (!grant.equals("refresh_token")) {
            throw Refusal.of("invalid_grant_type");
        }
        String refreshToken = arguments.text("refresh_token").orElse("");
        return workspaces.stream()
                .flatMap(workspace ->
                        workspace.rotation().refresh(refreshToken).map(pair -> json(workspace, pair)).stream())
                .findFirst()
                .orElseThrow(() -> Refusal.of("invalid_refresh_token"));
    }

    private static JsonObject json(Workspace workspace, TokenRotation.Pair pair) {
        JsonObject answer = new JsonObject();
        answer.put("app_id", workspace.app().id());
        answer.put("token_type", "bot");
        answer.put(
                "scope",
                workspace
                        .grant(pair.accessToken())
                        .map(grant -> String.join(",", grant.scopes()))
                        .orElse(""));
        answer.put("bot_user_id", workspace.app().botUser());
        answer.put("access_token", pair.accessToken());
        answer.put("refresh_token", pair.refreshToken());
        answer.put("expires_in", TokenRotation.LIFE.toSeconds());
        JsonObject team = new JsonObject();
        team.put("id", workspace.id());
        team.put("name", workspace.domain());
        answer.put("team", team);
        answer.put("enterprise", null);
        answer.put("is_enterprise_install", false);
        return answer;
    }

    private static Optional<Client> client(Request request) {
        return request.header("authorization")
                .filter(value -> value.startsWith(BASIC))
                .flatMap(value -> basic(value.substring(BASIC.length()).strip()))
                .or(() -> form(request));
    }

    private static Optional<Client> basic(String encoded) {
        try {
            String[] parts = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8).split(":", 2);
            return parts.length == 2 ? Optional.of(new Client(parts[0], parts[1])) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<Client> form(Request request) {
        try {
            Arguments arguments = Arguments.of(request);
            return arguments
                    .text("client_id")
                    .map(id -> new Client(id, arguments.text("client_secret").orElse("")));
        } catch (Refusal refusal) {
            return Optional.empty();
        }
    }
}
