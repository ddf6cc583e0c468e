package dev.belay.wiring;

import dev.belay.aws.Secret;
import dev.belay.aws.Secrets;
import dev.belay.document.ConnectionSettings;
import dev.belay.document.PagerConnection;
import dev.belay.health.Counters;
import dev.belay.pagerduty.PagerDutyTokenCheck;
import dev.belay.ratelimit.RateLimitStore;
import dev.belay.secret.PagerShape;
import dev.belay.secret.SecretKind;
import dev.belay.secret.SecretNames;
import dev.belay.secret.SlackTokenShape;
import dev.belay.servicenow.ServiceNowTokenCheck;
import dev.belay.servicenow.TableApi;
import dev.belay.slack.SlackTokenCheck;
import dev.belay.slack.call.SlackCalls;
import dev.belay.slack.call.SlackClient;
import dev.belay.teams.TeamsTokenCheck;
import dev.belay.wiring.CredentialCheck.Check;
import dev.belay.wiring.CredentialCheck.Shape;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** Every credential that the settings name, each with the checks of it. The same readers are used as in the workers. */
public final class CredentialChecks {
    private final Secrets secrets;
    private final SecretNames names;
    private final RateLimitStore limits;
    private final Counters counters;
    private final Clock clock;

    /**
     * @param names where the secrets are
     * @param limits the rate limits that are shared with the workers
     * @param counters where a refused credential is counted
     */
    public CredentialChecks(Secrets secrets, SecretNames names, RateLimitStore limits, Counters counters, Clock clock) {
        this.secrets = secrets;
        this.names = names;
        this.limits = limits;
        this.counters = counters;
        this.clock = clock;
    }

    /** One for each credential, in the order of their kinds. */
    public List<CredentialCheck> all(ConnectionSettings settings) {
        List<CredentialCheck> checks = new ArrayList<>();
        settings.slack().ifPresent(slack -> addSlack(checks, slack));
        settings.teams().ifPresent(teams -> addTeams(checks, teams));
        addServiceNow(checks, settings);
        new TreeMap<>(settings.pagers()).forEach((name, pager) -> addPager(checks, name, pager));
        return List.copyOf(checks);
    }

    private void addSlack(List<CredentialCheck> checks, ConnectionSettings.Slack slack) {
        checks.add(check(
                SecretKind.SLACK_SIGNING,
                "",
                () -> "nothing harmless to call with it: Slack's next request proves it"));
        SlackTokenCheck test = new SlackTokenCheck(new SlackCalls(
                new SlackClient(slack.api()),
                new SecretTokens(secrets, () -> names.listed(SecretKind.SLACK_TOKENS), counters),
                limits,
                counters,
                clock));
        for (String workspace : new TreeSet<>(slack.chat().workspaces())) {
            checks.add(check(SecretKind.SLACK_TOKENS, workspace, () -> said(test.check(workspace))));
        }
    }

    private static String said(SlackTokenCheck.Accepted accepted) {
        return "Slack accepts it for " + accepted.team()
                + accepted.scopes()
                        .map(scopes -> ", with the scopes " + String.join(", ", scopes))
                        .orElse("");
    }

    private void addTeams(List<CredentialCheck> checks, ConnectionSettings.Teams teams) {
        TeamsTokenCheck test = new TeamsTokenCheck(
                new SecretCredentials(secrets, () -> names.listed(SecretKind.TEAMS), counters),
                teams.chat(),
                teams.services(),
                limits,
                counters,
                clock);
        for (String tenant : new TreeSet<>(teams.chat().workspaces())) {
            checks.add(check(SecretKind.TEAMS, tenant, () -> {
                test.check(tenant);
                return "Entra ID gives tokens for the Bot Connector and for Graph";
            }));
        }
    }

    private void addServiceNow(List<CredentialCheck> checks, ConnectionSettings settings) {
        String instance = settings.serviceNow().instance();
        checks.add(check(SecretKind.SERVICENOW_CLIENT, instance, () -> {
            TableApi api = new TableApi(
                    settings.serviceNow().url(),
                    new SecretClient(
                            secrets,
                            names.ids(SecretKind.SERVICENOW_CLIENT, instance).getFirst(),
                            counters),
                    counters,
                    clock);
            return new ServiceNowTokenCheck(api).check()
                    ? "ServiceNow gives a token, which reads users"
                    : "ServiceNow gives a token, which sees no user: grant the integration user to read sys_user";
        }));
        checks.add(check(
                SecretKind.SERVICENOW_EVENTS,
                instance,
                () -> "nothing harmless to call with it: ServiceNow's next event proves it"));
    }

    private void addPager(List<CredentialCheck> checks, String name, PagerConnection pager) {
        switch (pager) {
            case PagerConnection.PagerDuty(var account) ->
                checks.add(check(
                        SecretKind.PAGERS,
                        name,
                        () -> new PagerDutyTokenCheck(account, key(name), counters, clock).check()
                                ? "PagerDuty accepts it"
                                : "PagerDuty lets it in, and did not say what the account can do"));
            case PagerConnection.Webhook _ ->
                checks.add(check(
                        SecretKind.PAGERS,
                        name,
                        () -> "nothing harmless to call with it: the webhook's next page proves it"));
            case PagerConnection.ServiceNowOnCall _ -> {}
        }
    }

    private SecretPagerKey key(String pager) {
        return new SecretPagerKey(secrets, () -> id(SecretKind.PAGERS, pager), pager, counters);
    }

    private CredentialCheck check(SecretKind kind, String owner, Check<String> live) {
        List<String> ids = names.ids(kind, owner);
        return new CredentialCheck(kind, owner, ids, () -> shape(kind, owner, ids), live);
    }

    private String id(SecretKind kind, String owner) {
        return names.ids(kind, owner).getFirst();
    }

    private Shape shape(SecretKind kind, String owner, List<String> ids) {
        return ids.stream()
                .flatMap(id -> secrets.findNow(id).flatMap(secret -> shape(kind, owner, id, secret)).stream())
                .findFirst()
                .orElse(Shape.MISSING);
    }

    /** None where the secret holds nothing of this owner. */
    private static Optional<Shape> shape(SecretKind kind, String owner, String id, Secret secret) {
        Map<String, String> texts = secret.texts();
        return switch (kind) {
            case SLACK_TOKENS ->
                SlackTokenShape.isAbout(texts, id, owner)
                        ? Optional.of(new Shape(true, SlackTokenShape.problems(texts, owner), kind.remarks(texts)))
                        : Optional.empty();
            case PAGERS -> Optional.of(new Shape(true, PagerShape.problems(texts, owner), List.of()));
            case SLACK_SIGNING, TEAMS, SERVICENOW_CLIENT, SERVICENOW_EVENTS ->
                Optional.of(new Shape(true, kind.problems(texts), kind.remarks(texts)));
        };
    }
}
