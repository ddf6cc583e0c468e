package dev.belay.audit;

import dev.belay.audit.finding.AuditFinding;
import dev.belay.audit.finding.AuditReport;
import dev.belay.audit.journal.AuditJournal;
import dev.belay.audit.journal.Progress;
import dev.belay.audit.journal.Progress.Stage;
import dev.belay.chat.Platform;
import dev.belay.delivery.Delivery;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * One run at an audit: channels, then links, then records, a page at a time, then what is asked of single channels. Each page is kept before the next one begins, so that a run
 * may be killed anywhere, or meet a rate limit, and the next one goes on. It changes nothing but its own journal.
 */
public final class Audit {
    private static final System.Logger LOG = System.getLogger(Audit.class.getName());

    /** How often one begins by itself. */
    public static final Duration EVERY = Duration.ofDays(1);

    /** Longer than a page takes; it is taken anew for each. */
    private static final Duration LEASED = Duration.ofMinutes(5);

    private static final Duration AGAIN = Duration.ofSeconds(30);

    /** What was listed longer ago says nothing of today, and is not kept much longer: one that was left so long is begun anew. */
    private static final Duration STALE = Duration.ofDays(3);

    /** Whoever reads a report that is younger need not wait for another one. */
    private static final Duration RECENT = Duration.ofHours(1);

    private final Stores stores;
    private final Whose whose;
    private final Clock clock;

    /** Who waits for it. Each has a journal of its own, so that they know nothing of each other. */
    public enum Whose {
        /** The schedule, which comes again every few minutes. */
        SCHEDULED("scheduled", Duration.ofHours(6), true),
        /** A person at a terminal. */
        COMMAND("command", Duration.ofMinutes(5), false);

        private final String id;
        private final Duration patience;
        private final boolean waits;

        Whose(String id, Duration patience, boolean waits) {
            this.id = id;
            this.patience = patience;
            this.waits = waits;
        }

        /** What the journal is called. */
        public String id() {
            return id;
        }

        /** How long it waits for what does not answer, when all else is done. */
        Duration patience() {
            return patience;
        }

        /** Whether it waits for a credential to be mended. */
        boolean waitsForCredentials() {
            return waits;
        }
    }

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
        /** A day after the last one began. One that is over and was not told of is told of first, for some days. */
        WHEN_DUE,
        /** When none is under way. */
        AT_ONCE,
        /** As at once, but none where one ended within the hour: that is told again. */
        UNLESS_RECENT,
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

    public Audit(Stores stores, Whose whose, Clock clock) {
        this.stores = stores;
        this.whose = whose;
        this.clock = clock;
    }

    /**
     * A platform that refuses, or does not answer for hours, costs a finding; a system that asks to be left alone, a pause.
     *
     * @throws dev.belay.failure.ExternalFailure when ServiceNow or a store refuses
     */
    public Outcome run(Settings settings, Map<Platform, ChatPlatform> chats, Start start) {
        String holder = Delivery.current().map(Delivery::messageId).orElse(whose.id());
        Optional<Duration> another = lease(holder);
        if (another.isPresent()) {
            return new Outcome.Held(another.get());
        }
        Run run = new Run(settings, new TreeMap<>(chats), whose, clock);
        Outcome outcome = run(run, start, holder);
        stores.leases().release("audit-" + whose.id(), holder);
        return outcome;
    }

    private Optional<Duration> lease(String holder) {
        return stores.leases().acquire("audit-" + whose.id(), holder, LEASED);
    }

    private Outcome run(Run run, Start start, String holder) {
        Optional<Progress> last = stores.journal().progress();
        if (start == Start.WHEN_DUE && last.filter(this::isNotDue).isPresent()) {
            return new Outcome.NotDue(last.get());
        }
        Progress progress = last.filter(before -> goesOn(before, start))
                .orElseGet(() ->
                        Progress.beginning(run.now(), last.map(Progress::ended).orElse(run.now())));
        try {
            stores.journal().store(progress);
            Steps steps = new Steps(run);
            while (!progress.isDone() && run.goesOn() && lease(holder).isEmpty()) {
                progress = steps.step(progress);
                stores.journal().store(progress);
            }
            return progress.isDone()
                    ? new Outcome.Finished(report(progress))
                    : new Outcome.Paused(progress, Run.ENOUGH);
        } catch (Unavailable e) {
            LOG.log(System.Logger.Level.INFO, "the audit goes on later: {0}", e.getMessage());
            Progress reached = stores.journal().progress().orElse(progress);
            return new Outcome.Paused(reached, e.retryAfter().orElse(AGAIN));
        }
    }

    /** Those who wait for the last report know of it: it is not told again by itself. */
    public void told() {
        stores.journal().progress().filter(last -> last.stage() == Stage.DONE).ifPresent(last -> stores.journal()
                .store(last.told()));
    }

    private AuditReport report(Progress progress) {
        List<AuditFinding> found = IntStream.range(0, progress.pages())
                .mapToObj(stores.journal()::page)
                .flatMap(Optional::stream)
                .flatMap(page -> page.findings().stream())
                .toList();
        return new AuditReport(progress.began(), progress.ended(), progress.counted(), progress.shares(), found);
    }

    /** Whether the last one is gone on with, or told of. */
    private boolean goesOn(Progress last, Start start) {
        return switch (last.stage()) {
            case DONE -> start == Start.WHEN_DUE ? !isStale(last) : start != Start.AFRESH && isRecent(last);
            case TOLD -> start == Start.UNLESS_RECENT && isRecent(last);
            case PLACES, CHANNELS, LINKS, RECORDS, QUESTIONS -> start != Start.AFRESH && !isStale(last);
        };
    }

    private boolean isStale(Progress last) {
        return !clock.instant().isBefore(last.began().plus(STALE));
    }

    private boolean isRecent(Progress last) {
        return clock.instant().isBefore(last.ended().plus(RECENT));
    }

    private boolean isNotDue(Progress last) {
        return last.stage() == Stage.TOLD
                && clock.instant().isBefore(last.began().plus(EVERY));
    }

    /** The steps of one run. What was kept of a list, and of the channels, is read again once. */
    private final class Steps {
        private final Run run;
        private Optional<ChannelPart> channels = Optional.empty();
        private Optional<Sightings> seen = Optional.empty();
        private Optional<QuestionPart> questions = Optional.empty();

        Steps(Run run) {
            this.run = run;
        }

        Progress step(Progress progress) {
            return switch (progress.stage()) {
                case PLACES -> new PlacePart(stores.index(), stores.journal(), run).step(progress);
                case CHANNELS -> channels(progress).step(progress);
                case LINKS -> links(progress).step(progress);
                case RECORDS ->
                    new RecordPart(stores.links(), stores.records(), stores.journal(), seen(progress), run)
                            .step(progress);
                case QUESTIONS -> questions(progress).step(progress);
                case DONE, TOLD -> progress;
            };
        }

        private ChannelPart channels(Progress progress) {
            ChannelPart part = channels.orElseGet(
                    () -> new ChannelPart(stores.links(), stores.records(), stores.journal(), progress.agenda(), run));
            channels = Optional.of(part);
            return part;
        }

        private LinkPart links(Progress progress) {
            LinkCheck check = new LinkCheck(stores.links(), stores.chronicles(), seen(progress), run);
            return new LinkPart(stores.index(), stores.records(), stores.journal(), check, run);
        }

        private Sightings seen(Progress progress) {
            Sightings all = seen.orElseGet(
                    () -> Sightings.of(stores.journal(), progress.agenda().from(), progress.began()));
            seen = Optional.of(all);
            return all;
        }

        private QuestionPart questions(Progress progress) {
            QuestionPart part = questions.orElseGet(
                    () -> new QuestionPart(stores.links(), stores.records(), stores.journal(), progress, run));
            questions = Optional.of(part);
            return part;
        }
    }
}
