package dev.belay.conversation;

import dev.belay.chat.Channel;
import dev.belay.conversation.OpenConversation.Run;
import dev.belay.conversation.Provisioning.Provisioned;
import dev.belay.conversation.keep.KeepConversation;
import dev.belay.conversation.place.ChoosePlace;
import dev.belay.health.Metric;
import dev.belay.link.ConversationLink;
import dev.belay.link.ConversationLink.Claimed;
import dev.belay.link.ConversationLink.Made;
import dev.belay.link.ConversationLink.Standing;
import dev.belay.link.ConversationLinks;
import dev.belay.link.Former;
import dev.belay.link.LinkStatus;
import dev.belay.link.NewClaim;
import dev.belay.link.NoRoom;
import dev.belay.link.Placement;
import dev.belay.link.Upkeep;
import dev.belay.record.RecordSnapshot;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/**
 * Gives a record in the shared channel the channel of its own that it earned since. The thread goes on until the channel stands: the
 * claim on it lies beside the current link, and one transaction puts it in its place.
 */
final class PromoteConversation {
    /** On the current link, while a claim on its successor may be there. */
    private static final String PROMOTING = "promoting";

    private static final String YES = "yes";
    private static final String NO = "no";

    private final OpenConversation.Tools tools;
    private final ConversationLinks links;
    private final Upkeep upkeep;
    private final ChoosePlace places;
    private final KeepConversation keep;
    private final NewClaim claims;
    private final Clock clock;

    PromoteConversation(
            OpenConversation.Tools tools, Upkeep upkeep, ChoosePlace places, KeepConversation keep, NewClaim claims) {
        this.tools = tools;
        this.links = tools.links();
        this.upkeep = upkeep;
        this.places = places;
        this.keep = keep;
        this.claims = claims;
        this.clock = tools.clock();
    }

    /**
     * @return the channel that stands now, and the record as our own writes left it; none where there is nothing to promote, or the
     *     platform refuses a channel
     * @throws RunEnded when another worker is at it
     */
    Optional<Provisioned> promote(Standing current, RecordSnapshot record, Run run) {
        if (current.placement().isDedicated()) {
            return Optional.empty();
        }
        Optional<Placement> earned = places.promotion(current, record, run.settings());
        Optional<Claimed> begun = isBegun(current) ? begun(current) : Optional.empty();
        if (begun.isPresent()) {
            return resume(begun.get(), earned, current, record, run);
        }
        if (earned.isEmpty()) {
            without(current, record, run);
        }
        return earned.flatMap(place -> begin(place, current, record, run));
    }

    /** When it is looked again moves on, and a record that earns no channel any more waits for none. */
    private void without(Standing current, RecordSnapshot record, Run run) {
        Optional<NoRoom> before = current.placement().noRoom();
        Optional<NoRoom> now = record.ended() ? before : places.stillWithout(current, record, run.settings());
        if (!now.equals(before)) {
            upkeep.noRoom(current, now);
            keep.keepRefused(run.chat(), current.with(current.placement().with(now)), record, run.settings());
        }
    }

    private static boolean isBegun(Made current) {
        return YES.equals(current.conversation().setUp().get(PROMOTING));
    }

    private Optional<Claimed> begun(Standing current) {
        return links.find(current.key().next())
                .filter(Claimed.class::isInstance)
                .map(Claimed.class::cast);
    }

    private Optional<Provisioned> begin(Placement earned, Standing current, RecordSnapshot record, Run run) {
        if (!isBegun(current)) {
            links.markSetUp(current, PROMOTING, YES);
        }
        Claimed claim = claims.on(current.key().next(), earned, Former.of(current, Former.Why.PROMOTED));
        if (!links.claimNext(current, claim)) {
            throw new RunEnded(new Opening.Held(clock.instant()));
        }
        return provision(claim, current, record, run, false);
    }

    /** What an earlier run began is finished where it made something, even if the record earns it no more; else it is given up. */
    private Optional<Provisioned> resume(
            Claimed claim, Optional<Placement> earned, Standing current, RecordSnapshot record, Run run) {
        Instant now = clock.instant();
        if (now.isBefore(claim.claim().leaseUntil())) {
            throw new RunEnded(new Opening.Held(claim.claim().leaseUntil()));
        }
        boolean mayExist = claim.status() != LinkStatus.PLACEMENT_REFUSED;
        if (earned.isEmpty() && claim.isEmpty() && !(mayExist && isMade(claim, run))) {
            giveUp(claim, current);
            return Optional.empty();
        }
        Claimed next = mayExist
                ? claim.with(LinkStatus.AMBIGUOUS)
                : claim.with(LinkStatus.PROVISIONING).with(earned.orElse(claim.placement()));
        Claimed saved = links.save(next.with(claims.renewed(claim.claim())))
                .orElseThrow(() -> new RunEnded(new Opening.Held(now)));
        return provision(saved, current, record, run, mayExist);
    }

    private static boolean isMade(Claimed claim, Run run) {
        Optional<Channel> made = run.chat().channels().findOwn(Provisioning.draft(claim));
        return made.isPresent();
    }

    private Optional<Provisioned> provision(
            Claimed claim, Standing current, RecordSnapshot record, Run run, boolean mayExist) {
        try {
            return Optional.of(new Provisioning(claim, run, tools, mayExist).run(record));
        } catch (ChannelRefused e) {
            remember(e, current, record, run);
            return Optional.empty();
        }
    }

    /** The card says why, where that is something new. */
    private void remember(ChannelRefused e, Standing current, RecordSnapshot record, Run run) {
        Optional<NoRoom> why = places.instead(
                        e.link().placement(), e.reason(), record, current.platform(), run.settings())
                .flatMap(Placement::noRoom);
        giveUp(e.link(), current);
        tools.counters().count(Metric.CHANNEL_REFUSED, current.platform().id());
        why.ifPresent(noRoom -> {
            upkeep.noRoom(current, Optional.of(noRoom));
            keep.keepRefused(run.chat(), current.with(current.placement().instead(noRoom)), record, run.settings());
        });
    }

    private void giveUp(Claimed claim, Standing current) {
        boolean _ = links.abandon(claim);
        links.markSetUp(current, PROMOTING, NO);
    }

    /** A claim on a successor that is not finished is dropped: the conversation goes on another way. */
    static void giveUpNext(ConversationLinks links, Made current) {
        if (isBegun(current)) {
            links.find(current.key().next())
                    .filter(Claimed.class::isInstance)
                    .map(Claimed.class::cast)
                    .ifPresent(claim -> {
                        boolean _ = links.abandon(claim);
                    });
        }
    }

    /** The current link as it is now, which the finished conversation takes the place of. */
    static Optional<Standing> current(ConversationLinks links, Claimed next) {
        Optional<ConversationLink> stored = links.find(next.key().current());
        return stored.filter(Standing.class::isInstance)
                .map(Standing.class::cast)
                .filter(link -> next.claim()
                        .former()
                        .filter(old -> old.marker().equals(link.claim().marker()))
                        .isPresent());
    }
}
