package dev.belay.audit;

import dev.belay.audit.finding.AuditFinding;
import dev.belay.audit.finding.AuditReport;
import dev.belay.audit.finding.FindingKind;
import dev.belay.audit.journal.AuditJournal;
import dev.belay.audit.journal.AuditPage;
import dev.belay.audit.journal.Progress;
import dev.belay.audit.journal.Progress.Place;
import dev.belay.audit.journal.Progress.Stage;
import dev.belay.chat.Platform;
import dev.belay.delivery.Delivery;
import dev.belay.failure.CredentialsRefused;
import dev.belay.failure.Rejected;
import dev.belay.failure.Unavailable;
import dev.belay.lease.Leases;
import dev.belay.link.ConversationLinks;
import dev.belay.link.LinkIndex;
import dev.belay.platform.ChatPlatform;
import dev.belay.reconcile.ChangedRecords;
import dev.belay.record.Chronicles;
import dev.belay.settings.Settings;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * One run at an audit: channels, then links, then records, a page at a time. Each page is kept before the next one begins, so that a run
 * may be killed anywhere, or meet a rate limit, and the next one goes on. It changes nothing but its own journal.
 */
public final class Audit {
    private static final System.Logger LOG = System.getLogger(Audit.class.getName());

    /** How often one begins by itself. */
    public static final Duration EVERY = Duration.ofDays(1);

    /** Longer than a page takes; it is taken anew for each. */
    private static final Duration LEASED = Duration.ofMinutes(5);

    private static final Duration AGAIN = Duration.ofSeconds(30);

    /** What was listed longer ago says nothing of today: one that was left so long is begun anew. */
    private static final Duration STALE = Duration.ofDays(3);

    private final Stores stores;
    private final String name;
    private final Clock clock;

    /** Where it reads, and where it keeps what it saw. */
    public record Stores(
            ConversationLinks links,
            LinkIndex index,
            ChangedRecords records,
            Chronicles chronicles,
            AuditJournal journal,
            Leases leases) {}

    /** When a new audit begins. */
    public enum Start {
        /** A day after the last one began. */
        WHEN_DUE,
        /** When none is under way. */
        AT_ONCE,
        /** In any case: what is under way is given up. */
        AFRESH
    }

    /** How far a run came. */
    public sealed interface Outcome {
        /** The audit is over. */
        record Finished(AuditReport report) implements Outcome {}

        /** The next run goes on, not before that time. */
        record Paused(Progress progress, Duration pause) implements Outcome {}

        /** The last one began too short a time ago. */
        record NotDue(Progress last) implements Outcome {}

        /** Another run is at work. */
        record Held(Duration pause) implements Outcome {}
    }

    /** @param name other for each journal: one run at a time works on it */
    public Audit(Stores stores, String name, Clock clock) {
        this.stores = stores;
        this.name = name;
        this.clock = clock;
    }

    /**
     * A platform that does not let us in costs a finding; a system that does not answer, a pause.
     *
     * @throws dev.belay.failure.ExternalFailure when ServiceNow or a store refuses
     */
    public Outcome run(Settings settings, Map<Platform, ChatPlatform> chats, Start start) {
        String holder = Delivery.current().map(Delivery::messageId).orElse(name);
        Optional<Duration> another = lease(holder);
        if (another.isPresent()) {
            return new Outcome.Held(another.get());
        }
        Run run = new Run(settings, new TreeMap<>(chats), clock.instant());
        Outcome outcome = run(run, start, holder);
        stores.leases().release("audit-" + name, holder);
        return outcome;
    }

    private Optional<Duration> lease(String holder) {
        return stores.leases().acquire("audit-" + name, holder, LEASED);
    }

    private Outcome run(Run run, Start start, String holder) {
        Optional<Progress> last = stores.journal().progress();
        if (start == Start.WHEN_DUE
                && last.filter(done -> done.isDone() && !isDue(done)).isPresent()) {
            return new Outcome.NotDue(last.get());
        }
        Optional<Progress> underWay = last.filter(before -> start != Start.AFRESH && isUnderWay(before));
        Progress progress = underWay.orElseGet(() -> Progress.beginning(run.now(), List.of()));
        try {
            progress = underWay.isPresent() ? progress : begun(run);
            Steps steps = new Steps(run);
            while (!progress.isDone() && run.goesOn() && lease(holder).isEmpty()) {
                progress = steps.step(progress);
                stores.journal().store(progress);
            }
        } catch (Unavailable e) {
            LOG.log(System.Logger.Level.INFO, "the audit goes on later: {0}", e.getMessage());
            Progress reached = stores.journal().progress().orElse(progress);
            return new Outcome.Paused(reached, e.retryAfter().orElse(AGAIN));
        }
        return progress.isDone() ? new Outcome.Finished(report(progress)) : new Outcome.Paused(progress, Run.ENOUGH);
    }

    private AuditReport report(Progress progress) {
        List<AuditFinding> found = IntStream.range(0, progress.pages())
                .mapToObj(stores.journal()::page)
                .flatMap(Optional::stream)
                .flatMap(page -> page.findings().stream())
                .toList();
        return new AuditReport(progress.began(), clock.instant(), progress.counted(), progress.shares(), found);
    }

    private boolean isUnderWay(Progress before) {
        return !before.isDone() && clock.instant().isBefore(before.began().plus(STALE));
    }

    private boolean isDue(Progress last) {
        return !clock.instant().isBefore(last.began().plus(EVERY));
    }

    private Progress begun(Run run) {
        Optional<AuditFinding> missing = tableMissing();
        List<AuditFinding> found = new ArrayList<>(missing.stream().toList());
        List<Place> places = missing.isPresent() ? List.of() : places(run, found);
        stores.journal().store(0, AuditPage.of(found));
        Progress begun = Progress.beginning(run.now(), places);
        Progress next = begun.behind(1, 0, Optional.empty(), begun.counted());
        Progress first = missing.isPresent() ? next.in(Stage.DONE) : next;
        stores.journal().store(first);
        return first;
    }

    /** Without the table nothing can be compared with anything. */
    private Optional<AuditFinding> tableMissing() {
        try {
            stores.index().all(Optional.empty(), 1);
            return Optional.empty();
        } catch (Rejected e) {
            return Optional.of(AuditFinding.of(FindingKind.TABLE_MISSING, e.said()));
        }
    }

    private static List<Place> places(Run run, List<AuditFinding> found) {
        List<Place> places = new ArrayList<>();
        run.settings().chats().forEach((platform, chat) -> run.chat(platform)
                .ifPresent(there -> new TreeSet<>(chat.workspaces())
                        .forEach(workspace -> places.addAll(places(there, workspace, found)))));
        return places;
    }

    private static List<Place> places(ChatPlatform chat, String workspace, List<AuditFinding> found) {
        try {
            return chat.survey().places(workspace).stream()
                    .map(place -> new Place(chat.platform(), workspace, place))
                    .toList();
        } catch (Rejected | CredentialsRefused e) {
            found.add(AuditFinding.of(FindingKind.PLACE_UNREADABLE, workspace + ": " + e.said())
                    .on(chat.platform()));
            return List.of();
        }
    }

    /** The steps of one run. What was listed is read again once, where the links are compared with it. */
    private final class Steps {
        private final Run run;
        private Optional<LinkPart> linkPart = Optional.empty();

        Steps(Run run) {
            this.run = run;
        }

        Progress step(Progress progress) {
            return switch (progress.stage()) {
                case CHANNELS ->
                    new ChannelPart(stores.links(), stores.records(), stores.journal(), run).step(progress);
                case LINKS -> links(progress).step(progress);
                case RECORDS -> new RecordPart(stores.links(), stores.records(), stores.journal(), run).step(progress);
                case DONE -> progress;
            };
        }

        private LinkPart links(Progress progress) {
            LinkPart part = linkPart.orElseGet(() -> {
                Sightings seen = Sightings.of(stores.journal(), progress.pages());
                LinkCheck check = new LinkCheck(stores.links(), stores.chronicles(), seen, run);
                return new LinkPart(stores.index(), stores.records(), stores.journal(), check, run);
            });
            linkPart = Optional.of(part);
            return part;
        }
    }
}
