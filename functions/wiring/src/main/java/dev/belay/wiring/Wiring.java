package dev.belay.wiring;

import dev.belay.aws.Aws;
import dev.belay.aws.EmfCounters;
import dev.belay.aws.Parameters;
import dev.belay.aws.Secrets;
import dev.belay.channel.ApplyChannelEvent;
import dev.belay.channel.EndUninstalled;
import dev.belay.channel.TellOfSharedChannel;
import dev.belay.chat.Platform;
import dev.belay.conversation.OpenConversation;
import dev.belay.conversation.WatchAwaited;
import dev.belay.conversation.WatchWait;
import dev.belay.conversation.draw.KeepCard;
import dev.belay.conversation.draw.RefreshCard;
import dev.belay.conversation.draw.ShowDeleted;
import dev.belay.conversation.keep.KeepConversation;
import dev.belay.conversation.keep.KeepWhole;
import dev.belay.conversation.keep.SetUpChannel;
import dev.belay.conversation.people.BringPeople;
import dev.belay.conversation.people.SayWhoCame;
import dev.belay.conversation.tell.MentionPeople;
import dev.belay.conversation.tell.TellLines;
import dev.belay.conversation.tell.TellOperators;
import dev.belay.conversation.tell.WarnOfChannelQuota;
import dev.belay.credential.ApplyTokenEvent;
import dev.belay.credential.AwaitCredentials;
import dev.belay.credential.CheckCredentials;
import dev.belay.credential.CredentialCheck;
import dev.belay.credential.CredentialStates;
import dev.belay.credential.RecordFindings;
import dev.belay.credential.TellOfCredentials;
import dev.belay.document.ConnectionSettings;
import dev.belay.document.SettingsDocument;
import dev.belay.event.HandledEvents;
import dev.belay.event.Hints;
import dev.belay.failure.Rejected;
import dev.belay.health.AlarmTopic;
import dev.belay.health.Counters;
import dev.belay.health.Metric;
import dev.belay.inbound.RememberReceived;
import dev.belay.lease.Leases;
import dev.belay.link.ConversationLinks;
import dev.belay.link.LinkIndex;
import dev.belay.link.Upkeep;
import dev.belay.pager.PageOrders;
import dev.belay.person.Identities;
import dev.belay.person.Members;
import dev.belay.person.Roles;
import dev.belay.person.UserMap;
import dev.belay.press.FinishPress;
import dev.belay.press.Gates;
import dev.belay.press.NamedPeople;
import dev.belay.press.PerformAction;
import dev.belay.press.ResolveCommand;
import dev.belay.press.TellOthers;
import dev.belay.press.TellPerson;
import dev.belay.ratelimit.RateLimitStore;
import dev.belay.record.Chronicles;
import dev.belay.secret.SecretKind;
import dev.belay.secret.SecretNames;
import dev.belay.servicenow.TableApi;
import dev.belay.settings.Settings;
import dev.belay.team.ApplyTeamEvent;
import dev.belay.team.Installations;
import dev.belay.wiring.Environment.Name;
import dev.belay.wiring.Environment.QueueRole;
import dev.belay.worker.JsonLog;
import dev.belay.worker.QueueWorker;
import dev.belay.worker.WorkQueue;
import java.io.PrintStream;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** A worker, put together from what the template tells it: its tables, its secrets, its queue, its settings. */
public final class Wiring implements AutoCloseable {
    /** What every worker calls. */
    private static final Set<SecretKind> CALLED =
            EnumSet.of(SecretKind.SERVICENOW_CLIENT, SecretKind.SLACK_TOKENS, SecretKind.TEAMS);

    private final Environment environment;
    private final Clock clock;
    private final RandomGenerator random = new SecureRandom();
    private final EmfCounters counters;
    private final Aws aws;
    private final Secrets secrets;
    private final CurrentSettings settings;

    /**
     * @param function the function's name, for metrics
     * @param out where metrics go
     */
    public Wiring(String function, Environment environment, Clock clock, PrintStream out) {
        this.environment = environment;
        this.clock = clock;
        this.counters = new EmfCounters(out, environment.need(Name.BELAY_STACK), function, clock);
        this.aws = new Aws(environment.aws(), clock);
        this.secrets = aws.secrets(counters);
        Parameters parameters = aws.parameters(counters);
        String document = environment.need(Name.BELAY_SETTINGS_PARAMETER);
        this.settings = new CurrentSettings(document, () -> parameters.find(document), counters);
    }

    /** As Lambda starts it: with the process' environment, the machine's time, and logs on standard output. */
    public static Wiring lambda(String function) {
        JsonLog.install(System.out, function);
        return new Wiring(function, Environment.process(), Clock.systemUTC(), System.out);
    }

    /** The worker's outermost line. */
    public QueueWorker worker() {
        return worker(sources());
    }

    /** The outermost line of the worker of files, whose one queue is fed by all platforms. */
    public QueueWorker fileWorker() {
        return worker(List.of(new WorkQueue(
                environment.need(Name.BELAY_FILES_QUEUE_URL), environment.need(Name.BELAY_FILES_DLQ_URL))));
    }

    private QueueWorker worker(List<WorkQueue> sources) {
        return new QueueWorker(
                aws.queues(),
                sources,
                aws.failures(environment.need(Name.BELAY_EVENTS_TABLE)),
                counters,
                clock,
                random);
    }

    private List<WorkQueue> sources() {
        Map<Platform, String> deadLetters = environment.queueUrls(QueueRole.DLQ_URL);
        return environment.queueUrls(QueueRole.QUEUE_URL).entrySet().stream()
                .map(queue -> new WorkQueue(queue.getValue(), Objects.requireNonNull(deadLetters.get(queue.getKey()))))
                .toList();
    }

    public Counters counters() {
        return counters;
    }

    public Clock clock() {
        return clock;
    }

    /** What record events are processed with, asked for once for each message. */
    public Supplier<RecordEventDependencies> recordEvents() {
        ConversationLinks links = links();
        Installations installations = installations();
        RateLimitStore limits = limits();
        Hints hints = new QueueHints(aws.queues(), environment.queueUrls(QueueRole.QUEUE_URL));
        ApplyTeamEvent teams = new ApplyTeamEvent(links, installations, hints, clock);
        RememberReceived received = new RememberReceived(aws.receivedEvents(environment.need(Name.BELAY_EVENTS_TABLE)));
        AwaitCredentials await = new AwaitCredentials(credentialStates(), findings(counters), leases(), clock, random);
        ApplyTokenEvent tokenEvents = new ApplyTokenEvent(credentialStates(), findings(counters));
        CredentialChecks checks = checks(CALLED);
        return forEachMessage(Wiring::pagesNobody, (connections, adapters) -> {
            WatchWait watch = watch();
            TellOfSharedChannel shared =
                    new TellOfSharedChannel(new TellOperators(adapters.chats(), limits, counters, clock));
            ChannelDependencies apply = new ChannelDependencies(
                    new ApplyChannelEvent(links, shared, hints, clock), teams, shared, new EndUninstalled(links));
            OpenConversation open = open(adapters, links, limits, watch);
            ShowDeleted deleted = new ShowDeleted(links, adapters.records());
            AwaitDependencies credentials = new AwaitDependencies(
                    await, checks.all(connections), new WatchAwaited(adapters.records(), links, watch), tokenEvents);
            return now ->
                    new RecordEventDependencies(now, open, deleted, apply, received, credentials, adapters.chats());
        });
    }

    /** The same checks as the scheduled function's, of what a function has the secrets of. */
    private CredentialChecks checks(Set<SecretKind> kinds) {
        SecretNames names = environment.secretNames(kinds);
        return new CredentialChecks(secrets, names, limits(), withoutRefusals(counters), clock);
    }

    private CredentialStates credentialStates() {
        return aws.credentialStates(environment.need(Name.BELAY_EVENTS_TABLE));
    }

    private RecordFindings findings(Counters refused) {
        return new RecordFindings(credentialStates(), refused, clock);
    }

    private WatchWait watch() {
        return new WatchWait(counters, counters, aws.failures(environment.need(Name.BELAY_EVENTS_TABLE)), clock);
    }

    /** What presses are performed with, asked for once for each message. */
    public Supplier<CardActionDependencies> cardActions() {
        ConversationLinks links = links();
        UserMap users = aws.userMap(environment.need(Name.BELAY_USER_MAP_TABLE));
        HandledEvents events =
                aws.handledEvents(environment.need(Name.BELAY_EVENTS_TABLE), environment.need(Name.BELAY_LINK_TABLE));
        Hints hints = new QueueHints(aws.queues(), environment.queueUrls(QueueRole.RECORDS_QUEUE_URL));
        Map<Platform, String> own = environment.queueUrls(QueueRole.QUEUE_URL);
        FinishPress.Outgoing outgoing = new FinishPress.Outgoing(
                hints, new QueueAnswers(aws.queues(), own), new QueueNotices(aws.queues(), own));
        Leases leases = leases();
        TellPerson tell = new TellPerson(leases, counters, clock);
        PageOrders orders = aws.pageOrders(environment.need(Name.BELAY_EVENTS_TABLE));
        return forEachMessage(environment.whenUsed(Name.BELAY_PAGERS_SECRET_ARN), (_, adapters) -> {
            PerformAction.Tools tools = new PerformAction.Tools(
                    events, leases, adapters.records(), links, chronicles(), orders, adapters.pagers(), counters);
            Members members = new Members(clock);
            Identities identities = new Identities(users, adapters.directory());
            PerformAction perform = new PerformAction(
                    tools,
                    new Gates(members, links, identities, new Roles(adapters.directory(), clock), counters),
                    new NamedPeople(members, identities),
                    finish(tools, tell, outgoing),
                    clock,
                    random);
            TellOthers others =
                    new TellOthers(events, adapters.directory(), members, identities, counters, clock, random);
            ResolveCommand commands = new ResolveCommand(adapters.records(), clock);
            return now -> new CardActionDependencies(now, perform, commands, tell, others, adapters.chats());
        });
    }

    /** What files are brought over with, asked for once for each message. */
    public Supplier<FileDependencies> files() {
        String events = environment.need(Name.BELAY_EVENTS_TABLE);
        FileWiring.Stores stores = new FileWiring.Stores(
                links(), aws.userMap(environment.need(Name.BELAY_USER_MAP_TABLE)), aws.fileTransfers(events, random));
        AwaitCredentials await = new AwaitCredentials(credentialStates(), findings(counters), leases(), clock, random);
        return forEachMessage(
                Wiring::pagesNobody,
                new FileWiring(
                        stores, adapterDependencies(Wiring::pagesNobody), await, checks(CALLED), counters, clock));
    }

    /** What people's messages and notes are relayed with, asked for once for each message. */
    public Supplier<MessageDependencies> messages() {
        AwaitCredentials await = new AwaitCredentials(credentialStates(), findings(counters), leases(), clock, random);
        CredentialChecks checks = checks(CALLED);
        MessageWiring wiring = new MessageWiring(aws, environment, links(), counters, clock, random);
        return forEachMessage(Wiring::pagesNobody, (connections, adapters) -> {
            MessageWiring.Relays relays = wiring.relays(adapters);
            return now -> new MessageDependencies(now, relays, await, checks.all(connections), adapters.chats());
        });
    }

    /** Looks after all credentials once. */
    public Runnable credentialCheckup() {
        AdapterDependencies with = adapterDependencies(environment.whenUsed(Name.BELAY_PAGERS_SECRET_ARN));
        Leases leases = leases();
        URI events = URI.create(environment.need(Name.BELAY_SERVICENOW_EVENT_URL));
        AlarmTopic topic = environment
                .given(Name.BELAY_ALARM_TOPIC_ARN)
                .map(aws::alarmTopic)
                .orElse((_, _) -> {});
        CheckCredentials all = new CheckCredentials(
                findings(counters),
                new TellOfCredentials(credentialStates(), leases, topic, counters, random),
                counters,
                counters,
                clock);
        TokenRotation rotation = new TokenRotation(
                new TokenRotation.Stores(secrets, aws.stagedSecrets(), leases, limits()),
                environment.whenUsed(Name.BELAY_SLACK_TOKENS_SECRET_ARN),
                environment.whenUsed(Name.BELAY_SLACK_APP_SECRET_ARN),
                counters,
                clock,
                random);
        return new CredentialCheckup(
                settings,
                new CredentialCheckup.Parts(
                        rotation,
                        checks(EnumSet.of(SecretKind.PAGERS, CALLED.toArray(SecretKind[]::new))),
                        now -> inbound(now, events, with),
                        now -> Adapters.of(now.connections(), with),
                        all),
                counters,
                clock);
    }

    /** Reads again what changed, and has made to agree what an event was lost of. */
    public Runnable reconciliation() {
        String events = environment.need(Name.BELAY_EVENTS_TABLE);
        Reconciliation.Stores stores = new Reconciliation.Stores(
                links(),
                chronicles(),
                aws.linkIndex(environment.need(Name.BELAY_LINK_TABLE)),
                leases(),
                instance -> aws.watermarks(events, instance));
        String client = environment.need(Name.BELAY_SERVICENOW_SECRET_ARN);
        Refusals refusals = new Refusals(counters, findings(Wiring::countedByAdapters));
        Reconciliation.Source source = new Reconciliation.Source(
                connections -> new TableApi(
                        connections.serviceNow().url(),
                        new SecretClient(
                                secrets, client, connections.serviceNow().instance(), refusals),
                        counters,
                        clock),
                new AwaitCredentials(credentialStates(), findings(counters), leases(), clock, random),
                checks(EnumSet.of(SecretKind.SERVICENOW_CLIENT))::all);
        Hints hints = new QueueHints(aws.queues(), environment.recordsQueueUrls());
        Hints notes = new QueueHints(aws.queues(), environment.given(QueueRole.MESSAGES_QUEUE_URL));
        return new Reconciliation(
                settings, stores, source, new Reconciliation.Found(hints, notes, watch(), counters), clock);
    }

    /**
     * Looks through all channels, links and records for what does not agree.
     *
     * @param journal whose audit it is: two that are under way do not know of each other
     */
    public LinkAudit linkAudit(String journal) {
        LinkAudit.Stores stores = new LinkAudit.Stores(
                links(),
                aws.linkIndex(environment.need(Name.BELAY_LINK_TABLE)),
                chronicles(),
                aws.auditJournal(environment.need(Name.BELAY_EVENTS_TABLE), journal),
                leases(),
                () -> new QueueHints(aws.queues(), environment.recordsQueueUrls()));
        AdapterDependencies with = adapterDependencies(Wiring::pagesNobody);
        return new LinkAudit(settings, stores, with, journal, counters, clock, random);
    }

    private CredentialCheck inbound(SettingsDocument now, URI endpoint, AdapterDependencies with) {
        return new InboundCheck(
                with.tableApi(now.connections()),
                endpoint,
                aws.receivedEvents(environment.need(Name.BELAY_EVENTS_TABLE)),
                now.settings(),
                clock);
    }

    /** A refusal that a check meets is its finding: the alarm on a credential's state rings for it, and not each hour anew. */
    private static Counters withoutRefusals(Counters counters) {
        return (metric, kind) -> {
            if (metric != Metric.TOKEN_REJECTED) {
                counters.count(metric, kind);
            }
        };
    }

    /** One snapshot of the settings for each message; adapters are built again when their connection settings change. */
    private <T> Supplier<T> forEachMessage(
            Supplier<String> pagersArn, BiFunction<ConnectionSettings, Adapters, Function<Settings, T>> build) {
        AdapterDependencies with = adapterDependencies(pagersArn);
        RebuiltOnChange<ConnectionSettings, Function<Settings, T>> built = new RebuiltOnChange<>(connections ->
                build.apply(connections, Adapters.of(connections, with).chronicledIn(chronicles())));
        return () -> {
            SettingsDocument now = settings.get();
            return built.from(now.connections()).apply(now.settings());
        };
    }

    private OpenConversation open(Adapters adapters, ConversationLinks links, RateLimitStore limits, WatchWait watch) {
        TellOperators operators = new TellOperators(adapters.chats(), limits, counters, clock);
        SetUpChannel setUp = new SetUpChannel(
                links, adapters.records(), operators, new WarnOfChannelQuota(operators, counters), counters, clock);
        Upkeep upkeep = aws.upkeep(environment.need(Name.BELAY_LINK_TABLE), random);
        TellLines lines = new TellLines(upkeep, new MentionPeople(adapters.directory()), counters, clock);
        BringPeople people = new BringPeople(links, adapters.directory(), new SayWhoCame(), operators, counters, clock);
        KeepConversation keep = new KeepConversation(
                new KeepCard(new RefreshCard(links, adapters.records(), clock), upkeep, clock),
                lines,
                setUp,
                people,
                new KeepWhole(links, adapters.records(), upkeep, operators, counters, clock));
        LinkIndex index = aws.linkIndex(environment.need(Name.BELAY_LINK_TABLE));
        return new OpenConversation(
                new OpenConversation.Tools(adapters.records(), links, upkeep, index, counters, clock),
                keep,
                operators,
                watch,
                random);
    }

    private FinishPress finish(PerformAction.Tools tools, TellPerson tell, FinishPress.Outgoing outgoing) {
        RefreshCard refresh = new RefreshCard(tools.links(), tools.records(), clock);
        return new FinishPress(tools.events(), tools.records(), refresh, tell, outgoing, counters, clock);
    }

    private Installations installations() {
        return aws.installations(environment.need(Name.BELAY_LINK_TABLE));
    }

    private RateLimitStore limits() {
        return aws.limits(environment.need(Name.BELAY_EVENTS_TABLE));
    }

    private Leases leases() {
        return aws.leases(environment.need(Name.BELAY_EVENTS_TABLE));
    }

    private Chronicles chronicles() {
        return aws.chronicles(environment.need(Name.BELAY_LINK_TABLE));
    }

    private ConversationLinks links() {
        return aws.links(environment.need(Name.BELAY_LINK_TABLE), random);
    }

    /** Whoever meets a refusal counts it, under what its system said. */
    private static void countedByAdapters(Metric metric, String kind) {}

    private static String pagesNobody() {
        throw new Rejected("environment", "this function pages nobody, and has no right to the pagers' secret");
    }

    private AdapterDependencies adapterDependencies(Supplier<String> pagersArn) {
        return adapterDependencies(pagersArn, counters);
    }

    private AdapterDependencies adapterDependencies(Supplier<String> pagersArn, Counters counting) {
        Supplier<String> teams = environment.whenUsed(Name.BELAY_TEAMS_SECRET_ARN);
        String client = environment.need(Name.BELAY_SERVICENOW_SECRET_ARN);
        Refusals refusals = new Refusals(counting, findings(Wiring::countedByAdapters));
        return new AdapterDependencies(
                instance -> new SecretClient(secrets, client, instance, refusals),
                new SecretTokens(secrets, environment.whenUsed(Name.BELAY_SLACK_TOKENS_SECRET_ARN), refusals),
                new SecretCredentials(secrets, teams, refusals),
                pager -> new SecretPagerKey(secrets, pagersArn, pager, refusals),
                installations(),
                limits(),
                counting,
                clock);
    }

    /** Ends the connections to AWS: Lambda never asks for it, and whoever starts many workers in one process does. */
    @Override
    public void close() {
        aws.close();
    }
}
