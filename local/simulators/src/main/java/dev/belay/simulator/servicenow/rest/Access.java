package dev.belay.simulator.servicenow.rest;

import dev.belay.simulator.http.Request;
import dev.belay.simulator.servicenow.table.Row;
import dev.belay.simulator.servicenow.table.Tables;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * Who may come in: the application with a bearer token, and people with basic authentication, their user name being their
 * password. The integration user has no password, as instances restrict basic authentication of such users by default
 * (ServiceNow documentation, "Basic authentication").
 */
public final class Access {
    private final Tables tables;
    private final OAuth oauth;

    public Access(Tables tables, OAuth oauth) {
        this.tables = tables;
        this.oauth = oauth;
    }

    static boolean isBasic(String authorization) {
        return authorization.regionMatches(true, 0, "Basic ", 0, 6);
    }

    Optional<Caller> caller(Request request) {
        String authorization = request.header("authorization").orElse("");
        if (isBasic(authorization)) {
            return person(authorization.substring(6).strip());
        }
        return authorization.regionMatches(true, 0, "Bearer ", 0, 7)
                ? oauth.user(authorization.substring(7).strip()).map(user -> new Caller(user, true))
                : Optional.empty();
    }

    private Optional<Caller> person(String credentials) {
        String pair = decoded(credentials);
        int colon = pair.indexOf(':');
        if (colon <= 0 || !pair.substring(0, colon).equals(pair.substring(colon + 1))) {
            return Optional.empty();
        }
        String userName = pair.substring(0, colon);
        return tables.row("sys_user", "user_name", userName)
                .filter(Access::mayLogIn)
                .filter(user -> !oauth.isApplication(userName))
                .map(user -> new Caller(userName, false));
    }

    private static boolean mayLogIn(Row user) {
        return user.value("active").equals("true")
                && user.value("locked_out").equals("false")
                && user.value("web_service_access_only").equals("false");
    }

    private static String decoded(String credentials) {
        try {
            return new String(Base64.getDecoder().decode(credentials), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
