package dev.belay.wiring.credential;

import dev.belay.aws.Secret;
import dev.belay.aws.Secrets;
import dev.belay.credential.CredentialCheck;
import dev.belay.credential.CredentialId;
import dev.belay.credential.Finding;
import dev.belay.document.ConnectionSettings;
import dev.belay.document.PagerConnection;
import dev.belay.health.Counters;
import dev.belay.pagerduty.PagerDutyTokenCheck;
import dev.belay.ratelimit.RateLimitStore;
import dev.belay.secret.PagerShape;
import dev.belay.secret.SecretKind;
import dev.belay.secret.SecretNames;
import dev.belay.secret.SecretPlace;
import dev.belay.secret.SlackTokenShape;
import dev.belay.secret.TeamsShape;
import dev.belay.servicenow.check.ServiceNowTokenCheck;
import dev.belay.servicenow.table.TableApi;
import dev.belay.slack.SlackTokenCheck;
import dev.belay.slack.call.SlackCalls;
import dev.belay.slack.call.SlackClient;
import dev.belay.teams.TeamsTokenCheck;
import dev.belay.wiring.credential.StoredCredential.Shape;
import dev.belay.wiring.secret.Refusals;
import dev.belay.wiring.secret.SecretClient;
import dev.belay.wiring.secret.SecretCredentials;
import dev.belay.wiring.secret.SecretPagerKey;
import dev.belay.wiring.secret.SecretTokens;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;

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

    /** The check of each credential that is shown to another system, in the order of their kinds. */
    public List<CredentialCheck> all(ConnectionSettings settings) {
        return stored(settings).stream()
                .flatMap(credential -> credential.live().stream())
                .toList();
    }

    /** One for each secret, in the order of their kinds. */
    public List<StoredCredential> stored(ConnectionSettings settings) {
        List<StoredCredential> stored = new ArrayList<>();
        settings.slack().ifPresent(slack -> addSlack(stored, slack));
        settings.teams().ifPresent(teams -> addTeams(stored, teams));
        addServiceNow(stored, settings);
        new TreeMap<>(settings.pagers()).forEach((name, pager) -> addPager(stored, name, pager));
        return List.copyOf(stored);
    }

    private void addSlack(List<StoredCredential> stored, ConnectionSettings.Slack slack) {
        stored.add(proof(SecretKind.SLACK_SIGNING, ""));
        for (String workspace : new TreeSet<>(slack.chat().workspaces())) {
            stored.add(credential(SecretKind.SLACK_TOKENS, CredentialId.Kind.SLACK, workspace, () -> slackCheck(slack)
                    .check(
                            workspace,
                            find(SecretKind.SLACK_TOKENS, workspace)
                                    .flatMap(secret -> SlackTokenShape.rotatesAt(secret.texts())))));
        }
    }

    /** Made for each check: workers hold the checks from their start, and hardly ever run one. */
    private SlackTokenCheck slackCheck(ConnectionSettings.Slack slack) {
        return new SlackTokenCheck(new SlackCalls(
                new SlackClient(slack.api(), clock),
                new SecretTokens(secrets, () -> names.listed(SecretKind.SLACK_TOKENS), refusals()),
                limits,
                counters,
                clock));
    }

    private void addTeams(List<StoredCredential> stored, ConnectionSettings.Teams teams) {
        for (String tenant : new TreeSet<>(teams.chat().workspaces())) {
            stored.add(credential(SecretKind.TEAMS, CredentialId.Kind.TEAMS, tenant, () -> teamsCheck(teams)
                    .check(
                            tenant,
                            find(SecretKind.TEAMS, tenant).flatMap(secret -> TeamsShape.expiresOn(secret.texts())))));
        }
    }

    private TeamsTokenCheck teamsCheck(ConnectionSettings.Teams teams) {
        return new TeamsTokenCheck(
                new SecretCredentials(secrets, () -> names.listed(SecretKind.TEAMS), refusals()),
                teams.chat(),
                teams.services(),
                limits,
                counters,
                clock);
    }

    private void addServiceNow(List<StoredCredential> stored, ConnectionSettings settings) {
        String instance = settings.serviceNow().instance();
        stored.add(credential(
                SecretKind.SERVICENOW_CLIENT, CredentialId.Kind.SERVICENOW, instance, () -> new ServiceNowTokenCheck(
                                new TableApi(
                                        settings.serviceNow().url(),
                                        new SecretClient(
                                                secrets,
                                                id(SecretKind.SERVICENOW_CLIENT, instance),
                                                instance,
                                                refusals()),
                                        counters,
                                        clock),
                                settings.serviceNow().user())
                        .check()));
        stored.add(proof(SecretKind.SERVICENOW_EVENTS, instance));
    }

    private void addPager(List<StoredCredential> stored, String name, PagerConnection pager) {
        switch (pager) {
            case PagerConnection.PagerDuty(var account) ->
                stored.add(pager(name, () -> new PagerDutyTokenCheck(account, key(name), counters, clock).check()));
            case PagerConnection.Webhook _ ->
                stored.add(pager(
                        name,
                        () -> new Finding.NotProvable(
                                "nothing harmless to call with it: the webhook's next page proves it")));
            case PagerConnection.ServiceNowOnCall _ -> {}
        }
    }

    private StoredCredential pager(String name, Supplier<Finding> live) {
        return credential(SecretKind.PAGERS, CredentialId.Kind.PAGER, name, live);
    }

    private SecretPagerKey key(String pager) {
        return new SecretPagerKey(secrets, () -> id(SecretKind.PAGERS, pager), pager, refusals());
    }

    private Refusals refusals() {
        return Refusals.countedOnly(counters);
    }

    private StoredCredential credential(
            SecretKind kind, CredentialId.Kind system, String owner, Supplier<Finding> live) {
        Supplier<Shape> shape = () -> shape(kind, owner);
        List<String> ids = names.ids(kind, owner);
        String missing = new SecretPlace(ids.stream().findFirst().orElse(""), kind, owner).missing();
        return new StoredCredential(
                kind,
                owner,
                ids,
                kind == SecretKind.SLACK_TOKENS ? () -> withApp(shape.get(), owner) : shape,
                Optional.of(new LiveCheck(new CredentialId(system, owner), missing, shape, live, counters)));
    }

    /** What others prove themselves with to us, or is to be shown to nobody: its shape alone is looked at. */
    StoredCredential proof(SecretKind kind, String owner) {
        return new StoredCredential(kind, owner, names.ids(kind, owner), () -> shape(kind, owner), Optional.empty());
    }

    private String id(SecretKind kind, String owner) {
        return names.ids(kind, owner).getFirst();
    }

    /** Read past every cache: what is checked is what is stored now. */
    private Shape shape(SecretKind kind, String owner) {
        return names.ids(kind, owner).stream()
                .flatMap(id -> secrets.findNow(id).flatMap(secret -> shape(kind, owner, id, secret)).stream())
                .findFirst()
                .orElse(Shape.MISSING);
    }

    /** The secret that is about this owner, as it was read last. */
    private Optional<Secret> find(SecretKind kind, String owner) {
        return names.ids(kind, owner).stream()
                .flatMap(id -> secrets
                        .find(id)
                        .filter(secret -> shape(kind, owner, id, secret).isPresent())
                        .stream())
                .findFirst();
    }

    /** A pair that rotates is of no use for long without the app's own secret. */
    private Shape withApp(Shape token, String workspace) {
        if (find(SecretKind.SLACK_TOKENS, workspace)
                .filter(secret -> SlackTokenShape.isPair(secret.texts()))
                .isEmpty()) {
            return token;
        }
        List<String> problems = new ArrayList<>(token.problems());
        Optional<Secret> app = secrets.findNow(id(SecretKind.SLACK_APP, ""));
        app.ifPresent(secret -> SecretKind.SLACK_APP.problems(secret.texts()).stream()
                .map(problem -> "bot_token rotates, and the app's secret is wrong: " + problem)
                .forEach(problems::add));
        if (app.isEmpty()) {
            problems.add("bot_token rotates, and the app's id and secret are missing, without which it is not renewed:"
                    + " store them with '" + SecretPlace.put(names.stack(), SecretKind.SLACK_APP.name("")) + "'");
        }
        return new Shape(token.found(), problems, token.remarks());
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
            case SLACK_SIGNING, SLACK_APP, TEAMS, SERVICENOW_CLIENT, SERVICENOW_EVENTS ->
                Optional.of(new Shape(true, kind.problems(texts), kind.remarks(texts)));
        };
    }
}
