package dev.belay.audit;

import dev.belay.audit.Sightings.Sight;
import dev.belay.audit.finding.AuditFinding;
import dev.belay.audit.finding.FindingKind;
import dev.belay.audit.journal.Question;
import dev.belay.link.ConversationLink.Ended;
import dev.belay.link.ConversationLink.Made;
import dev.belay.link.ConversationLink.Standing;
import dev.belay.link.ConversationLinks;
import dev.belay.link.LinkStatus;
import dev.belay.reconcile.ChangedRecords.Changed;
import dev.belay.record.Chronicles;
import dev.belay.record.RecordRef;
import dev.belay.record.RecordSnapshot;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Compares one conversation with its record, with its binding, and with how its channel was listed; and says what is to be asked about it. */
final class LinkCheck {
    /** Archiving comes some time after it is due. */
    private static final Duration GRACE = Duration.ofDays(1);

    private final ConversationLinks links;
    private final PostmortemCheck postmortem;
    private final Sightings seen;
    private final Run run;

    LinkCheck(ConversationLinks links, Chronicles chronicles, Sightings seen, Run run) {
        this.links = links;
        this.postmortem = new PostmortemCheck(chronicles, run);
        this.seen = seen;
        this.run = run;
    }

    /** @param record none where it is not shown to us */
    List<AuditFinding> of(Made link, Optional<RecordSnapshot> record) {
        List<AuditFinding> found = new ArrayList<>();
        record.flatMap(is -> postmortem.of(link, is)).ifPresent(found::add);
        if (isOfToday(link)) {
            record.flatMap(is -> longOver(link, is)).ifPresent(found::add);
        }
        if (link instanceof Standing standing) {
            binding(standing).ifPresent(found::add);
            if (record.isEmpty()) {
                found.add(finding(FindingKind.RECORD_GONE, link, "it is not shown"));
            } else if (!record.get().ended()) {
                field(standing, record.get()).ifPresent(found::add);
            }
        }
        return found;
    }

    /** What moved on, or belongs to no record any more, is nobody's conversation. */
    private static boolean isOfToday(Made link) {
        return link.status() != LinkStatus.MOVED && link.status() != LinkStatus.RECORD_DELETED;
    }

    /** What is to be asked before anything is said of the channel, or to read what bears its binding. */
    Optional<Question> questionAbout(Made link, Optional<Changed> record) {
        if (!isOfToday(link)) {
            return Optional.empty();
        }
        boolean open = record.filter(is -> !is.record().ended()).isPresent();
        if (isSuspicious(link, open)) {
            return Optional.of(question(link, Question.Of.CHANNEL));
        }
        return open && link instanceof Standing && seen.of(link) != Sight.UNKNOWN && canBear(link)
                ? Optional.of(question(link, Question.Of.BEARING))
                : Optional.empty();
    }

    private boolean canBear(Made link) {
        return run.chat(link.platform())
                .filter(chat -> chat.survey().canBear(link.id().thread()))
                .isPresent();
    }

    private static Question question(Made link, Question.Of of) {
        return new Question(link.key(), link.conversation().channel().workspace(), of);
    }

    /** A link that is ended while its record is open, or one whose channel is not as the link says. */
    private boolean isSuspicious(Made link, boolean open) {
        if (link instanceof Ended) {
            return open && seen.of(link) != Sight.UNKNOWN;
        }
        if (!link.placement().isDedicated()) {
            return false;
        }
        return switch (seen.of(link)) {
            case NOT_SEEN -> true;
            case ARCHIVED -> open;
            case LIVE, UNKNOWN -> false;
        };
    }

    private Optional<AuditFinding> longOver(Made link, RecordSnapshot record) {
        return link.placement().isDedicated() && seen.of(link) == Sight.LIVE && isLongOver(link, record)
                ? Optional.of(finding(
                        FindingKind.OPEN_BUT_CLOSED,
                        link,
                        record.number() + " is " + record.state().label()))
                : Optional.empty();
    }

    private Optional<AuditFinding> binding(Standing link) {
        Optional<RecordRef> bound = links.recordOf(link.id());
        if (bound.filter(link.record()::equals).isPresent() || !isStill(link)) {
            return Optional.empty();
        }
        return Optional.of(bound.map(other -> finding(FindingKind.TWO_CLAIMS, link, "it is bound to " + other))
                .orElseGet(() -> finding(FindingKind.BINDING_LOST, link, "no record is bound to it")));
    }

    /** What was read with others may have changed meanwhile. */
    private boolean isStill(Standing link) {
        return links.find(link.key())
                .filter(now -> now instanceof Standing standing && standing.id().equals(link.id()))
                .isPresent();
    }

    private boolean isLongOver(Made link, RecordSnapshot record) {
        return record.ended()
                && run.settings().lifecycle().archives()
                && PostmortemCheck.end(link, record)
                        .filter(at -> at.plus(run.settings().lifecycle().archiveAnyway())
                                .plus(GRACE)
                                .isBefore(run.now()))
                        .isPresent();
    }

    /** A field that is empty was never written, or emptied by somebody: both do no harm to anybody but who looks for it. */
    private Optional<AuditFinding> field(Standing link, RecordSnapshot record) {
        if (!run.settings().serviceNow().conversationFields().containsKey(link.platform())) {
            return Optional.empty();
        }
        Optional<String> stored =
                Optional.ofNullable(record.conversations().get(link.platform().id()));
        String channel = link.conversation().channel().id();
        return stored.filter(channel::equals).isPresent() || !isStill(link)
                ? Optional.empty()
                : Optional.of(finding(
                        FindingKind.RECORD_DISAGREES,
                        link,
                        record.number() + (stored.isPresent() ? " names another one" : " names none")));
    }

    static AuditFinding finding(FindingKind kind, Made link, String detail) {
        return AuditFinding.of(kind, detail).in(link.conversation().channel()).about(link.record());
    }
}
