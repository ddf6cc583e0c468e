package dev.belay.reconcile;

import dev.belay.link.ConversationLink;
import dev.belay.link.ConversationLink.Claimed;
import dev.belay.link.ConversationLink.Ended;
import dev.belay.link.ConversationLink.Standing;
import dev.belay.link.LinkIndex;
import dev.belay.link.LinkStatus;
import dev.belay.reconcile.ChangedRecords.Changed;
import dev.belay.reconcile.ChangedRecords.Some;
import dev.belay.reconcile.Watermarks.SweepMark;
import dev.belay.record.RecordRef;
import dev.belay.record.SysId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
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
        SweepMark mark = watermarks.sweep()
                .filter(last -> !last.done()
                        || run.now().isBefore(last.began().plus(run.settings().lifecycle().sweepEvery())))
                .orElseGet(() -> SweepMark.beginning(run.now()));
        Questions questions = new Questions();
        boolean goesOn = !mark.done();
        while (goesOn && run.hasTime()) {
            Batch batch = batch(mark, run);
            goesOn = read(batch, questions, run);
            if (goesOn) {
                mark = mark.at(batch.next());
                watermarks.store(mark);
                goesOn = !mark.done();
            }
        }
    }

    /** How many records were asked for one by one. */
    private static final class Questions {
        private int asked;
    }

    /** A page of open links, whatever else lies between them. */
    private record Batch(List<ConversationLink> links, Optional<String> next) {
        Map<String, List<ConversationLink>> byTable() {
            return links.stream()
                    .collect(Collectors.groupingBy(link -> link.record().table(), TreeMap::new, Collectors.toList()));
        }
    }

    private Batch batch(SweepMark mark, Run run) {
        List<ConversationLink> open = new ArrayList<>();
        Optional<String> next = mark.next();
        do {
            LinkIndex.Page page = index.all(next, ChangedRecords.PAGE - open.size());
            page.links().stream().filter(link -> isOpen(link, run)).forEach(open::add);
            next = page.next();
        } while (next.isPresent() && open.size() < ChangedRecords.PAGE);
        return new Batch(open, next);
    }

    private static boolean isOpen(ConversationLink link, Run run) {
        if (link.key().isNext() || !run.settings().routedTables().contains(link.record().table())) {
            return false;
        }
        return switch (link) {
            case Standing _ -> true;
            case Ended ended -> ended.status() != LinkStatus.MOVED && ended.status() != LinkStatus.RECORD_DELETED;
            case Claimed claimed -> claimed.claim().leaseUntil().plus(ABANDONED).isBefore(run.now());
        };
    }

    /** @return whether the sweep may go on behind it in this run */
    private boolean read(Batch batch, Questions questions, Run run) {
        for (Map.Entry<String, List<ConversationLink>> table : batch.byTable().entrySet()) {
            if (!read(table.getKey(), table.getValue(), questions, run)) {
                return false;
            }
        }
        return true;
    }

    private boolean read(String table, List<ConversationLink> links, Questions questions, Run run) {
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
        return isReadable(table, some, missing, run) && ask(table, missing, byRecord, questions, run);
    }

    private static boolean isReadable(String table, Some some, Set<SysId> missing, Run run) {
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
    private boolean ask(
            String table,
            Set<SysId> missing,
            Map<SysId, List<ConversationLink>> links,
            Questions questions,
            Run run) {
        int left = MOST_ASKED - questions.asked;
        if (questions.asked > 0 && missing.size() > left) {
            return false;
        }
        List<SysId> asked = first(left, missing, run);
        questions.asked += asked.size();
        int unreadable = 0;
        for (SysId id : asked) {
            switch (records.presence(new RecordRef(table, id))) {
                case DELETED -> links.getOrDefault(id, List.of()).forEach(link -> mend.deleted(link, run));
                case HIDDEN -> unreadable++;
                case THERE -> {}
            }
        }
        tell(table, unreadable, missing.size() - asked.size(), run);
        return true;
    }

    /** Others each day, so that each gets its turn. */
    private static List<SysId> first(int most, Set<SysId> missing, Run run) {
        List<SysId> all = new ArrayList<>(missing);
        all.sort((one, other) -> one.value().compareTo(other.value()));
        long days = Duration.ofSeconds(run.now().getEpochSecond()).toDays();
        Collections.rotate(all, -(int) (days * MOST_ASKED % Math.max(1, all.size())));
        return all.subList(0, Math.min(most, all.size()));
    }

    private static void tell(String table, int unreadable, int notAsked, Run run) {
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
