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

/** Goes through the open records of priority 1 and 2, and counts which of them have a live conversation. */
final class RecordPart {
    private static final Set<Integer> PRIORITIES = Set.of(1, 2);

    private final ConversationLinks links;
    private final ChangedRecords records;
    private final AuditJournal journal;
    private final Run run;

    RecordPart(ConversationLinks links, ChangedRecords records, AuditJournal journal, Run run) {
        this.links = links;
        this.records = records;
        this.journal = journal;
        this.run = run;
    }

    /** Reads one page of one table. */
    Progress step(Progress progress) {
        List<String> tables = List.copyOf(new TreeSet<>(run.settings().routedTables()));
        if (progress.at() >= tables.size()) {
            return end(progress);
        }
        ChangedRecords.Open page = records.open(
                tables.get(progress.at()), PRIORITIES, progress.cursor().map(SysId::new));
        Progress counting = progress;
        List<AuditFinding> found = new ArrayList<>();
        for (RecordSnapshot record : page.records()) {
            for (Platform platform : new TreeSet<>(run.settings().chats().keySet())) {
                if (run.isSettled(record.openedAt()) && Agreement.needs(record, platform, run.settings())) {
                    boolean live = isLive(record, platform);
                    counting = counting.counting(record.ref().table(), record.priority(), platform, live);
                    finding(record, platform, live).ifPresent(found::add);
                }
            }
        }
        journal.store(progress.pages(), AuditPage.of(found));
        int then = page.last() ? progress.at() + 1 : progress.at();
        Optional<String> next = page.last() ? Optional.empty() : page.reached().map(SysId::value);
        return counting.behind(
                1, then, next, progress.counted().records(page.records().size()));
    }

    private boolean isLive(RecordSnapshot record, Platform platform) {
        return links.find(new LinkKey(record.ref(), platform))
                .filter(Standing.class::isInstance)
                .isPresent();
    }

    private static Optional<AuditFinding> finding(RecordSnapshot record, Platform platform, boolean live) {
        return live
                ? Optional.empty()
                : Optional.of(AuditFinding.of(
                                FindingKind.NO_CONVERSATION, record.number() + ", priority " + record.priority())
                        .on(platform)
                        .about(record.ref()));
    }

    private Progress end(Progress progress) {
        int needed = progress.shares().stream().mapToInt(Share::open).sum();
        if (progress.counted().links() > 0 || needed == 0) {
            return progress.in(Stage.DONE);
        }
        journal.store(
                progress.pages(),
                AuditPage.of(List.of(AuditFinding.of(
                        FindingKind.TABLE_EMPTY, needed + " open records should have a conversation"))));
        return progress.behind(1, progress.at(), Optional.empty(), progress.counted())
                .in(Stage.DONE);
    }
}
