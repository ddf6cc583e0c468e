package dev.belay.audit;

import dev.belay.audit.finding.AuditFinding;
import dev.belay.audit.finding.FindingKind;
import dev.belay.audit.journal.AuditJournal;
import dev.belay.audit.journal.AuditPage;
import dev.belay.audit.journal.Progress;
import dev.belay.audit.journal.Progress.Agenda;
import dev.belay.audit.journal.Progress.Stage;
import dev.belay.audit.journal.Question;
import dev.belay.link.ConversationLink;
import dev.belay.link.ConversationLink.Claimed;
import dev.belay.link.ConversationLink.Made;
import dev.belay.link.LinkIndex;
import dev.belay.link.LinkStatus;
import dev.belay.reconcile.ChangedRecords;
import dev.belay.reconcile.ChangedRecords.Changed;
import dev.belay.record.RecordRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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

    /** Compares one page, without asking a platform anything. */
    Progress step(Progress progress) {
        LinkIndex.Page page = index.all(progress.cursor(), ChangedRecords.PAGE);
        Map<RecordRef, Changed> known = known(page.links());
        List<AuditFinding> found = new ArrayList<>();
        List<Question> questions = new ArrayList<>();
        for (ConversationLink link : page.links()) {
            found.addAll(compared(link, known));
            questionAbout(link, known).ifPresent(questions::add);
        }
        journal.store(progress.pages(), AuditPage.of(found, questions));
        Progress next = progress.to(0, page.next())
                .kept(1, progress.counted().links(page.links().size()));
        return page.next().isPresent()
                ? next
                : next.in(Stage.RECORDS, Agenda.of(next.agenda().from(), next.pages()));
    }

    private Map<RecordRef, Changed> known(List<ConversationLink> links) {
        return ChangedRecords.known(
                records, links.stream().map(ConversationLink::record).filter(record -> run.settings()
                        .routedTables()
                        .contains(record.table())));
    }

    /** What is said of a table that no route names any more is said of nothing. */
    private List<AuditFinding> compared(ConversationLink link, Map<RecordRef, Changed> known) {
        if (!run.settings().routedTables().contains(link.record().table())) {
            return List.of();
        }
        return switch (link) {
            case Claimed claimed -> abandoned(claimed).stream().toList();
            case Made made ->
                check.of(made, Optional.ofNullable(known.get(made.record())).map(Changed::record));
        };
    }

    private Optional<Question> questionAbout(ConversationLink link, Map<RecordRef, Changed> known) {
        return link instanceof Made made
                        && run.settings().routedTables().contains(link.record().table())
                ? check.questionAbout(made, Optional.ofNullable(known.get(link.record())))
                : Optional.empty();
    }

    private Optional<AuditFinding> abandoned(Claimed claimed) {
        if (!run.isSettled(claimed.claim().leaseUntil())) {
            return Optional.empty();
        }
        boolean ambiguous = claimed.status() == LinkStatus.AMBIGUOUS;
        String since = (claimed.isNext() ? "its next conversation, " : "") + "since "
                + claimed.claim().leaseUntil();
        AuditFinding found = AuditFinding.of(ambiguous ? FindingKind.CLAIM_AMBIGUOUS : FindingKind.CLAIM_EXPIRED, since)
                .on(claimed.platform())
                .about(claimed.record());
        return Optional.of(claimed.channel().map(found::in).orElse(found));
    }
}
