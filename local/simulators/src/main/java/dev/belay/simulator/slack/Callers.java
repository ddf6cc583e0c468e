package dev.belay.simulator.slack;

import dev.belay.simulator.http.Request;
import dev.belay.simulator.slack.call.Refusal;
import dev.belay.simulator.slack.workspace.Grant;
import dev.belay.simulator.slack.workspace.Workspace;
import java.util.List;
import java.util.Optional;

/** Tells by the token of a request, or by an app's id, who calls. */
final class Callers {
    private static final String BEARER = "Bearer ";

    /** Whose token it is and in which workspace. */
    record Caller(Workspace workspace, Grant grant) {
        String scopes() {
            return String.join(",", grant.scopes());
        }
    }

    private final List<Workspace> workspaces;
    private final OAuthAccess oauth;

    Callers(List<Workspace> workspaces) {
        this.workspaces = workspaces;
        this.oauth = new OAuthAccess(workspaces);
    }

    /** What apps are given that prove themselves without a token. */
    OAuthAccess oauth() {
        return oauth;
    }

    Optional<Caller> of(Request request) {
        return of(token(request));
    }

    boolean isApp(Request request) {
        return of(request).filter(caller -> caller.grant().byApp()).isPresent() || oauth.isApp(request);
    }

    /** The caller, if the token still works. */
    Caller proved(Request request) {
        String token = token(request);
        if (token.isEmpty()) {
            throw Refusal.of("not_authed");
        }
        Caller caller = of(token).orElseThrow(() -> Refusal.of("invalid_auth"));
        if (caller.grant().standing() != Grant.Standing.VALID) {
            throw Refusal.of(caller.grant().standing().error());
        }
        return caller;
    }

    private Optional<Caller> of(String token) {
        return workspaces.stream()
                .flatMap(workspace -> workspace.grant(token).map(grant -> new Caller(workspace, grant)).stream())
                .findFirst();
    }

    private static String token(Request request) {
        return request.header("authorization")
                .filter(value -> value.startsWith(BEARER))
                .map(value -> value.substring(BEARER.length()).strip())
                .orElseGet(() -> parameter(request));
    }

    private static String parameter(Request request) {
        boolean isForm = request.header("content-type")
                .filter(type -> type.startsWith("application/x-www-form-urlencoded"))
                .isPresent();
        try {
            String inBody = isForm ? request.form().getOrDefault("token", "") : "";
            return inBody.isEmpty() ? request.query().getOrDefault("token", "") : inBody;
        } catch (IllegalArgumentException e) {
            return ""; // a form that cannot be read holds no token either
        }
    }
}
