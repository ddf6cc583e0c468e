package dev.belay.audit;

import dev.belay.audit.finding.AuditFinding;
import dev.belay.audit.finding.FindingKind;
import dev.belay.audit.finding.Share;
import dev.belay.audit.journal.AuditJournal;
import dev.belay.audit.journal.AuditPage;
import dev.belay.audit.journal.Progress;
import dev.belay.audit.journal.Progress.Stage;
import dev.belay.chat.Platform;
import dev.belay.conversation.keep.Agreement;
import dev.belay.link.ConversationLink.Standing;
import dev.belay.link.ConversationLinks;
import dev.belay.link.LinkKey;
import dev.belay.reconcile.ChangedRecords;
import dev.belay.record.RecordSnapshot;
import dev.belay.record.SysId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Goes through the open records of priority 1 and 2, and counts which of them have a live conversation. */
final class RecordPart {
    private static final Set<Integer> PRIORITIES = Set.of(1, 2);

    private final ConversationLinks links;
    private final ChangedRecords records;
    private final AuditJournal journal;
    private final Sightings seen;
    private final Run run;

    /** A record that should have a conversation, with its link where there is one. */
    private record Needed(RecordSnapshot record, Platform platform, Optional<Standing> link) {}

    RecordPart(ConversationLinks links, ChangedRecords records, AuditJournal journal, Sightings seen, Run run) {
        this.links = links;
        this.records = records;
        this.journal = journal;
        this.seen = seen;
        this.run = run;
    }

    /** Reads one page of one table. */
    Progress step(Progress progress) {
        List<String> tables = List.copyOf(new TreeSet<>(run.settings().routedTables()));
        if (progress.at() >= tables.size()) {
            return end(progress);
        }
        String table = tables.get(progress.at());
        ChangedRecords.Open page =
                records.open(table, PRIORITIES, progress.cursor().map(SysId::new));
        Progress counting = progress;
        List<AuditFinding> found = new ArrayList<>();
        for (Needed each : sure(table, needed(page.records()))) {
            RecordSnapshot record = each.record();
            boolean live = each.link().filter(this::isLive).isPresent();
            counting = counting.counting(table, record.priority(), each.platform(), live);
            if (each.link().isEmpty()) {
                found.add(finding(record, each.platform()));
            }
        }
        journal.store(progress.pages(), AuditPage.of(found));
        int then = page.last() ? progress.at() + 1 : progress.at();
        Optional<String> next = page.last() ? Optional.empty() : page.reached().map(SysId::value);
        return counting.to(then, next)
                .kept(1, progress.counted().records(page.records().size()));
    }

    private List<Needed> needed(List<RecordSnapshot> page) {
        List<Needed> needed = new ArrayList<>();
        for (RecordSnapshot record : page) {
            for (Platform platform : new TreeSet<>(run.settings().chats().keySet())) {
                if (run.isSettled(record.openedAt()) && Agreement.needs(record, platform, run.settings())) {
                    needed.add(new Needed(record, platform, standing(record, platform)));
                }
            }
        }
        return needed;
    }

    private Optional<Standing> standing(RecordSnapshot record, Platform platform) {
        return links.find(new LinkKey(record.ref(), platform))
                .filter(Standing.class::isInstance)
                .map(Standing.class::cast);
    }

    /** Those without a conversation are read again: one that was reopened just now has a worker on its way. */
    private List<Needed> sure(String table, List<Needed> needed) {
        Set<SysId> without = needed.stream()
                .filter(each -> each.link().isEmpty())
                .map(each -> each.record().ref().sysId())
                .collect(Collectors.toSet());
        if (without.isEmpty()) {
            return needed;
        }
        Set<SysId> open = records.some(table, without).records().stream()
                .filter(changed -> !changed.record().ended() && run.isFollowed(changed.at()))
                .map(changed -> changed.record().ref().sysId())
                .collect(Collectors.toSet());
        return needed.stream()
                .map(each -> each.link().isPresent()
                        ? each
                        : new Needed(each.record(), each.platform(), standing(each.record(), each.platform())))
                .filter(each -> each.link().isPresent()
                        || open.contains(each.record().ref().sysId()))
                .toList();
    }

    /** As its channel was listed. */
    private boolean isLive(Standing link) {
        return switch (seen.of(link)) {
            case LIVE, UNKNOWN -> true;
            case ARCHIVED, NOT_SEEN -> false;
        };
    }

    private static AuditFinding finding(RecordSnapshot record, Platform platform) {
        return AuditFinding.of(FindingKind.NO_CONVERSATION, record.number() + ", priority " + record.priority())
                .on(platform)
                .about(record.ref());
    }

    private Progress end(Progress progress) {
        int needed = progress.shares().stream().mapToInt(Share::open).sum();
        Progress next = progress.in(Stage.QUESTIONS, progress.agenda());
        if (progress.counted().links() > 0 || needed == 0) {
            return next;
        }
        journal.store(
                progress.pages(),
                AuditPage.of(List.of(AuditFinding.of(
                        FindingKind.TABLE_EMPTY, needed + " open records should have a conversation"))));
        return next.kept(1, progress.counted());
    }
}
