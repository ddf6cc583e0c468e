package dev.belay.conversation.keep;

import dev.belay.conversation.draw.DrawCard;
import dev.belay.conversation.place.ChoosePlace;
import dev.belay.conversation.tell.SayOnce;
import dev.belay.conversation.tell.TellOperators;
import dev.belay.failure.ExternalFailure;
import dev.belay.failure.Rejected;
import dev.belay.line.Line;
import dev.belay.line.Summary;
import dev.belay.link.ConversationLink.Standing;
import dev.belay.link.ConversationLinks;
import dev.belay.link.Ending;
import dev.belay.link.Former;
import dev.belay.link.LinkClaim;
import dev.belay.link.LinkStatus;
import dev.belay.link.Upkeep;
import dev.belay.platform.ChatPlatform;
import dev.belay.record.Happening.Kind;
import dev.belay.record.RecordSnapshot;
import dev.belay.record.RecordState;
import dev.belay.settings.Lifecycle;
import dev.belay.settings.Settings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a conversation does once its record is over: it sums up what happened, reminds of the postmortem once, and its channel is
 * archived after a delay that waits for the postmortem. When something is due although nothing happens is remembered on the link, and
 * reconciliation brings it back then.
 */
public final class EndConversation {
    /** That the channel of this end is being archived: under the number of the end. */
    private static final String ARCHIVING = "archiving";

    private static final String SUMMARY = "summary";
    private static final String REMINDER = "reminder";
    private static final String FAREWELL = "farewell";

    /** How soon it is looked whether a platform is done with archiving. */
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(20);

    /** When archiving is tried again that was refused: somebody may have granted it. */
    private static final Duration REFUSED_AGAIN = Duration.ofDays(1);

    private final ConversationLinks links;
    private final Upkeep upkeep;
    private final TellOperators operators;
    private final SayOnce say;
    private final Clock clock;

    EndConversation(ConversationLinks links, Upkeep upkeep, TellOperators operators, SayOnce say, Clock clock) {
        this.links = links;
        this.upkeep = upkeep;
        this.operators = operators;
        this.say = say;
        this.clock = clock;
    }

    /**
     * One end of one record.
     *
     * @param link with the end remembered on it
     */
    private record End(ChatPlatform chat, Standing link, RecordSnapshot record, Settings settings) {
        Ending ending() {
            return link.conversation().kept().ending().orElseThrow();
        }

        String id() {
            return Integer.toString(ending().number());
        }

        Lifecycle lifecycle() {
            return settings.lifecycle();
        }

        boolean hasPostmortem() {
            return record.chronicle().last(Kind.POSTMORTEM_ATTACHED).isPresent();
        }

        boolean isMarked(String part) {
            return link.conversation().setUp().getOrDefault(part, "").equals(id());
        }

        SayOnce.Place place() {
            return SayOnce.Place.of(chat, link);
        }

        /** A record that was cancelled is not written about. */
        boolean needsPostmortem() {
            return record.state() != RecordState.CANCELED && !hasPostmortem();
        }
    }

    /**
     * @return when to come back, where the platform is at work
     * @throws ExternalFailure when something is to be retried
     */
    Optional<Instant> end(ChatPlatform chat, Standing link, RecordSnapshot record, Settings settings) {
        if (isOutdated(link, record)) {
            return Optional.empty();
        }
        Optional<Ending> before = link.conversation().kept().ending();
        if (!record.ended()) {
            Standing now = before.filter(Ending::over)
                    .map(ending -> remembered(link, ending.reopened(clock.instant())))
                    .orElse(link);
            isDue(now, ChoosePlace.again(link, record));
            return Optional.empty();
        }
        Standing over = before.filter(Ending::over).isPresent() ? link : remembered(link, begun(record, before));
        End end = new End(chat, over, record, settings);
        boolean confidential = DrawCard.isConfidential(record, link.placement(), settings);
        Optional<Instant> later = confidential ? Optional.empty() : sum(end);
        if (later.isPresent()) {
            return later;
        }
        return link.placement().isDedicated() ? goOn(end, confidential) : nothingMore(end);
    }

    /** A record that was read before what the conversation shows by now says nothing of its end: whoever read it later does. */
    private static boolean isOutdated(Standing link, RecordSnapshot record) {
        return record.generation() < link.conversation().card().generation()
                || record.generation() < link.conversation().seen();
    }

    private Optional<Instant> sum(End end) {
        return end.isMarked(SUMMARY) || isLongOver(end) ? Optional.empty() : say(end, SUMMARY, summary(end));
    }

    /** It ended before there was Belay to sum it up. */
    private boolean isLongOver(End end) {
        return clock.instant().isAfter(end.ending().at().plus(end.lifecycle().archiveAnyway()));
    }

    private Optional<Instant> say(End end, String part, List<Line> lines) {
        return say.say(end.place(), end.link(), new SayOnce.Saying(part, end.id(), lines));
    }

    private Optional<Instant> nothingMore(End end) {
        isDue(end.link(), Optional.empty());
        return Optional.empty();
    }

    private Ending begun(RecordSnapshot record, Optional<Ending> before) {
        Instant now = clock.instant();
        Instant at = Summary.endOf(record).filter(now::isAfter).orElse(now);
        return new Ending(before.map(Ending::number).orElse(0) + 1, true, at);
    }

    private Standing remembered(Standing link, Ending ending) {
        upkeep.ending(link, ending);
        return link.with(link.conversation().with(link.conversation().kept().with(ending)));
    }

    private static List<Line> summary(End end) {
        LinkClaim claim = end.link().claim();
        Optional<Instant> promoted = claim.isAfter(Former.Why.PROMOTED) ? Optional.of(claim.at()) : Optional.empty();
        return Summary.of(end.record(), promoted, end.ending().at());
    }

    private Optional<Instant> goOn(End end, boolean confidential) {
        Instant now = clock.instant();
        Optional<Instant> remindAt = remindAt(end).filter(_ -> !confidential);
        if (remindAt.filter(at -> !now.isBefore(at)).isPresent()) {
            Optional<Instant> later = say(end, REMINDER, List.of(reminder(end)));
            if (later.isPresent()) {
                return later;
            }
            remindAt = Optional.empty();
        }
        Optional<Instant> archiveAt = archiveAt(end);
        if (archiveAt.filter(at -> !now.isBefore(at)).isPresent()) {
            return archive(end, confidential);
        }
        isDue(end.link(), Stream.concat(remindAt.stream(), archiveAt.stream()).min(Instant::compareTo));
        return Optional.empty();
    }

    private static Optional<Instant> remindAt(End end) {
        return end.needsPostmortem() && !end.isMarked(REMINDER)
                ? Optional.of(end.ending().at().plus(end.lifecycle().remindAfter()))
                : Optional.empty();
    }

    private static Line reminder(End end) {
        return Line.of(end.record().number() + " has no postmortem yet. Attach it with Postmortem … on the card.");
    }

    private static Optional<Instant> archiveAt(End end) {
        if (!end.lifecycle().archives()) {
            return Optional.empty();
        }
        boolean closed =
                end.record().state() != RecordState.RESOLVED || !end.record().active();
        return Optional.of(
                closed && !end.needsPostmortem()
                        ? closedAt(end).plus(end.lifecycle().archiveAfter())
                        : end.ending().at().plus(end.lifecycle().archiveAnyway()));
    }

    private static Instant closedAt(End end) {
        return Summary.closedAt(end.record()).orElse(end.ending().at());
    }

    private Optional<Instant> archive(End end, boolean confidential) {
        Optional<Instant> later = confidential ? Optional.empty() : say(end, FAREWELL, List.of(farewell(end)));
        if (later.isPresent()) {
            return later;
        }
        if (!end.isMarked(ARCHIVING)) {
            links.markSetUp(end.link(), ARCHIVING, end.id());
        }
        try {
            return switch (end.chat()
                    .channels()
                    .archive(end.link().conversation().channel())) {
                case DONE -> archived(end);
                case UNDER_WAY -> Optional.of(clock.instant().plus(LOOK_AGAIN));
            };
        } catch (Rejected e) {
            return refused(end, e);
        }
    }

    /** Whether the platform was asked to archive the channel at this end of its record. */
    public static boolean isBegun(Standing link) {
        return link.conversation()
                .kept()
                .ending()
                .filter(Ending::over)
                .map(ending -> Integer.toString(ending.number()))
                .filter(id -> id.equals(link.conversation().setUp().get(ARCHIVING)))
                .isPresent();
    }

    /** Whether a channel that we began to archive is archived: a private one is then shown to us no more. */
    public static boolean isArchived(ChatPlatform chat, Standing link) {
        return switch (chat.channels().look(link.conversation().channel()).state()) {
            case ARCHIVED -> true;
            case DELETED -> link.placement().isPrivate();
            case LIVE, APP_REMOVED -> false;
        };
    }

    private static Line farewell(End end) {
        return Line.of("Belay asks for this channel to be archived now: "
                + end.record().number() + " is over" + (end.needsPostmortem() ? ", and no postmortem came" : "")
                + ". Should the record be reopened, its conversation goes on.");
    }

    private Optional<Instant> archived(End end) {
        boolean _ = links.transition(end.link(), LinkStatus.READY, LinkStatus.ARCHIVED);
        return Optional.empty();
    }

    /** The channel stays open, and those who run this are told, once in a while for each workspace or team. */
    private Optional<Instant> refused(End end, Rejected e) {
        String where = end.chat().platform().label();
        operators.once(
                "archive " + end.link().platform().id() + " "
                        + end.link()
                                .conversation()
                                .channel()
                                .team()
                                .orElse(end.link().placement().workspace()),
                "Channels of records that are over stay open in " + where + ", the first that of "
                        + end.record().number() + ", since they cannot be archived: " + e.said() + ".",
                end.settings());
        isDue(end.link(), Optional.of(clock.instant().plus(REFUSED_AGAIN)));
        return Optional.empty();
    }

    private void isDue(Standing link, Optional<Instant> at) {
        Optional<Instant> whole = at.map(then -> Instant.ofEpochMilli(then.toEpochMilli()));
        if (!whole.equals(link.conversation().kept().due())) {
            upkeep.due(link, whole);
        }
    }
}
