package dev.belay.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.chat.Platform;
import dev.belay.conversation.WatchWait;
import dev.belay.conversation.draw.RefreshCard;
import dev.belay.conversation.keep.Agreement;
import dev.belay.credential.AwaitCredentials;
import dev.belay.credential.InMemoryCredentialStates;
import dev.belay.credential.RecordFindings;
import dev.belay.delivery.Deadline;
import dev.belay.delivery.Delivery;
import dev.belay.event.FileEvent;
import dev.belay.event.FileEvents;
import dev.belay.event.Hints;
import dev.belay.event.RecordHint;
import dev.belay.failure.Calls;
import dev.belay.file.FileTransfers;
import dev.belay.file.InMemoryFileTransfers;
import dev.belay.health.Gauges;
import dev.belay.health.InMemoryFailureHistory;
import dev.belay.health.Metric;
import dev.belay.lease.InMemoryLeases;
import dev.belay.lease.Leases;
import dev.belay.link.ConversationLink.Claimed;
import dev.belay.link.ConversationLink.Standing;
import dev.belay.link.ConversationLinks;
import dev.belay.link.InMemoryConversationLinks;
import dev.belay.link.LinkClaim;
import dev.belay.link.LinkIndex;
import dev.belay.link.LinkKey;
import dev.belay.link.SampleLinks;
import dev.belay.record.Chronicles;
import dev.belay.record.InMemoryChronicles;
import dev.belay.record.InMemoryRecords;
import dev.belay.record.RecordRef;
import dev.belay.record.RecordSnapshot;
import dev.belay.record.Sample;
import dev.belay.settings.SampleSettings;
import dev.belay.settings.Settings;
import dev.belay.time.MovedClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Reconciliation with everything around it in memory: what it sends and tells is kept. */
final class Desk {
    static final Duration BETWEEN_RUNS = Duration.ofMinutes(5);

    final MovedClock clock = MovedClock.at(Sample.OPENED);
    final InMemoryChangedRecords records = new InMemoryChangedRecords();
    final InMemoryChangedAttachments attachments = new InMemoryChangedAttachments();
    final InMemoryFileTransfers transfers = new InMemoryFileTransfers(clock);
    final List<FileEvent> files = new ArrayList<>();
    final InMemoryConversationLinks links = new InMemoryConversationLinks();
    final InMemoryWatermarks watermarks = new InMemoryWatermarks();
    final RecordFindings findings;
    final List<RecordHint> hints = new ArrayList<>();
    final List<RecordHint> noted = new ArrayList<>();
    final Map<Metric, Long> told = new HashMap<>();
    final List<String> counted = new ArrayList<>();
    final SampleLinks sample = new SampleLinks(7);
    private final InMemoryCredentialStates states = new InMemoryCredentialStates();
    private final InMemoryFailureHistory history = new InMemoryFailureHistory(clock);
    private final Leases leases = new InMemoryLeases(clock);
    private final Chronicles chronicles = new InMemoryChronicles();
    private final Gauges gauges = new Gauges() {
        @Override
        public void gauge(Metric metric, String kind, long value) {
            throw new AssertionError("nothing is told by kinds");
        }

        @Override
        public void total(Metric metric, long value) {
            told.put(metric, value);
        }
    };
    Settings settings = SampleSettings.slack();
    private int runs;

    Desk() {
        findings = new RecordFindings(states, (_, _) -> {}, clock, "belay");
    }

    /** Nothing of what is there is new, and no sweep is due. */
    static Desk settled() {
        Desk desk = new Desk();
        desk.watermarks.store(Watermarks.SweepMark.beginning(Sample.OPENED).at(Optional.empty()));
        return desk;
    }

    /** A record of this priority, as it is now. */
    RecordSnapshot record(int priority) {
        return record(sample.record(), priority);
    }

    private RecordSnapshot record(RecordRef ref, int priority) {
        RecordSnapshot as = Sample.incident(priority);
        return new RecordSnapshot(
                ref,
                "INC" + ref.sysId().value().substring(0, 7),
                as.shortDescription(),
                priority,
                as.life(),
                as.assignment(),
                as.details(),
                clock.instant(),
                1,
                as.chronicle());
    }

    /** A record that was opened now, and nobody heard of. */
    RecordSnapshot opened(int priority) {
        RecordSnapshot record = record(priority);
        records.put(record, clock.instant());
        return record;
    }

    /** A record that was opened now, and its conversation, which shows it. */
    RecordSnapshot conversing(int priority) {
        Claimed claim = priority < 3 ? sample.dedicated() : sample.shared();
        RecordSnapshot record = record(claim.record(), priority);
        records.put(record, clock.instant());
        links.claim(claim);
        assertThat(links.ready(sample.standing(claim, record.generation()))).isPresent();
        return record;
    }

    /** A record's priority was raised, and it has a conversation since now. */
    void raised(RecordSnapshot record) {
        RecordSnapshot next = record(record.ref(), 3).counted(record.modCount() + 1);
        records.put(next, clock.instant());
        Claimed like = sample.shared();
        LinkClaim claim =
                new LinkClaim(like.claim().marker(), like.claim().reference(), clock.instant(), clock.instant());
        Claimed first = Claimed.first(new LinkKey(record.ref(), Platform.SLACK), like.placement(), claim);
        links.claim(first);
        assertThat(links.ready(sample.standing(first, next.generation()))).isPresent();
    }

    Standing link(RecordSnapshot record) {
        return (Standing) links.find(new LinkKey(record.ref(), Platform.SLACK)).orElseThrow();
    }

    /** Somebody changes it, and no event tells of it. */
    RecordSnapshot renamed(RecordSnapshot record) {
        RecordSnapshot next =
                record.described(record.shortDescription() + ", still").counted(record.modCount() + 1);
        records.put(next, clock.instant());
        return next;
    }

    void run() {
        run(Calls.undisturbed());
    }

    void run(Calls calls) {
        run(calls, () -> Duration.ofSeconds(290));
    }

    void run(Calls calls, Deadline deadline) {
        Instant now = clock.instant();
        Reconcile reconcile = reconcile(calls);
        Delivery.of("run-" + ++runs, now, deadline).run(() -> {
            reconcile.run(settings, List.of());
            return true;
        });
    }

    private Reconcile reconcile(Calls calls) {
        ConversationLinks watched = calls.watched(ConversationLinks.class, links);
        Agreement agreement = new Agreement(new RefreshCard(watched, new InMemoryRecords(clock), clock), links, clock);
        WatchWait watch =
                new WatchWait((metric, kind) -> counted.add(metric.id() + " " + kind), (_, _, _) -> {}, history, clock);
        Mend mend = new Mend(
                agreement,
                watched,
                calls.watched(Chronicles.class, chronicles),
                calls.watched(Hints.class, hints::add),
                calls.watched(Hints.class, noted::add),
                watch);
        ChangedRecords changed = calls.watched(ChangedRecords.class, records);
        Reconcile.Stores stores = new Reconcile.Stores(
                changed,
                calls.watched(ChangedAttachments.class, attachments),
                calls.watched(Watermarks.class, watermarks),
                calls.watched(LinkIndex.class, links),
                calls.watched(Leases.class, leases));
        AwaitCredentials await = new AwaitCredentials(states, findings, leases, clock, new Random(runs));
        MendFiles mendFiles = new MendFiles(
                watched,
                calls.watched(FileTransfers.class, transfers),
                changed,
                calls.watched(FileEvents.class, files::add));
        return new Reconcile(stores, await, mend, mendFiles, gauges, clock);
    }

    /** Of which records a hint was sent. */
    List<RecordRef> hinted() {
        return hints.stream().map(RecordHint::record).toList();
    }
}
