package dev.belay.audit;

import dev.belay.audit.finding.AuditFinding;
import dev.belay.audit.finding.FindingKind;
import dev.belay.audit.journal.Question;
import dev.belay.link.ConversationLink.Made;
import dev.belay.link.ConversationLink.Standing;
import dev.belay.link.LinkStatus;
import dev.belay.platform.Bearing;
import dev.belay.platform.ChannelView;
import dev.belay.platform.ChatPlatform;
import dev.belay.reconcile.ChangedRecords.Changed;
import dev.belay.record.RecordRef;
import java.util.Optional;

/** What a platform says of one channel, and what that means for its link and its record as they are now. */
final class Inquiry {
    private final Run run;
    private final Optional<Changed> record;

    /**
     * What came of it.
     *
     * @param told whether the platform told anything
     */
    record Answer(boolean told, Optional<AuditFinding> finding) {
        private static final Answer NONE = new Answer(false, Optional.empty());

        private static Answer of(Optional<AuditFinding> finding) {
            return new Answer(true, finding);
        }
    }

    /** @param record none where it is not shown to us */
    Inquiry(Run run, Optional<Changed> record) {
        this.run = run;
        this.record = record;
    }

    /** What is only seconds old says nothing: its conversation is following it. */
    Answer about(Made link, Question.Of of) {
        boolean following =
                isOpen() && record.filter(is -> !run.isFollowed(is.at())).isPresent();
        return run.chat(link.platform())
                .filter(_ -> !following)
                .map(chat -> switch (of) {
                    case CHANNEL -> channel(link, chat);
                    case BEARING -> bearing(link, chat);
                })
                .orElse(Answer.NONE);
    }

    private boolean isOpen() {
        return record.filter(is -> !is.record().ended()).isPresent();
    }

    private Answer channel(Made link, ChatPlatform chat) {
        if (!(link instanceof Standing) && (!isOpen() || !link.status().isEnded())) {
            return Answer.NONE;
        }
        run.asked();
        ChannelView view = chat.channels().look(link.conversation().channel());
        return Answer.of(ofState(link, view.state()));
    }

    private Optional<AuditFinding> ofState(Made link, ChannelView.State state) {
        return switch (state) {
            case DELETED -> Optional.of(looked(FindingKind.CHANNEL_GONE, link));
            case APP_REMOVED -> Optional.of(looked(FindingKind.APP_REMOVED, link));
            case ARCHIVED -> isOpen() ? Optional.of(looked(FindingKind.ARCHIVED_BUT_OPEN, link)) : Optional.empty();
            case LIVE -> mistaken(link);
        };
    }

    private static AuditFinding looked(FindingKind kind, Made link) {
        return LinkCheck.finding(kind, link, "it was looked at");
    }

    /** The link takes for ended what stands. */
    private static Optional<AuditFinding> mistaken(Made link) {
        return switch (link.status()) {
            case ARCHIVED -> Optional.of(mistaken(FindingKind.ARCHIVED_BUT_OPEN, link));
            case CHANNEL_DELETED -> Optional.of(mistaken(FindingKind.CHANNEL_GONE, link));
            case APP_REMOVED -> Optional.of(mistaken(FindingKind.APP_REMOVED, link));
            case READY, MOVED, RECORD_DELETED, PROVISIONING, PLACEMENT_REFUSED, AMBIGUOUS -> Optional.empty();
        };
    }

    private static AuditFinding mistaken(FindingKind kind, Made link) {
        return LinkCheck.finding(
                kind,
                link,
                "the channel stands, and the link takes it for "
                        + (link.status() == LinkStatus.ARCHIVED ? "archived" : "cut off"));
    }

    private Answer bearing(Made link, ChatPlatform chat) {
        if (!(link instanceof Standing) || !isOpen()) {
            return Answer.NONE;
        }
        Bearing bearing = chat.survey()
                .bearing(
                        link.conversation().channel(),
                        link.id().thread(),
                        link.conversation().card().message());
        if (bearing instanceof Bearing.Untold) {
            return Answer.NONE;
        }
        run.asked();
        return Answer.of(borne(link, bearing));
    }

    private static Optional<AuditFinding> borne(Made link, Bearing bearing) {
        return switch (bearing) {
            case Bearing.Untold() -> Optional.empty();
            case Bearing.Nothing() ->
                Optional.of(LinkCheck.finding(FindingKind.BEARS_NOTHING, link, "nothing names its record"));
            case Bearing.Bears(RecordRef other) ->
                other.equals(link.record())
                        ? Optional.empty()
                        : Optional.of(LinkCheck.finding(FindingKind.BEARS_ANOTHER, link, "it names " + other));
        };
    }
}
