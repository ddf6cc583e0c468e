package dev.belay.audit;

import dev.belay.audit.finding.AuditFinding;
import dev.belay.audit.finding.FindingKind;
import dev.belay.chat.Channel;
import dev.belay.failure.CredentialsRefused;
import dev.belay.failure.Rejected;
import dev.belay.link.ConversationLink.Ended;
import dev.belay.link.ConversationLink.Made;
import dev.belay.link.ConversationLink.Standing;
import dev.belay.link.ConversationLinks;
import dev.belay.link.LinkStatus;
import dev.belay.platform.Bearing;
import dev.belay.platform.ChannelView;
import dev.belay.platform.ChatPlatform;
import dev.belay.record.Chronicles;
import dev.belay.record.RecordRef;
import dev.belay.record.RecordSnapshot;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Compares one conversation with its record, with its binding, and with its channel. What looks wrong is looked at before it is said. */
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
        switch (link) {
            case Standing standing -> found.addAll(standing(standing, record));
            case Ended ended -> ended(ended, record).ifPresent(found::add);
        }
        return found;
    }

    private Optional<AuditFinding> ended(Ended link, Optional<RecordSnapshot> record) {
        return link.status() == LinkStatus.ARCHIVED
                        && record.filter(is -> !is.ended()).isPresent()
                ? Optional.of(finding(FindingKind.ARCHIVED_BUT_OPEN, link, "the link knows that it is archived"))
                : Optional.empty();
    }

    private List<AuditFinding> standing(Standing link, Optional<RecordSnapshot> record) {
        List<AuditFinding> found = new ArrayList<>();
        binding(link).ifPresent(found::add);
        Optional<AuditFinding> channel = channel(link, record);
        channel.ifPresent(found::add);
        if (record.isEmpty()) {
            found.add(finding(FindingKind.RECORD_GONE, link, "it is not shown"));
        } else if (!record.get().ended()) {
            field(link, record.get()).ifPresent(found::add);
            if (channel.isEmpty()) {
                bearing(link).ifPresent(found::add);
            }
        }
        return found;
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

    private Optional<AuditFinding> channel(Standing link, Optional<RecordSnapshot> record) {
        if (!link.placement().isDedicated()) {
            return Optional.empty();
        }
        Channel channel = link.conversation().channel();
        Optional<Boolean> archived = seen.archived(channel);
        boolean open = record.filter(is -> !is.ended()).isPresent();
        if (archived.isEmpty() || (archived.get() && open)) {
            return looked(link, open);
        }
        return record.filter(is -> !archived.get() && isLongOver(link, is))
                .map(is -> finding(
                        FindingKind.OPEN_BUT_CLOSED,
                        link,
                        is.number() + " is " + is.state().label()));
    }

    private Optional<AuditFinding> looked(Standing link, boolean open) {
        return asked(link, chat -> chat.channels().look(link.conversation().channel()))
                .flatMap(view -> view(link, view, open));
    }

    private Optional<AuditFinding> view(Standing link, Answer<ChannelView> view, boolean open) {
        return switch (view) {
            case Answer.Refused<ChannelView>(AuditFinding finding) -> Optional.of(finding);
            case Answer.Given<ChannelView>(ChannelView shown) ->
                ofState(shown.state(), open)
                        .filter(_ -> isStill(link))
                        .map(kind -> finding(kind, link, "it was looked at"));
        };
    }

    private static Optional<FindingKind> ofState(ChannelView.State state, boolean open) {
        return switch (state) {
            case LIVE -> Optional.empty();
            case DELETED -> Optional.of(FindingKind.CHANNEL_GONE);
            case APP_REMOVED -> Optional.of(FindingKind.APP_REMOVED);
            case ARCHIVED -> open ? Optional.of(FindingKind.ARCHIVED_BUT_OPEN) : Optional.empty();
        };
    }

    private boolean isLongOver(Standing link, RecordSnapshot record) {
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

    private Optional<AuditFinding> bearing(Standing link) {
        return asked(link, chat -> chat.survey()
                        .bearing(
                                link.conversation().channel(),
                                link.conversation().card().message()))
                .flatMap(answer -> switch (answer) {
                    case Answer.Refused<Bearing>(AuditFinding finding) -> Optional.of(finding);
                    case Answer.Given<Bearing>(Bearing bearing) -> borne(link, bearing);
                });
    }

    private Optional<AuditFinding> borne(Standing link, Bearing bearing) {
        return switch (bearing) {
            case Bearing.Untold() -> Optional.empty();
            case Bearing.Nothing() -> Optional.of(finding(FindingKind.BEARS_NOTHING, link, "nothing names its record"));
            case Bearing.Bears(RecordRef other) ->
                other.equals(link.record())
                        ? Optional.empty()
                        : Optional.of(finding(FindingKind.BEARS_ANOTHER, link, "it names " + other));
        };
    }

    /** What a platform answered, or that it refuses to. */
    private sealed interface Answer<T> {
        /** It told. */
        record Given<T>(T value) implements Answer<T> {}

        /** It did not. */
        record Refused<T>(AuditFinding finding) implements Answer<T> {}
    }

    /** One question to a platform. */
    private interface Question<T> {
        T of(ChatPlatform chat);
    }

    /** None where the platform is not set up any more. */
    private <T> Optional<Answer<T>> asked(Standing link, Question<T> question) {
        return run.chat(link.platform()).map(chat -> answered(link, () -> question.of(chat)));
    }

    private <T> Answer<T> answered(Standing link, Supplier<T> question) {
        run.ask();
        try {
            return new Answer.Given<>(question.get());
        } catch (Rejected | CredentialsRefused e) {
            return new Answer.Refused<>(AuditFinding.of(
                            FindingKind.PLACE_UNREADABLE,
                            link.conversation().channel().workspace() + ": " + e.said())
                    .on(link.platform()));
        }
    }

    private static AuditFinding finding(FindingKind kind, Made link, String detail) {
        return AuditFinding.of(kind, detail).in(link.conversation().channel()).about(link.record());
    }
}
