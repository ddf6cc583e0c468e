package dev.belay.reconcile;

import dev.belay.link.ConversationLink;
import dev.belay.link.ConversationLink.Claimed;
import dev.belay.link.ConversationLink.Ended;
import dev.belay.link.ConversationLink.Standing;
import dev.belay.link.LinkIndex;
import dev.belay.reconcile.ChangedRecords.Changed;
import dev.belay.reconcile.ChangedRecords.Some;
import dev.belay.reconcile.Watermarks.SweepMark;
import dev.belay.record.RecordRef;
import dev.belay.record.SysId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Reads the records of all open links, whether they changed or not, in pages; it is stored after each page how far it came. It finds what
 * no change tells of: records that were deleted, and those that we may not read any more.
 */
final class Sweep {
    private static final System.Logger LOG = System.getLogger(Sweep.class.getName());

    /** A claim whose lease ended longer ago is nobody's. */
    private static final Duration ABANDONED = Duration.ofMinutes(15);

    /** How many records that ServiceNow does not show are asked for one by one in a run. */
    static final int MOST_ASKED = 20;

    /** That so many are hidden, and none else is there, is a matter of rights. */
    static final int TELLING = 5;

    private final ChangedRecords records;
    private final Watermarks watermarks;
    private final LinkIndex index;
    private final Mend mend;

    Sweep(ChangedRecords records, Watermarks watermarks, LinkIndex index, Mend mend) {
        this.records = records;
        this.watermarks = watermarks;
        this.index = index;
        this.mend = mend;
    }

    /** Goes on with the one under way, or begins one where it is time for it. */
    void run(Run run) {
        SweepMark mark = watermarks
                .sweep()
                .filter(last -> !last.done() || !isDue(last, run))
                .orElseGet(() -> SweepMark.beginning(run.now()));
        Pass pass = new Pass(run);
        boolean goesOn = !mark.done();
        while (goesOn && run.hasTime()) {
            Batch batch = pass.batch(mark);
            goesOn = pass.read(batch);
            if (goesOn) {
                mark = mark.at(batch.next());
                watermarks.store(mark);
                goesOn = !mark.done();
            }
        }
    }

    private static boolean isDue(SweepMark last, Run run) {
        return !run.now().isBefore(last.began().plus(run.settings().lifecycle().sweepEvery()));
    }

    /** A page of open links, whatever else lies between them. */
    private record Batch(List<ConversationLink> links, Optional<String> next) {
        Map<String, List<ConversationLink>> byTable() {
            return links.stream()
                    .collect(Collectors.groupingBy(link -> link.record().table(), TreeMap::new, Collectors.toList()));
        }
    }

    /** What one run does of a sweep. */
    private final class Pass {
        private final Run run;
        private int asked;

        /** When the page began: a page that the run began with is gone through, however many tables it has. */
        private int askedBefore;

        Pass(Run run) {
            this.run = run;
        }

        Batch batch(SweepMark mark) {
            List<ConversationLink> open = new ArrayList<>();
            Optional<String> next = mark.next();
            do {
                LinkIndex.Page page = index.all(next, ChangedRecords.PAGE - open.size());
                page.links().stream().filter(this::isOpen).forEach(open::add);
                next = page.next();
            } while (next.isPresent() && open.size() < ChangedRecords.PAGE / 2 && run.hasTime());
            return new Batch(open, next);
        }

        private boolean isOpen(ConversationLink link) {
            if (link.key().isNext()
                    || !run.settings().routedTables().contains(link.record().table())) {
                return false;
            }
            return switch (link) {
                case Standing standing -> !isThreadThatIsOver(standing);
                case Ended ended -> isCutOff(ended);
                case Claimed claimed ->
                    claimed.claim().leaseUntil().plus(ABANDONED).isBefore(run.now());
            };
        }

        /** A thread stands for as long as its channel does, and nothing more comes of it. */
        private static boolean isThreadThatIsOver(Standing link) {
            return !link.placement().isDedicated() && link.conversation().kept().isOver();
        }

        /** A channel that was archived at the end of its record is none that is open. */
        private static boolean isCutOff(Ended link) {
            return switch (link.status()) {
                case CHANNEL_DELETED, APP_REMOVED -> true;
                case ARCHIVED -> !link.conversation().kept().isOver();
                default -> false;
            };
        }

        /** @return whether the sweep may go on behind it in this run */
        boolean read(Batch batch) {
            askedBefore = asked;
            return batch.byTable().entrySet().stream().allMatch(table -> read(table.getKey(), table.getValue()));
        }

        private boolean read(String table, List<ConversationLink> links) {
            Map<SysId, List<ConversationLink>> byRecord = links.stream()
                    .collect(Collectors.groupingBy(link -> link.record().sysId()));
            Some some = records.some(table, byRecord.keySet());
            run.tally().read(some.records().size());
            Set<SysId> missing = new HashSet<>(byRecord.keySet());
            for (Changed changed : some.records()) {
                SysId id = changed.record().ref().sysId();
                missing.remove(id);
                byRecord.getOrDefault(id, List.of()).forEach(link -> mend.compare(link, changed, run));
            }
            return isReadable(table, some, missing) && ask(table, missing, byRecord);
        }

        private boolean isReadable(String table, Some some, Set<SysId> missing) {
            if (!some.records().isEmpty() || missing.size() < TELLING || some.hidden() < missing.size()) {
                return true;
            }
            LOG.log(
                    System.Logger.Level.ERROR,
                    "the sweep stops: all {0} records of {1} that it asked for are hidden from the integration user, which lacks a right",
                    Integer.toString(missing.size()),
                    table);
            run.tally().unreadable(missing.size());
            return false;
        }

        /** @return false where the next run is to ask, since too many were asked for already */
        private boolean ask(String table, Set<SysId> missing, Map<SysId, List<ConversationLink>> links) {
            int left = MOST_ASKED - asked;
            if (askedBefore > 0 && missing.size() > left) {
                return false;
            }
            List<SysId> turn = turn(left, missing);
            asked += turn.size();
            long unreadable = turn.stream()
                    .filter(id -> isHidden(new RecordRef(table, id), links.getOrDefault(id, List.of())))
                    .count();
            tell(table, (int) unreadable, missing.size() - turn.size());
            return true;
        }

        /** Others each day, so that each gets its turn. */
        private List<SysId> turn(int most, Set<SysId> missing) {
            List<SysId> all = new ArrayList<>(missing);
            all.sort(Comparator.comparing(SysId::value));
            long days = Duration.ofSeconds(run.now().getEpochSecond()).toDays();
            Collections.rotate(all, -(int) (days * MOST_ASKED % Math.max(1, all.size())));
            return all.subList(0, Math.min(Math.max(0, most), all.size()));
        }

        /** Where it was deleted, its conversations are told. */
        private boolean isHidden(RecordRef record, List<ConversationLink> links) {
            return switch (records.presence(record)) {
                case DELETED -> {
                    links.forEach(link -> mend.deleted(link, run));
                    yield false;
                }
                case HIDDEN -> true;
                case THERE -> false;
            };
        }

        private void tell(String table, int unreadable, int notAsked) {
            if (unreadable + notAsked > 0) {
                LOG.log(
                        System.Logger.Level.WARNING,
                        "{0} records of {1} that have conversations may not be read, and {2} that are not shown are asked for in a later sweep",
                        Integer.toString(unreadable),
                        table,
                        Integer.toString(notAsked));
            }
            run.tally().unreadable(unreadable);
        }
    }
}
