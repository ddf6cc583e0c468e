package dev.belay.wiring.adapter;

import dev.belay.document.ConnectionSettings;
import dev.belay.health.Counters;
import dev.belay.pager.PagerSecret;
import dev.belay.ratelimit.RateLimitStore;
import dev.belay.servicenow.credential.ClientSource;
import dev.belay.servicenow.table.TableApi;
import dev.belay.slack.call.SlackTokens;
import dev.belay.team.Installations;
import dev.belay.teams.call.Credentials;
import java.time.Clock;
import java.util.function.Function;

/**
 * What adapters are built with beside their connection settings: it stays the same when these change.
 *
 * @param serviceNow for a ServiceNow instance our OAuth client
 * @param slack Slack's bot tokens
 * @param teams what our app in Teams proves itself with
 * @param pagerSecrets for a pager's name what it proves itself with
 * @param installations the teams that our app is installed in
 */
public record AdapterDependencies(
        Function<String, ClientSource> serviceNow,
        SlackTokens slack,
        Credentials teams,
        Function<String, PagerSecret> pagerSecrets,
        Installations installations,
        RateLimitStore limits,
        Counters counters,
        Clock clock) {
    /** The ServiceNow that the settings name, as the integration user sees it. */
    public TableApi tableApi(ConnectionSettings settings) {
        return new TableApi(
                settings.serviceNow().url(),
                serviceNow.apply(settings.serviceNow().instance()),
                counters,
                clock);
    }
}
