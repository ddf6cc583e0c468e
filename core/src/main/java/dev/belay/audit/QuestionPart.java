package dev.belay.audit;

import dev.belay.audit.finding.AuditFinding;
import dev.belay.audit.finding.Counted;
import dev.belay.audit.finding.FindingKind;
import dev.belay.audit.journal.AuditJournal;
import dev.belay.audit.journal.AuditPage;
import dev.belay.audit.journal.Progress;
import dev.belay.audit.journal.Question;
import dev.belay.failure.CredentialsRefused;
import dev.belay.failure.Rejected;
import dev.belay.failure.Unavailable;
import dev.belay.link.ConversationLink.Made;
import dev.belay.link.ConversationLinks;
import dev.belay.link.LinkKey;
import dev.belay.reconcile.ChangedRecords;
import dev.belay.reconcile.ChangedRecords.Changed;
import dev.belay.record.RecordRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Asks about single channels, as much as a platform can spare: links and records are read again before anything is said. */
final class QuestionPart {
    private final ConversationLinks links;
    private final ChangedRecords records;
    private final AuditJournal journal;
    private final Run run;
    private final Sample sample;
    private final Turns<Question> turns;

    QuestionPart(ConversationLinks links, ChangedRecords records, AuditJournal journal, Progress progress, Run run) {
        this.links = links;
        this.records = records;
        this.journal = journal;
        this.run = run;
        this.sample = Sample.of(journal, progress);
        this.turns = new Turns<>(
                sample.questions(), question -> new Turns.Where(question.link().platform(), question.workspace()), run);
    }

    /** Asks what a run may ask at once. */
    Progress step(Progress progress) {
        if (turns.isOver(progress)) {
            return progress.kept(0, sample.counted(progress.counted())).done(run.ended());
        }
        List<Integer> next = turns.next(progress, Run.MOST_ASKED);
        return next.isEmpty() ? givenUp(progress) : asked(progress, next);
    }

    private Progress givenUp(Progress progress) {
        return turns.givenUp(progress).map(item -> givenUp(progress, item)).orElseGet(() -> turns.waiting(progress));
    }

    private Progress givenUp(Progress progress, int item) {
        Question question = turns.item(item);
        String said = run.said(question.link().platform(), question.workspace());
        journal.store(progress.pages(), AuditPage.of(List.of(unreadable(question, said))));
        return progress.behind(item).kept(1, progress.counted());
    }

    private Progress asked(Progress progress, List<Integer> items) {
        Map<LinkKey, Made> made = made(items);
        Map<RecordRef, Changed> known =
                ChangedRecords.known(records, made.values().stream().map(Made::record));
        List<AuditFinding> found = new ArrayList<>();
        Progress reached = progress;
        for (int item : items) {
            Question question = turns.item(item);
            if (!run.goesOn()) {
                break;
            }
            if (!run.mayAsk(question.link().platform(), question.workspace())) {
                continue;
            }
            try {
                reached = answered(reached, item, made, known, found);
            } catch (Unavailable e) {
                if (!turns.isSilence(item, e)) {
                    journal.store(kept(reached, found));
                    throw e;
                }
                reached = turns.silent(reached, item, e);
            }
        }
        return kept(reached, found);
    }

    private Progress kept(Progress reached, List<AuditFinding> found) {
        if (found.isEmpty()) {
            return reached;
        }
        journal.store(reached.pages(), AuditPage.of(found));
        return reached.kept(1, reached.counted());
    }

    private Progress answered(
            Progress progress,
            int item,
            Map<LinkKey, Made> made,
            Map<RecordRef, Changed> known,
            List<AuditFinding> found) {
        Question question = turns.item(item);
        Made link = made.get(question.link());
        if (link == null) {
            return progress.behind(item);
        }
        Inquiry inquiry = new Inquiry(run, Optional.ofNullable(known.get(link.record())));
        try {
            Inquiry.Answer answer = inquiry.about(link, question.of());
            answer.finding().ifPresent(found::add);
            Counted counted = progress.counted();
            int more = answer.told() ? 1 : 0;
            Progress behind = progress.behind(item);
            return (answer.told() ? behind.answered() : behind)
                    .kept(0, question.of() == Question.Of.CHANNEL ? counted.looks(0, more) : counted.bearings(0, more));
        } catch (CredentialsRefused e) {
            if (turns.isSilence(item, e)) {
                return turns.silent(progress, item, e);
            }
            run.refused(link.platform(), question.workspace(), e.said());
            found.add(unreadable(question, e.said()));
            return progress.behind(item);
        } catch (Rejected e) {
            found.add(unreadable(question, e.said()));
            return progress.behind(item);
        }
    }

    private static AuditFinding unreadable(Question question, String said) {
        return AuditFinding.of(FindingKind.PLACE_UNREADABLE, question.workspace() + ": " + said)
                .on(question.link().platform());
    }

    /** The links as they are now; those that were claimed anew are looked at another day. */
    private Map<LinkKey, Made> made(List<Integer> items) {
        Map<LinkKey, Made> made = new HashMap<>();
        items.forEach(item -> links.find(turns.item(item).link())
                .filter(Made.class::isInstance)
                .ifPresent(link -> made.put(link.key(), (Made) link)));
        return made;
    }
}
