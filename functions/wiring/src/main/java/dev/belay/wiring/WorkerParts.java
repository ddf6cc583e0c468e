package dev.belay.wiring;

import dev.belay.aws.Aws;
import dev.belay.aws.EmfCounters;
import dev.belay.aws.Parameters;
import dev.belay.aws.Secrets;
import dev.belay.conversation.WatchWait;
import dev.belay.credential.AwaitCredentials;
import dev.belay.credential.CredentialStates;
import dev.belay.credential.RecordFindings;
import dev.belay.document.ConnectionSettings;
import dev.belay.document.SettingsDocument;
import dev.belay.event.HandledEvents;
import dev.belay.event.Hints;
import dev.belay.failure.Rejected;
import dev.belay.file.FileTransfers;
import dev.belay.health.Counters;
import dev.belay.health.Metric;
import dev.belay.inbound.ReceivedEvents;
import dev.belay.lease.Leases;
import dev.belay.link.ConversationLinks;
import dev.belay.link.LinkIndex;
import dev.belay.link.Upkeep;
import dev.belay.person.UserMap;
import dev.belay.ratelimit.RateLimitStore;
import dev.belay.record.Chronicles;
import dev.belay.secret.SecretKind;
import dev.belay.secret.SecretNames;
import dev.belay.settings.Settings;
import dev.belay.team.Installations;
import dev.belay.wiring.adapter.AdapterDependencies;
import dev.belay.wiring.adapter.Adapters;
import dev.belay.wiring.credential.CredentialChecks;
import dev.belay.wiring.queue.QueueHints;
import dev.belay.wiring.secret.Refusals;
import dev.belay.wiring.secret.SecretClient;
import dev.belay.wiring.secret.SecretCredentials;
import dev.belay.wiring.secret.SecretPagerKey;
import dev.belay.wiring.secret.SecretTokens;
import dev.belay.wiring.settings.CurrentSettings;
import dev.belay.wiring.settings.Environment;
import dev.belay.wiring.settings.Environment.Name;
import dev.belay.wiring.settings.Environment.QueueRole;
import dev.belay.wiring.settings.RebuiltOnChange;
import java.io.PrintStream;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** What every worker is put together from: its tables, its secrets, its settings, its adapters. */
final class WorkerParts implements AutoCloseable {
    /** What every worker calls. */
    private static final Set<SecretKind> CALLED =
            EnumSet.of(SecretKind.SERVICENOW_CLIENT, SecretKind.SLACK_TOKENS, SecretKind.TEAMS);

    private final Environment environment;
    private final Clock clock;
    private final RandomGenerator random;
    private final EmfCounters counters;
    private final Aws aws;
    private final Secrets secrets;
    private final CurrentSettings settings;

    WorkerParts(String function, Environment environment, Clock clock, PrintStream out, RandomGenerator random) {
        this.random = random;
        this.environment = environment;
        this.clock = clock;
        this.counters = new EmfCounters(out, environment.need(Name.BELAY_STACK), function, clock);
        this.aws = new Aws(environment.aws(), clock);
        this.secrets = aws.secrets(counters);
        Parameters parameters = aws.parameters(counters);
        String document = environment.need(Name.BELAY_SETTINGS_PARAMETER);
        this.settings = new CurrentSettings(document, () -> parameters.find(document), counters);
    }

    /** The stack's name. */
    String stack() {
        return environment.need(Name.BELAY_STACK);
    }

    Environment environment() {
        return environment;
    }

    Clock clock() {
        return clock;
    }

    RandomGenerator random() {
        return random;
    }

    EmfCounters counters() {
        return counters;
    }

    Aws aws() {
        return aws;
    }

    Secrets secrets() {
        return secrets;
    }

    CurrentSettings settings() {
        return settings;
    }

    ConversationLinks links() {
        return aws.links(linkTable(), random);
    }

    LinkIndex linkIndex() {
        return aws.linkIndex(linkTable());
    }

    Upkeep upkeep() {
        return aws.upkeep(linkTable(), random);
    }

    Chronicles chronicles() {
        return aws.chronicles(linkTable());
    }

    Installations installations() {
        return aws.installations(linkTable());
    }

    UserMap users() {
        return aws.userMap(environment.need(Name.BELAY_USER_MAP_TABLE));
    }

    HandledEvents handledEvents() {
        return aws.handledEvents(eventsTable(), linkTable());
    }

    ReceivedEvents receivedEvents() {
        return aws.receivedEvents(eventsTable());
    }

    RateLimitStore limits() {
        return aws.limits(eventsTable());
    }

    Leases leases() {
        return aws.leases(eventsTable());
    }

    FileTransfers fileTransfers() {
        return aws.fileTransfers(eventsTable(), random);
    }

    CredentialStates credentialStates() {
        return aws.credentialStates(eventsTable());
    }

    String eventsTable() {
        return environment.need(Name.BELAY_EVENTS_TABLE);
    }

    private String linkTable() {
        return environment.need(Name.BELAY_LINK_TABLE);
    }

    /** What this worker finds out about credentials is counted. */
    RecordFindings findings() {
        return new RecordFindings(credentialStates(), counters, clock, stack());
    }

    AwaitCredentials awaitCredentials() {
        return new AwaitCredentials(credentialStates(), findings(), leases(), clock, random);
    }

    WatchWait watch() {
        return new WatchWait(counters, counters, aws.failures(eventsTable()), clock);
    }

    /** Hints to this worker's own queues. */
    Hints hints() {
        return new QueueHints(aws.queues(), environment.queueUrls(QueueRole.QUEUE_URL));
    }

    /** Of what every worker calls. */
    CredentialChecks checks() {
        return checks(CALLED);
    }

    CredentialChecks checksWithPagers() {
        return checks(EnumSet.of(SecretKind.PAGERS, CALLED.toArray(SecretKind[]::new)));
    }

    /** The same checks as the scheduled function's, of what a function has the secrets of. */
    CredentialChecks checks(Set<SecretKind> kinds) {
        SecretNames names = environment.secretNames(kinds);
        return new CredentialChecks(secrets, names, limits(), withoutRefusals(counters), clock);
    }

    /** A refusal that a check meets is its finding: the alarm on a credential's state rings for it, and not each hour anew. */
    private static Counters withoutRefusals(Counters counters) {
        return (metric, kind) -> {
            if (metric != Metric.TOKEN_REJECTED) {
                counters.count(metric, kind);
            }
        };
    }

    Refusals refusals() {
        return new Refusals(
                counters, new RecordFindings(credentialStates(), WorkerParts::countedByAdapters, clock, stack()));
    }

    /** Whoever meets a refusal counts it, under what its system said. */
    private static void countedByAdapters(Metric metric, String kind) {}

    /** One snapshot of the settings for each message; adapters are built again when their connection settings change. */
    <T> Supplier<T> forEachMessage(
            AdapterDependencies with, BiFunction<ConnectionSettings, Adapters, Function<Settings, T>> build) {
        RebuiltOnChange<ConnectionSettings, Function<Settings, T>> built = new RebuiltOnChange<>(connections ->
                build.apply(connections, Adapters.of(connections, with).chronicledIn(chronicles())));
        return () -> {
            SettingsDocument now = settings.get();
            return built.from(now.connections()).apply(now.settings());
        };
    }

    /** Of a worker that pages. */
    AdapterDependencies withPagers() {
        return adapterDependencies(environment.whenUsed(Name.BELAY_PAGERS_SECRET_ARN));
    }

    /** Of a worker that pages nobody. */
    AdapterDependencies withoutPagers() {
        return adapterDependencies(WorkerParts::pagesNobody);
    }

    private static String pagesNobody() {
        throw new Rejected("environment", "this function pages nobody, and has no right to the pagers' secret");
    }

    private AdapterDependencies adapterDependencies(Supplier<String> pagersArn) {
        Supplier<String> teams = environment.whenUsed(Name.BELAY_TEAMS_SECRET_ARN);
        String client = environment.need(Name.BELAY_SERVICENOW_SECRET_ARN);
        Refusals refusals = refusals();
        return new AdapterDependencies(
                instance -> new SecretClient(secrets, client, instance, refusals),
                new SecretTokens(secrets, environment.whenUsed(Name.BELAY_SLACK_TOKENS_SECRET_ARN), refusals),
                new SecretCredentials(secrets, teams, refusals),
                pager -> new SecretPagerKey(secrets, pagersArn, pager, refusals),
                installations(),
                limits(),
                counters,
                clock);
    }

    @Override
    public void close() {
        aws.close();
    }
}
