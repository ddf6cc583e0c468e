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
    private final String journal;
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
            String journal,
            Gauges gauges,
            Clock clock,
            RandomGenerator random) {
        this.settings = settings;
        this.stores = stores;
        this.built = new RebuiltOnChange<>(connections -> sources(connections, with));
        this.journal = journal;
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
        if (settings.get().settings().pauseOutbound()) {
            LOG.log(System.Logger.Level.INFO, "nothing is looked at: everything outbound is paused");
            return;
        }
        try {
            tell(audit(Start.WHEN_DUE));
        } catch (CredentialsRefused e) { // its own alarm rings
            LOG.log(System.Logger.Level.WARNING, "the audit waits for a credential: {0}", e.getMessage());
        }
    }

    /** One run: who wants the whole audit comes back until it is over. */
    public Outcome audit(Start start) {
        SettingsDocument now = settings.get();
        Sources from = built.from(now.connections());
        Audit.Stores read = new Audit.Stores(
                stores.links(), stores.index(), from.changed(), stores.chronicles(), stores.journal(), stores.leases());
        return new Audit(read, journal, clock).run(now.settings(), from.chats(), start);
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
            case Outcome.Finished(AuditReport report) -> tell(report);
            case Outcome.Paused paused -> age(paused.progress().began());
            case Outcome.NotDue notDue -> age(notDue.last().began());
            case Outcome.Held _ -> LOG.log(System.Logger.Level.INFO, "another run is at work");
        }
    }

    private void age(Instant began) {
        gauges.total(
                Metric.AUDIT_HOURS_OLD, Duration.between(began, clock.instant()).toHours());
    }

    private void tell(AuditReport report) {
        age(report.began());
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
