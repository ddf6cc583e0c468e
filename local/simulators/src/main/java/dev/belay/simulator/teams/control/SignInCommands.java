package dev.belay.simulator.teams.control;

import dev.belay.simulator.control.Command;
import dev.belay.simulator.control.Fields;
import dev.belay.simulator.teams.login.AccessTokens;
import dev.belay.simulator.teams.login.Credentials;
import dev.belay.simulator.teams.tenant.TeamsApp;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;

/** What becomes of what the app signs in with. */
public final class SignInCommands {
    private final TeamsApp app;
    private final Credentials credentials;
    private final AccessTokens tokens;

    public SignInCommands(TeamsApp app, Credentials credentials, AccessTokens tokens) {
        this.app = app;
        this.credentials = credentials;
        this.tokens = tokens;
    }

    List<Command> all() {
        return List.of(
                Command.change(
                        "client-secret",
                        "secret? (the app's), standing (valid, expired, removed), end? (such as 2027-11-23T00:00:00Z)",
                        "makes a client secret valid, until a moment where one is given, lets it expire, or deletes it",
                        this::secret),
                Command.change(
                        "in-tenant",
                        "on",
                        "takes the app out of the tenant, or puts it back",
                        given -> credentials.inTenant(given.flag("on"))),
                Command.change(
                        "revoke-tokens",
                        "",
                        "ends all access tokens that the app was given",
                        given -> tokens.revoke()));
    }

    private void secret(Fields given) {
        String secret = given.optional("secret").orElseGet(app::secret);
        switch (given.text("standing")) {
            case "valid" ->
                given.optional("end")
                        .ifPresentOrElse(
                                end -> credentials.addSecret(secret, moment(end)), () -> credentials.addSecret(secret));
            case "expired" -> credentials.expire(secret);
            case "removed" -> credentials.remove(secret);
            default -> throw new IllegalArgumentException("standing is one of valid, expired, removed");
        }
    }

    private static Instant moment(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("end is a moment such as 2027-11-23T00:00:00Z", e);
        }
    }
}
