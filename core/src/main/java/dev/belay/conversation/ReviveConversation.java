package dev.belay.conversation;

import dev.belay.conversation.OpenConversation.Run;
import dev.belay.conversation.keep.EndConversation;
import dev.belay.conversation.place.ChannelName;
import dev.belay.conversation.place.ChannelRule.Decision;
import dev.belay.conversation.place.ChoosePlace;
import dev.belay.conversation.tell.TellOperators;
import dev.belay.failure.ExternalFailure;
import dev.belay.failure.Rejected;
import dev.belay.link.ConversationLink.Claimed;
import dev.belay.link.ConversationLink.Ended;
import dev.belay.link.ConversationLink.Made;
import dev.belay.link.ConversationLink.Standing;
import dev.belay.link.ConversationLinks;
import dev.belay.link.Former;
import dev.belay.link.Former.Why;
import dev.belay.link.LinkStatus;
import dev.belay.link.NewClaim;
import dev.belay.link.Placement;
import dev.belay.platform.Archiving;
import dev.belay.platform.ChannelView;
import dev.belay.record.RecordSnapshot;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What becomes of a conversation that does not stand although its record is open: what stands again goes on; an archived channel is
 * unarchived where the platform lets us, else another conversation takes its place; a channel that was deleted is announced and made
 * again once.
 */
final class ReviveConversation {
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(20);

    private final ConversationLinks links;
    private final ChoosePlace places;
    private final TellOperators operators;
    private final NewClaim claims;
    private final Clock clock;

    ReviveConversation(
            ConversationLinks links, ChoosePlace places, TellOperators operators, NewClaim claims, Clock clock) {
        this.links = links;
        this.places = places;
        this.operators = operators;
        this.claims = claims;
        this.clock = clock;
    }

    /** What became of it. */
    sealed interface Revived {
        /** It stands again. */
        record Again(Standing link) implements Revived {}

        /** Another one takes its place. */
        record Anew(Claimed claim) implements Revived {}

        /** It stays as it is. */
        record Over(String reason) implements Revived {}

        /** The platform is at work, or another worker was faster. */
        record Later(Instant at) implements Revived {}
    }

    /**
     * @throws ExternalFailure when it is to be tried again
     */
    Revived revive(Ended link, RecordSnapshot record, Run run) {
        if (link.status() == LinkStatus.RECORD_DELETED) {
            return again(link);
        }
        if (record.ended()) {
            return over(link);
        }
        ChannelView there = run.chat().channels().look(link.conversation().channel());
        return switch (there.state()) {
            case LIVE -> again(link);
            case ARCHIVED -> unarchived(now(link, LinkStatus.ARCHIVED), record, run);
            case DELETED -> unseen(link, record, run);
            case APP_REMOVED -> over(now(link, LinkStatus.APP_REMOVED));
        };
    }

    /**
     * Whether a channel is archived although its link stands: the worker that archived it at its record's end may have been killed
     * before it stored that. Nothing can be written there any more, so that it is asked before anything is.
     *
     * @return the link as it is by now
     */
    Made asItIs(Standing link, Run run) {
        if (!EndConversation.isBegun(link) || !EndConversation.isArchived(run.chat(), link)) {
            return link;
        }
        boolean _ = links.transition(link, LinkStatus.READY, LinkStatus.ARCHIVED);
        return link.ended(LinkStatus.ARCHIVED);
    }

    /**
     * Whether the own channel of an open record is there and open, although its card cannot be changed: not every platform tells when a
     * channel is archived.
     *
     * @return the link as it is by now
     */
    Made look(Standing link, RecordSnapshot record, Run run) {
        if (record.ended() || !link.placement().isDedicated()) {
            return link;
        }
        Optional<LinkStatus> gone =
                switch (run.chat()
                        .channels()
                        .look(link.conversation().channel())
                        .state()) {
                    case LIVE -> Optional.empty();
                    case ARCHIVED -> Optional.of(LinkStatus.ARCHIVED);
                    case DELETED -> Optional.of(LinkStatus.CHANNEL_DELETED);
                    case APP_REMOVED -> Optional.of(LinkStatus.APP_REMOVED);
                };
        return gone.filter(status -> links.transition(link, LinkStatus.READY, status))
                .<Made>map(link::ended)
                .orElse(link);
    }

    private static Revived over(Ended link) {
        return new Revived.Over("it is " + link.status().inWords());
    }

    /** A private channel that is shown to us no more may be deleted, or the app was removed from it. */
    private Revived unseen(Ended link, RecordSnapshot record, Run run) {
        if (!link.placement().isPrivate() || link.status() == LinkStatus.CHANNEL_DELETED) {
            return anew(now(link, LinkStatus.CHANNEL_DELETED), record, run);
        }
        return link.status() == LinkStatus.APP_REMOVED ? over(link) : anew(link, record, run);
    }

    /** With the status that its channel shows. */
    private Ended now(Ended link, LinkStatus shown) {
        if (link.status() == shown) {
            return link;
        }
        boolean _ = links.transition(link, link.status(), shown);
        return new Ended(link.key(), link.placement(), link.claim(), shown, link.conversation(), link.version());
    }

    private Revived again(Ended link) {
        return links.transition(link, link.status(), LinkStatus.READY)
                ? new Revived.Again(link.again())
                : new Revived.Later(clock.instant());
    }

    private Revived unarchived(Ended link, RecordSnapshot record, Run run) {
        boolean byUs =
                link.placement().isDedicated() && link.conversation().kept().isOver();
        if (!byUs || !run.chat().channels().canUnarchive() || !isStillWanted(link, record, run)) {
            return anew(link, record, run);
        }
        try {
            return run.chat().channels().unarchive(link.conversation().channel()) == Archiving.DONE
                    ? again(link)
                    : new Revived.Later(clock.instant().plus(LOOK_AGAIN));
        } catch (Rejected e) {
            operators.once(
                    "unarchive " + link.key(),
                    record.number() + " was reopened, and its channel in "
                            + link.platform().label() + " cannot be unarchived: " + e.said()
                            + ". It gets another one.",
                    run.settings());
            return anew(link, record, run);
        }
    }

    /** A record that earns no channel of its own any more goes to the shared one. */
    private boolean isStillWanted(Ended link, RecordSnapshot record, Run run) {
        return places.decide(record, link.platform(), run.settings()) instanceof Decision.Place(Placement place)
                && place.isPrivate() == link.placement().isPrivate()
                && (place.isDedicated() || place.noRoom().isPresent());
    }

    private Revived anew(Ended link, RecordSnapshot record, Run run) {
        Why why = link.conversation().kept().isOver() ? Why.REOPENED : Why.LOST;
        if (why == Why.LOST && link.claim().isAfter(Why.LOST)) {
            tellLost(
                    link,
                    record,
                    run,
                    " It was made again once already, and is not made again: restore it, or invite people by hand.");
            return over(link);
        }
        return switch (places.decide(record, link.platform(), run.settings())) {
            case Decision.Nowhere(String reason) -> new Revived.Over(reason);
            case Decision.Place(Placement place) -> anew(link, place, why, record, run);
        };
    }

    private Revived anew(Ended link, Placement place, Why why, RecordSnapshot record, Run run) {
        if (!place.isDedicated() && place.channel().equals(link.placement().channel())) {
            return over(link);
        }
        if (why == Why.LOST && link.placement().isDedicated()) {
            tellLost(link, record, run, " It is made again.");
        }
        Former old = Former.of(link, why);
        Claimed claim = claims.on(link.key(), named(place, old, record), old);
        PromoteConversation.giveUpNext(links, link);
        return links.move(link, claim)
                .<Revived>map(Revived.Anew::new)
                .orElseGet(() -> new Revived.Later(clock.instant()));
    }

    /** An archived channel keeps its name. */
    private static Placement named(Placement place, Former old, RecordSnapshot record) {
        return place.isDedicated()
                ? place.named(ChannelName.name(record, old.channel().platform(), old.count() + 1))
                : place;
    }

    private void tellLost(Ended link, RecordSnapshot record, Run run, String then) {
        String gone = link.status() == LinkStatus.ARCHIVED ? "archived" : "deleted";
        operators.surely(
                "lost " + link.key() + " " + link.claim().marker(),
                "The channel of " + record.number() + " in " + link.platform().label() + " was " + gone
                        + " while the record is open." + then,
                run.settings());
    }
}
