package dev.belay.wiring;

import dev.belay.adopt.Adoption;
import dev.belay.audit.Audit;
import dev.belay.audit.Audit.Outcome;
import dev.belay.audit.Audit.Start;
import dev.belay.audit.finding.AuditFinding;
import dev.belay.audit.finding.AuditReport;
import dev.belay.audit.finding.FindingKind;
import dev.belay.audit.finding.Severity;
import dev.belay.audit.journal.AuditJournal;
import dev.belay.audit.journal.Progress;
import dev.belay.chat.Platform;
import dev.belay.document.ConnectionSettings;
import dev.belay.document.SettingsDocument;
import dev.belay.event.Hints;
import dev.belay.failure.CredentialsRefused;
import dev.belay.health.Gauges;
import dev.belay.health.Metric;
import dev.belay.lease.Leases;
import dev.belay.link.ConversationLinks;
import dev.belay.link.LinkIndex;
import dev.belay.platform.ChatPlatform;
import dev.belay.reconcile.ChangedRecords;
import dev.belay.record.Chronicles;
import dev.belay.record.Records;
import dev.belay.servicenow.ServiceNowChangedRecords;
import dev.belay.wiring.adapter.AdapterDependencies;
import dev.belay.wiring.adapter.Adapters;
import dev.belay.wiring.settings.RebuiltOnChange;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** Audits of the bindings, and adoptions of what they find, as the settings say by then. */
public final class LinkAudit implements Runnable {
    private static final System.Logger LOG = System.getLogger(LinkAudit.class.getName());

    /** So many findings are logged one by one; the command shows them all. */
    private static final int LOGGED = 200;

    private final Supplier<SettingsDocument> settings;
    private final Stores stores;
    private final RebuiltOnChange<ConnectionSettings, Sources> built;
    private final Audit.Whose whose;
    private final Gauges gauges;
    private final Clock clock;
    private final RandomGenerator random;

    /**
     * What is stored.
     *
     * @param hints where adopted channels are told of
     */
    record Stores(
            ConversationLinks links,
            LinkIndex index,
            Chronicles chronicles,
            AuditJournal journal,
            Leases leases,
            Supplier<Hints> hints) {}

    private record Sources(Map<Platform, ChatPlatform> chats, Records records, ChangedRecords changed) {}

    LinkAudit(
            Supplier<SettingsDocument> settings,
            Stores stores,
            AdapterDependencies with,
            Audit.Whose whose,
            Gauges gauges,
            Clock clock,
            RandomGenerator random) {
        this.settings = settings;
        this.stores = stores;
        this.built = new RebuiltOnChange<>(connections -> sources(connections, with));
        this.whose = whose;
        this.gauges = gauges;
        this.clock = clock;
        this.random = random;
    }

    private static Sources sources(ConnectionSettings connections, AdapterDependencies with) {
        Adapters adapters = Adapters.of(connections, with);
        return new Sources(
                adapters.chats(),
                adapters.records(),
                new ServiceNowChangedRecords(
                        with.tableApi(connections), connections.serviceNow(), connections.tables()));
    }

    /** One run, as its schedule makes it: what it finds is in the metrics and in the log. */
    @Override
    public void run() {
        age();
        if (settings.get().settings().pauseOutbound()) {
            LOG.log(System.Logger.Level.INFO, "nothing is looked at: everything outbound is paused");
            begun();
            return;
        }
        try {
            tell(audit(Start.WHEN_DUE));
        } catch (CredentialsRefused e) { // its own alarm rings
            LOG.log(System.Logger.Level.WARNING, "the audit waits for a credential: {0}", e.getMessage());
        }
    }

    /** How long ago the last one ended: told by each run before anything else, so that whatever hinders them does not hinder it. */
    private void age() {
        Instant ended = stores.journal().progress().map(Progress::ended).orElse(clock.instant());
        gauges.total(
                Metric.AUDIT_HOURS_OLD, Duration.between(ended, clock.instant()).toHours());
    }

    /** Where a stack is paused from its first day on, its age counts from then. */
    private void begun() {
        if (stores.journal().progress().isEmpty()) {
            stores.journal().store(Progress.beginning(clock.instant(), clock.instant()));
        }
    }

    /** One run: who wants the whole audit comes back until it is over, and says so by {@link #told}. */
    public Outcome audit(Start start) {
        SettingsDocument now = settings.get();
        return audit().run(now.settings(), built.from(now.connections()).chats(), start);
    }

    private Audit audit() {
        Sources from = built.from(settings.get().connections());
        Audit.Stores read = new Audit.Stores(
                stores.links(), stores.index(), from.changed(), stores.chronicles(), stores.journal(), stores.leases());
        return new Audit(read, whose, clock);
    }

    /** What an audit found was told: until then, it is told again. */
    public void told() {
        audit().told();
    }

    /** Adopts what a person confirms. */
    public Adoption adoption() {
        SettingsDocument now = settings.get();
        Sources from = built.from(now.connections());
        return new Adoption(
                new Adoption.Tools(
                        from.records(),
                        stores.links(),
                        stores.leases(),
                        stores.hints().get()),
                from.chats(),
                now.settings(),
                clock,
                random);
    }

    private void tell(Outcome outcome) {
        switch (outcome) {
            case Outcome.Finished(AuditReport report) -> {
                tell(report);
                age();
                told();
            }
            case Outcome.Paused _, Outcome.NotDue _ -> LOG.log(System.Logger.Level.DEBUG, "it goes on later");
            case Outcome.Held _ -> LOG.log(System.Logger.Level.INFO, "another run is at work");
        }
    }

    private void tell(AuditReport report) {
        gauges.total(Metric.AUDIT_FINDINGS, report.count(Severity.ERROR));
        Map<FindingKind, Long> kinds = report.kinds();
        Arrays.stream(FindingKind.values())
                .forEach(kind -> gauges.gauge(Metric.AUDIT_FINDINGS, kind.id(), kinds.getOrDefault(kind, 0L)));
        report.shares().forEach(share -> gauges.gauge(Metric.CONVERSATION_SHARE, share.id(), share.percent()));
        LOG.log(
                System.Logger.Level.INFO,
                "audited {0} channels, {1} links and {2} open records: {3} findings",
                Integer.toString(report.counted().channels()),
                Integer.toString(report.counted().links()),
                Integer.toString(report.counted().records()),
                Integer.toString(report.findings().size()));
        report.findings().stream().limit(LOGGED).forEach(LinkAudit::log);
    }

    private static void log(AuditFinding finding) {
        boolean quiet = finding.kind().severity() == Severity.NOTICE;
        LOG.log(quiet ? System.Logger.Level.INFO : System.Logger.Level.WARNING, "found {0}", finding);
    }
}
