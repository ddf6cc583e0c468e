package dev.belay.reconcile;

import dev.belay.chat.Platform;
import dev.belay.credential.AwaitCredentials;
import dev.belay.credential.CredentialCheck;
import dev.belay.credential.CredentialId;
import dev.belay.credential.NeededCredentials;
import dev.belay.delivery.Delivery;
import dev.belay.failure.CredentialsRefused;
import dev.belay.failure.ExternalFailure;
import dev.belay.failure.OutcomeUnknown;
import dev.belay.failure.Rejected;
import dev.belay.failure.Unavailable;
import dev.belay.health.Gauges;
import dev.belay.health.Metric;
import dev.belay.lease.Leases;
import dev.belay.link.LinkIndex;
import dev.belay.link.LinkKey;
import dev.belay.settings.ChatSettings;
import dev.belay.settings.Settings;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * One run: what changed lately is compared with its conversations, what is due is done, and once in a while the records of all open links
 * are read. It may be killed anywhere, and the next run goes on. Of two at once one does the work.
 */
public final class Reconcile {
    private static final System.Logger LOG = System.getLogger(Reconcile.class.getName());

    private static final String LEASE = "reconciliation";

    /** Shorter than from one run to the next: after one that was killed, the next does the work. */
    static final Duration LEASED = Duration.ofSeconds(280);

    /** How many of a workspace's conversations in which something is due get their turn in one run. */
    private static final int MOST_DUE = 100;

    private final Stores stores;
    private final AwaitCredentials credentials;
    private final Mend mend;
    private final MendFiles files;
    private final Gauges gauges;
    private final Clock clock;

    /** Where records, and what is known of them, are read. */
    public record Stores(
            ChangedRecords records,
            ChangedAttachments attachments,
            Watermarks watermarks,
            LinkIndex index,
            Leases leases) {}

    public Reconcile(
            Stores stores, AwaitCredentials credentials, Mend mend, MendFiles files, Gauges gauges, Clock clock) {
        this.stores = stores;
        this.credentials = credentials;
        this.mend = mend;
        this.files = files;
        this.gauges = gauges;
        this.clock = clock;
    }

    /**
     * A system that does not answer is logged, and the next run goes on from where this one came to.
     *
     * @param checks of ServiceNow's credential
     * @throws ExternalFailure the first one that a retry will not help, once everything else was done
     */
    public void run(Settings settings, List<CredentialCheck> checks) {
        Optional<String> withheld = withheld(settings, checks);
        if (withheld.isPresent()) {
            LOG.log(System.Logger.Level.INFO, "nothing is read: {0}", withheld.get());
            report(new Tally());
            return;
        }
        String holder = Delivery.current().map(Delivery::messageId).orElse(LEASE);
        Optional<Duration> another = stores.leases().acquire(LEASE, holder, LEASED);
        if (another.isPresent()) {
            LOG.log(System.Logger.Level.INFO, "another run is at work");
            return;
        }
        Failures failures = new Failures();
        Run run = new Run(settings, clock.instant(), new Tally(), new HashSet<>());
        reconcile(run, failures);
        stores.leases().release(LEASE, holder);
        end(run, failures);
    }

    private void end(Run run, Failures failures) {
        LOG.log(System.Logger.Level.INFO, "reconciled: {0}", run.tally().inWords());
        if (failures.isOver()) {
            report(run.tally());
        }
        failures.end();
    }

    private Optional<String> withheld(Settings settings, List<CredentialCheck> checks) {
        if (settings.pauseOutbound()) {
            return Optional.of("everything outbound is paused");
        }
        CredentialId serviceNow = new CredentialId(
                CredentialId.Kind.SERVICENOW, settings.serviceNow().instance());
        return credentials
                .awaited(new NeededCredentials(List.of(List.of(serviceNow))), checks)
                .map(state -> state.id() + " is refused");
    }

    private void report(Tally tally) {
        gauges.total(Metric.RECONCILED, tally.lacking());
        gauges.total(Metric.RECORD_UNREADABLE, tally.hidden());
        gauges.total(Metric.RECONCILIATION_RAN, tally.records());
    }

    private void reconcile(Run run, Failures failures) {
        walk(run, failures);
        if (run.hasTime()) {
            failures.in(() -> due(run));
            failures.in(() -> new Sweep(stores.records(), stores.watermarks(), stores.index(), mend).run(run));
        }
    }

    /** A page of each table in turn, so that none waits for another's backlog. */
    private void walk(Run run, Failures failures) {
        Deque<Walk> walks = new ArrayDeque<>();
        for (Walk.Source source : sources(run)) {
            failures.in(() -> walks.add(new Walk(source, stores.watermarks(), run)));
        }
        while (!walks.isEmpty() && run.hasTime()) {
            Walk walk = walks.removeFirst();
            if (failures.in(walk::page) && !walk.isDone()) {
                walks.addLast(walk);
            }
        }
    }

    private List<Walk.Source> sources(Run run) {
        List<Walk.Source> sources = new ArrayList<>();
        boolean toChat = run.settings().files().toChat();
        Optional<AttachedBefore> before =
                toChat ? Optional.of(new AttachedBefore(stores.attachments(), files, run)) : Optional.empty();
        new TreeSet<>(run.settings().routedTables())
                .forEach(table -> sources.add(new RecordSource(stores.records(), mend, before, table, run)));
        if (toChat) {
            sources.add(new AttachmentSource(stores.attachments(), files, run));
        }
        return sources;
    }

    private void due(Run run) {
        for (Map.Entry<Platform, ChatSettings> chat : run.settings().chats().entrySet()) {
            for (String workspace : new TreeSet<>(chat.getValue().workspaces())) {
                List<LinkKey> due = stores.index().due(chat.getKey(), workspace, run.now(), MOST_DUE);
                if (!due.isEmpty() && !isRefused(NeededCredentials.of(chat.getKey(), workspace))) {
                    due.forEach(link -> mend.due(link, run));
                }
            }
        }
    }

    /** Its work would wait for the credential, and more would come with each run. */
    private boolean isRefused(CredentialId credential) {
        return credentials
                .awaited(new NeededCredentials(List.of(List.of(credential))), List.of())
                .isPresent();
    }

    /** What failed on the way; what else is to be done is done all the same, but for what a refused credential makes futile. */
    private static final class Failures {
        private final List<ExternalFailure> all = new ArrayList<>();
        private boolean refused;

        /** @return whether it was done */
        boolean in(Runnable step) {
            if (refused) {
                return false;
            }
            try {
                step.run();
                return true;
            } catch (ExternalFailure e) {
                LOG.log(System.Logger.Level.WARNING, "not all was read: {0}", e.getMessage());
                all.add(e);
                refused = e instanceof CredentialsRefused;
                return false;
            }
        }

        /** Whether the run came to an end of its own: time that is over, and a credential that is refused and told of, are none. */
        boolean isOver() {
            return all.stream().allMatch(failure -> switch (failure) {
                case CredentialsRefused _ -> true;
                case Unavailable unavailable -> unavailable.isNotBegun();
                case Rejected _, OutcomeUnknown _ -> false;
            });
        }

        void end() {
            all.stream().filter(Rejected.class::isInstance).findFirst().ifPresent(failure -> {
                throw failure;
            });
        }
    }
}
