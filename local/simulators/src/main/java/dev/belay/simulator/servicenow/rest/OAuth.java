package dev.belay.simulator.servicenow.rest;

import com.grack.nanojson.JsonWriter;
import dev.belay.simulator.http.Request;
import dev.belay.simulator.http.Response;
import dev.belay.simulator.servicenow.table.Row;
import dev.belay.simulator.servicenow.table.Tables;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The token endpoint with the client credentials grant: one token lives half an hour and is given again while it lives; why a
 * request is refused is never said (ServiceNow documentation, "OAuth API response parameters").
 */
public final class OAuth {
    public static final String PATH = "/oauth_token.do";

    private static final Duration LIFE = Duration.ofMinutes(30);

    /** The registered client and its user. */
    private record Application(String clientId, String secret, String userName) {}

    /** A token and when it ends. */
    private record Token(String value, Instant end) {}

    private final Clock clock;
    private final Tables tables;
    private Optional<Application> application = Optional.empty();
    private Optional<Token> token = Optional.empty();
    private boolean refusing;

    public OAuth(Clock clock, Tables tables) {
        this.clock = clock;
        this.tables = tables;
    }

    /** Registers the one application; {@code userName} is its OAuth Application User. */
    public synchronized void register(String clientId, String secret, String userName) {
        application = Optional.of(new Application(clientId, secret, userName));
        token = Optional.empty();
    }

    /** Refuses the application, as where its client was deactivated or the grant's property was switched off, or takes it again. */
    public synchronized void refuse(boolean whether) {
        refusing = whether;
    }

    /** Ends the token that lives, as an administrator may. */
    public synchronized void revoke() {
        token = Optional.empty();
    }

    /** Answers a request for a token. */
    public synchronized Response answer(Request request) {
        boolean form = request.header("content-type")
                .filter(type -> type.startsWith("application/x-www-form-urlencoded"))
                .isPresent();
        if (!form) {
            return refused("unspecified error");
        }
        return request.method().equals("POST") && granted(request.form()) ? given() : refused("access_denied");
    }

    /** The user whom a bearer token stands for, if it is valid. */
    synchronized Optional<String> user(String bearer) {
        return living().filter(t -> same(t.value(), bearer))
                .flatMap(t -> application.map(Application::userName))
                .filter(this::active);
    }

    synchronized boolean isApplication(String userName) {
        return application.filter(a -> a.userName().equals(userName)).isPresent();
    }

    private boolean granted(Map<String, String> form) {
        return !refusing
                && form.getOrDefault("grant_type", "").equals("client_credentials")
                && application
                        .filter(a -> same(a.clientId(), form.getOrDefault("client_id", "")))
                        .filter(a -> same(a.secret(), form.getOrDefault("client_secret", "")))
                        .filter(a -> active(a.userName()))
                        .isPresent();
    }

    private Response given() {
        Instant now = clock.instant();
        Token current =
                living().orElseGet(() -> new Token(UUID.randomUUID() + "-" + UUID.randomUUID(), now.plus(LIFE)));
        token = Optional.of(current);
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("access_token", current.value());
        answer.put("scope", "useraccount");
        answer.put("token_type", "Bearer");
        answer.put("expires_in", Duration.between(now, current.end()).toSeconds() - 1);
        return Response.json(200, JsonWriter.string(answer));
    }

    private Optional<Token> living() {
        return token.filter(t -> clock.instant().isBefore(t.end().minusSeconds(1)));
    }

    private boolean active(String userName) {
        Optional<Row> user = tables.row("sys_user", "user_name", userName);
        return user.filter(u -> u.value("active").equals("true")
                        && u.value("locked_out").equals("false"))
                .isPresent();
    }

    private static Response refused(String description) {
        return Response.json(401, "{\"error_description\":\"" + description + "\",\"error\":\"server_error\"}");
    }

    private static boolean same(String a, String b) {
        return MessageDigest.isEqual(a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));
    }
}
