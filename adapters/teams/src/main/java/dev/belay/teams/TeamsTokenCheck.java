package dev.belay.teams;

import dev.belay.health.Counters;
import dev.belay.ratelimit.RateLimitStore;
import dev.belay.settings.ChatSettings;
import dev.belay.teams.call.Credentials;
import dev.belay.teams.call.TeamsCalls;
import java.time.Clock;

/** Asks Entra ID for a token for the Bot Connector and for one for Graph; neither is used. */
public final class TeamsTokenCheck {
    private final TeamsCalls calls;

    public TeamsTokenCheck(
            Credentials credentials,
            ChatSettings settings,
            TeamsSettings services,
            RateLimitStore limits,
            Counters counters,
            Clock clock) {
        this.calls = new TeamsCalls(credentials, TeamsPlatform.access(settings, services), limits, counters, clock);
    }

    /**
     * Checks what our app proves itself with in a tenant.
     *
     * @throws dev.belay.failure.CredentialsRefused when Entra ID refuses it; with its AADSTS number and what to do
     * @throws dev.belay.failure.Unavailable when Entra ID does not answer
     */
    public void check(String tenant) {
        calls.askForTokens(tenant);
    }
}
