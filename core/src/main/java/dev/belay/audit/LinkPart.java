package dev.belay.audit;

import dev.belay.audit.finding.AuditFinding;
import dev.belay.audit.finding.FindingKind;
import dev.belay.audit.journal.AuditJournal;
import dev.belay.audit.journal.AuditPage;
import dev.belay.audit.journal.Progress;
import dev.belay.audit.journal.Progress.Stage;
import dev.belay.failure.Unavailable;
import dev.belay.link.ConversationLink;
import dev.belay.link.ConversationLink.Claimed;
import dev.belay.link.ConversationLink.Made;
import dev.belay.link.LinkIndex;
import dev.belay.link.LinkStatus;
import dev.belay.reconcile.ChangedRecords;
import dev.belay.record.RecordRef;
import dev.belay.record.RecordSnapshot;
import dev.belay.record.SysId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Goes through all links, and compares each with its record and with its channel. */
final class LinkPart {
    private final LinkIndex index;
    private final ChangedRecords records;
    private final AuditJournal journal;
    private final LinkCheck check;
    private final Run run;

    LinkPart(LinkIndex index, ChangedRecords records, AuditJournal journal, LinkCheck check, Run run) {
        this.index = index;
        this.records = records;
        this.journal = journal;
        this.check = check;
        this.run = run;
    }

    /** Compares one page, or what is left of it, for as long as the run goes on; what was done is kept where a system does not answer. */
    Progress step(Progress progress) {
        LinkIndex.Page page = index.all(progress.cursor(), ChangedRecords.PAGE);
        List<ConversationLink> all = page.links();
        Map<RecordRef, RecordSnapshot> known = known(all);
        List<AuditFinding> found = new ArrayList<>(before(progress));
        int done = Math.min(progress.item(), all.size());
        try {
            while (done < all.size() && run.goesOn()) {
                found.addAll(compared(all.get(done), known));
                done++;
            }
        } catch (Unavailable e) {
            journal.store(progress.pages(), AuditPage.of(found));
            journal.store(progress.within(done));
            throw e;
        }
        journal.store(progress.pages(), AuditPage.of(found));
        if (done < all.size()) {
            return progress.within(done);
        }
        Progress next = progress.behind(1, 0, page.next(), progress.counted().links(all.size()));
        return page.next().isPresent() ? next : next.in(Stage.RECORDS);
    }

    private List<AuditFinding> before(Progress progress) {
        return progress.item() == 0
                ? List.of()
                : journal.page(progress.pages()).map(AuditPage::findings).orElse(List.of());
    }

    private Map<RecordRef, RecordSnapshot> known(List<ConversationLink> links) {
        Map<String, Set<SysId>> tables = new HashMap<>();
        links.stream()
                .map(ConversationLink::record)
                .filter(record -> run.settings().routedTables().contains(record.table()))
                .forEach(record -> tables.computeIfAbsent(record.table(), _ -> new HashSet<>())
                        .add(record.sysId()));
        Map<RecordRef, RecordSnapshot> known = new HashMap<>();
        tables.forEach((table, ids) -> records.some(table, ids)
                .records()
                .forEach(changed -> known.put(changed.record().ref(), changed.record())));
        return known;
    }

    /** What is said of a table that no route names any more is said of nothing. */
    private List<AuditFinding> compared(ConversationLink link, Map<RecordRef, RecordSnapshot> known) {
        if (!run.settings().routedTables().contains(link.record().table())) {
            return List.of();
        }
        Optional<RecordSnapshot> record = Optional.ofNullable(known.get(link.record()));
        return switch (link) {
            case Claimed claimed -> abandoned(claimed).stream().toList();
            case Made made -> check.of(made, record);
        };
    }

    private Optional<AuditFinding> abandoned(Claimed claimed) {
        if (!run.isSettled(claimed.claim().leaseUntil())) {
            return Optional.empty();
        }
        boolean ambiguous = claimed.status() == LinkStatus.AMBIGUOUS;
        String since = (claimed.isNext() ? "its next conversation, " : "") + "since "
                + claimed.claim().leaseUntil();
        return Optional.of(AuditFinding.of(ambiguous ? FindingKind.CLAIM_AMBIGUOUS : FindingKind.CLAIM_EXPIRED, since)
                .on(claimed.platform())
                .about(claimed.record()));
    }
}
