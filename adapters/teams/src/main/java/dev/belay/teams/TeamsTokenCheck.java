package dev.belay.teams;

import com.grack.nanojson.JsonObject;
import dev.belay.credential.Finding;
import dev.belay.failure.Unavailable;
import dev.belay.health.Counters;
import dev.belay.ratelimit.RateLimitStore;
import dev.belay.settings.ChatSettings;
import dev.belay.teams.call.Credential;
import dev.belay.teams.call.Credentials;
import dev.belay.teams.call.Operation;
import dev.belay.teams.call.Outcome;
import dev.belay.teams.call.TeamsCalls;
import dev.belay.teams.endpoint.TeamsEndpoints;
import dev.belay.teams.endpoint.TeamsSettings;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * Asks Entra ID for a token for the Bot Connector and for one for Graph, shows each once, and finds out when what our app proves itself
 * with ends: from the certificate, from Graph where the app may read its own registration, else from what was stored with the secret.
 */
public final class TeamsTokenCheck {
    /** What no team is called: the Bot Connector says so, or that we are not in it, to whoever is let in. */
    private static final String NO_TEAM = "v3/teams/19%3Abelay-credential-check%40thread.tacv2";

    private static final String HOW =
            "Let the app read its own registration (Graph's Application.Read.All, or as its owner"
                    + " Application.ReadWrite.OwnedBy), or store the end as expires_on beside client_secret, such as"
                    + " 2027-11-23";

    private final Credentials credentials;
    private final TeamsCalls calls;
    private final URI connector;
    private final URI application;
    private final Clock clock;

    public TeamsTokenCheck(
            Credentials credentials,
            ChatSettings settings,
            TeamsSettings services,
            RateLimitStore limits,
            Counters counters,
            Clock clock) {
        this.credentials = credentials;
        this.calls = new TeamsCalls(credentials, TeamsPlatform.access(settings, services), limits, counters, clock);
        String service = services.service().toString();
        this.connector = URI.create((service.endsWith("/") ? service : service + "/") + NO_TEAM);
        this.application = URI.create(services.graph() + "/applications(appId='"
                + TeamsEndpoints.encoded(settings.app()) + "')?$select=passwordCredentials,keyCredentials");
        this.clock = clock;
    }

    /** An end, where it is known, and what is to be said about it. */
    private record Ending(Optional<Instant> at, List<String> remarks) {
        private static Ending at(Instant end) {
            return new Ending(Optional.of(end), List.of());
        }

        private static Ending unknown(String remark) {
            return new Ending(Optional.empty(), List.of(remark));
        }
    }

    /**
     * Checks what our app proves itself with in a tenant.
     *
     * @param expiresOn the day on which the secret ends, as whoever stored it said
     * @throws dev.belay.failure.CredentialsRefused when Entra ID, the Bot Connector or Graph refuses it; with what to do
     * @throws Unavailable when Entra ID or Graph does not answer
     */
    public Finding check(String tenant, Optional<LocalDate> expiresOn) {
        calls.askForTokens(tenant);
        boolean taken = isTakenByConnector(tenant);
        Optional<AppCredentials> registered = registered(tenant);
        Ending ending =
                switch (credentials.current(tenant)) {
                    case Credential.Certificate certificate ->
                        Ending.at(certificate.certificate().getNotAfter().toInstant());
                    case Credential.Secret(String value) -> ending(value, registered, expiresOn);
                };
        return new Finding.Taken(
                "Entra ID gives tokens for the Bot Connector and for Graph"
                        + (taken ? ", which both take" : ", and Graph takes its own"),
                ending.at(),
                ending.remarks());
    }

    /** A Bot Connector that is out of order says nothing of the credential, and is no reason to call it unchecked. */
    private boolean isTakenByConnector(String tenant) {
        try {
            return switch (calls.call(tenant, Operation.SHOW_TOKEN, connector)) {
                case Outcome.Done _, Outcome.Refused _ -> true;
            };
        } catch (Unavailable e) {
            return false;
        }
    }

    /** learn.microsoft.com/graph/api/application-get: 403 without the permission, 404 in a tenant that is not the registration's own. */
    private Optional<AppCredentials> registered(String tenant) {
        return switch (calls.call(tenant, Operation.READ_APPLICATION, application)) {
            case Outcome.Done(JsonObject answer) -> Optional.of(AppCredentials.of(answer));
            case Outcome.Refused _ -> Optional.empty();
        };
    }

    private Ending ending(String secret, Optional<AppCredentials> registered, Optional<LocalDate> expiresOn) {
        return registered
                .flatMap(known -> known.endOf(secret, clock.instant()))
                .map(end -> new Ending(
                        Optional.of(end.at()), end.remark().map(List::of).orElseGet(List::of)))
                .or(() -> expiresOn.map(
                        day -> Ending.at(day.atStartOfDay(ZoneOffset.UTC).toInstant())))
                .orElseGet(() -> Ending.unknown("when the client secret ends is not known, so nobody will be warned: "
                        + (registered.isPresent()
                                ? "Graph names no secret that is it. "
                                : "Graph does not let the app see it. ")
                        + HOW));
    }
}
