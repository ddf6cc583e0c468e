package dev.belay.audit;

import dev.belay.audit.finding.AuditFinding;
import dev.belay.audit.finding.FindingKind;
import dev.belay.line.Summary;
import dev.belay.link.ConversationLink.Made;
import dev.belay.link.Ending;
import dev.belay.record.Chronicles;
import dev.belay.record.Happening;
import dev.belay.record.RecordSnapshot;
import dev.belay.record.RecordState;
import java.time.Instant;
import java.util.Optional;

/** Whether a record of priority 1 or 2 that is over has the postmortem that its people were reminded of. */
final class PostmortemCheck {
    private static final int LOWEST = 2;

    private final Chronicles chronicles;
    private final Run run;

    PostmortemCheck(Chronicles chronicles, Run run) {
        this.chronicles = chronicles;
        this.run = run;
    }

    Optional<AuditFinding> of(Made link, RecordSnapshot record) {
        boolean should = record.ended()
                && record.priority() >= 1
                && record.priority() <= LOWEST
                && record.state() != RecordState.CANCELED
                && isReminded(link, record);
        return should && !hasPostmortem(record)
                ? Optional.of(AuditFinding.of(
                                FindingKind.NO_POSTMORTEM,
                                record.number() + " is " + record.state().label())
                        .about(record.ref()))
                : Optional.empty();
    }

    private boolean isReminded(Made link, RecordSnapshot record) {
        return end(link, record)
                .filter(at -> at.plus(run.settings().lifecycle().remindAfter()).isBefore(run.now()))
                .isPresent();
    }

    private boolean hasPostmortem(RecordSnapshot record) {
        boolean inField = run.settings()
                .table(record.ref().table())
                .postmortem()
                .field()
                .filter(field -> !record.details().field(field).isBlank())
                .isPresent();
        return inField
                || chronicles
                        .of(record.ref())
                        .last(Happening.Kind.POSTMORTEM_ATTACHED)
                        .isPresent();
    }

    /** When a record ended, as it says itself, or as its conversation knows. */
    static Optional<Instant> end(Made link, RecordSnapshot record) {
        return Summary.endOf(record)
                .or(() ->
                        link.conversation().kept().ending().filter(Ending::over).map(Ending::at));
    }
}
