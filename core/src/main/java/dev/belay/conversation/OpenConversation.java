package dev.belay.conversation;

import dev.belay.conversation.ReviveConversation.Revived;
import dev.belay.conversation.keep.KeepConversation;
import dev.belay.conversation.place.ChannelRule;
import dev.belay.conversation.place.ChannelRule.Decision;
import dev.belay.conversation.place.ChoosePlace;
import dev.belay.conversation.tell.TellOperators;
import dev.belay.delivery.Delivery;
import dev.belay.delivery.Delivery.Urgency;
import dev.belay.delivery.Trace;
import dev.belay.delivery.Trace.Field;
import dev.belay.event.RecordHint;
import dev.belay.failure.ExternalFailure;
import dev.belay.failure.Rejected;
import dev.belay.health.Counters;
import dev.belay.health.Metric;
import dev.belay.link.ConversationLink;
import dev.belay.link.ConversationLink.Claimed;
import dev.belay.link.ConversationLink.Ended;
import dev.belay.link.ConversationLink.Standing;
import dev.belay.link.ConversationLinks;
import dev.belay.link.LinkIndex;
import dev.belay.link.LinkKey;
import dev.belay.link.LinkStatus;
import dev.belay.link.NewClaim;
import dev.belay.link.Placement;
import dev.belay.link.Upkeep;
import dev.belay.platform.ChatPlatform;
import dev.belay.record.RecordRef;
import dev.belay.record.RecordSnapshot;
import dev.belay.record.Records;
import dev.belay.settings.Settings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Makes a record's conversation agree with the record: opens it, once, if it should exist and does not, and keeps its card true.
 * Idempotent: it may be killed after any outside call and run again.
 */
public final class OpenConversation {
    private final Records records;
    private static final Duration UNREADABLE_AGAIN = Duration.ofDays(1);

    private final ConversationLinks links;
    private final KeepConversation keep;
    private final ChoosePlace places;
    private final MoveConversation move;
    private final PromoteConversation promotion;
    private final ReviveConversation revival;
    private final TellOperators operators;
    private final Tools tools;
    private final WatchWait watch;
    private final NewClaim claims;
    private final Clock clock;

    /** Where records and links are, and what everything here counts with. */
    public record Tools(
            Records records, ConversationLinks links, Upkeep upkeep, LinkIndex index, Counters counters, Clock clock) {}

    public OpenConversation(
            Tools tools, KeepConversation keep, TellOperators operators, WatchWait watch, RandomGenerator random) {
        this.records = tools.records();
        this.links = tools.links();
        this.keep = keep;
        this.tools = tools;
        this.watch = watch;
        this.claims = new NewClaim(tools.clock(), random);
        this.places = new ChoosePlace(tools.index(), tools.clock());
        this.move = new MoveConversation(links, operators, claims);
        this.promotion = new PromoteConversation(tools, tools.upkeep(), places, keep, claims);
        this.revival = new ReviveConversation(links, places, operators, claims, tools.clock());
        this.operators = operators;
        this.clock = tools.clock();
    }

    /**
     * What one run works with.
     *
     * @param settings as they were when it began
     * @param again whether an earlier run may have been killed over it
     * @param since when the record began to need what this run may make
     */
    public record Run(ChatPlatform chat, Settings settings, boolean again, Instant since) {}

    /**
     * @param hint why: which record, and what happened to it
     * @param again whether an earlier run may have been killed over it
     */
    public Opening open(RecordHint hint, ChatPlatform chat, Settings settings, boolean again) {
        Optional<RecordSnapshot> record = records.find(hint.record());
        if (record.isEmpty()) {
            links.find(new LinkKey(hint.record(), chat.platform())).ifPresent(this::postpone);
            return new Opening.RecordMissing();
        }
        Trace.tell(Field.NUMBER, record.get().number());
        Run run = new Run(chat, settings, again, since(hint, record.get()));
        return Delivery.as(urgency(record.get(), run), () -> agree(hint.record(), record.get(), run));
    }

    /** What is due in a conversation whose record may not be read is not asked for again and again. */
    private void postpone(ConversationLink link) {
        Instant now = clock.instant();
        if (link instanceof Standing standing
                && standing.conversation().kept().due().filter(now::isAfter).isPresent()) {
            tools.upkeep().due(standing, Optional.of(now.plus(UNREADABLE_AGAIN)));
        }
    }

    /** What was opened long ago may need a conversation only since it changed, e.g. since its priority did. */
    static Instant since(RecordHint hint, RecordSnapshot record) {
        Instant opened = record.openedAt();
        return hint.type() == RecordHint.Type.OPENED || hint.occurredAt().isBefore(opened) ? opened : hint.occurredAt();
    }

    /** What earns a channel of its own goes first where a platform limits us. */
    private static Urgency urgency(RecordSnapshot record, Run run) {
        return switch (ChannelRule.decide(record, run.chat().platform(), run.settings())) {
            case Decision.Place(Placement placement) when placement.isDedicated() -> Urgency.FIRST;
            case Decision.Place _, Decision.Nowhere _ -> Urgency.REST;
        };
    }

    private Opening agree(RecordRef ref, RecordSnapshot record, Run run) {
        return links.find(new LinkKey(ref, run.chat().platform()))
                .map(link -> goOn(link, record, run))
                .orElseGet(() -> begin(record, run));
    }

    private Opening begin(RecordSnapshot record, Run run) {
        return switch (places.decide(record, run.chat().platform(), run.settings())) {
            case Decision.Nowhere(String reason) -> new Opening.NotWanted(reason);
            case Decision.Place(Placement placement) -> {
                LinkKey key = new LinkKey(record.ref(), run.chat().platform());
                if (move.cannotBe(placement, record, run)) {
                    yield new Opening.NotWanted("no bot can be in a private channel there");
                }
                Claimed first = claims.on(key, placement);
                yield links.claim(first) ? provision(first, record, run, false) : held(clock.instant());
            }
        };
    }

    private Opening goOn(ConversationLink link, RecordSnapshot record, Run run) {
        return switch (link) {
            case Standing standing -> stands(standing, record, run);
            case Ended ended -> revived(ended, record, run);
            case Claimed claimed ->
                claimed.status() == LinkStatus.PLACEMENT_REFUSED
                        ? placeAnew(claimed, record, run)
                        : resumeClaim(claimed.with(LinkStatus.AMBIGUOUS), record, run, true);
        };
    }

    private Opening stands(Standing link, RecordSnapshot record, Run run) {
        return switch (revival.asItIs(link, run)) {
            case Standing standing -> agreed(standing, record, run, run.again());
            case Ended ended -> revived(ended, record, run);
        };
    }

    private Opening revived(Ended link, RecordSnapshot record, Run run) {
        return switch (revival.revive(link, record, run)) {
            case Revived.Again(Standing standing) -> agreed(standing, record, run, true);
            case Revived.Anew(Claimed claimed) -> provision(claimed, record, run, false);
            case Revived.Over(String reason) -> new Opening.NotWanted(reason);
            case Revived.Later(Instant at) -> held(at);
        };
    }

    private Opening placeAnew(Claimed link, RecordSnapshot record, Run run) {
        return switch (places.decide(record, run.chat().platform(), run.settings())) {
            case Decision.Nowhere(String reason) -> new Opening.NotWanted(reason);
            case Decision.Place(Placement placement) ->
                move.cannotBe(placement, record, run)
                        ? new Opening.NotWanted("no bot can be in a private channel there")
                        : resumeClaim(link.with(LinkStatus.PROVISIONING).with(placement), record, run, false);
        };
    }

    private Opening resumeClaim(Claimed link, RecordSnapshot record, Run run, boolean mayExist) {
        Instant now = clock.instant();
        if (now.isBefore(link.claim().leaseUntil())) {
            return held(link.claim().leaseUntil());
        }
        return links.save(link.with(claims.renewed(link.claim())))
                .map(saved -> provision(saved, record, run, mayExist))
                .orElseGet(() -> held(now));
    }

    /** Its first conversation on this platform: people wait for it. */
    private Opening provision(Claimed link, RecordSnapshot record, Run run, boolean mayExist) {
        Provisioning.Provisioned made;
        try {
            made = new Provisioning(link, run, tools, mayExist).run(record);
        } catch (ChannelRefused e) {
            return inShared(e, record, run);
        } catch (RunEnded e) {
            watch.waits(record, link.platform(), run.since(), Optional.empty());
            return e.opening();
        } catch (ExternalFailure e) {
            watch.waits(record, link.platform(), run.since(), Optional.of(e));
            throw e;
        }
        watch.made(link.platform(), run.since());
        return agreed(made.link(), made.record(), run, mayExist);
    }

    /** Nobody is left without a room: where the platform makes no channel, the card stands in the shared one. */
    private Opening inShared(ChannelRefused refused, RecordSnapshot record, Run run) {
        Claimed link = refused.link();
        tools.counters().count(Metric.CHANNEL_REFUSED, link.platform().id());
        Optional<Placement> shared =
                places.instead(link.placement(), refused.reason(), record, link.platform(), run.settings());
        if (shared.isPresent()) {
            return resumeClaim(link.with(LinkStatus.PROVISIONING).with(shared.get()), record, run, false);
        }
        watch.waits(record, link.platform(), run.since(), refused.why().map(ExternalFailure.class::cast));
        operators.surely(
                "no room " + link.key(),
                record.number() + " has no conversation in " + link.platform().label()
                        + ": no channel can be made for it (" + refused.reason()
                        + "), and it must not, or cannot, stand in a shared one.",
                run.settings());
        return new Opening.Refused("no channel can be made: " + refused.reason());
    }

    /** It has one, and gets another: meanwhile people work in the old one. */
    private Opening provisionElsewhere(Claimed link, RecordSnapshot record, Run run) {
        try {
            Provisioning.Provisioned made = new Provisioning(link, run, tools, false).run(record);
            return agreed(made.link(), made.record(), run, false);
        } catch (ChannelRefused e) {
            return inShared(e, record, run);
        } catch (RunEnded e) {
            return e.opening();
        }
    }

    private Opening agreed(Standing link, RecordSnapshot record, Run run, boolean again) {
        Trace.tell(Field.CONVERSATION, link.id().inChannel());
        KeepConversation.Kept kept;
        try {
            kept = keep.keep(run.chat(), link, record, run.settings(), again);
        } catch (Rejected e) {
            if (revival.look(link, record, run) instanceof Ended ended) {
                return revived(ended, record, run);
            }
            throw e;
        }
        return !kept.canBeDrawn() && revival.look(link, record, run) instanceof Ended ended
                ? revived(ended, record, run)
                : kept(link, record, run, kept.later());
    }

    private Opening kept(Standing link, RecordSnapshot record, Run run, Optional<Instant> later) {
        return move.elsewhere(link, record, run)
                .map(claimed -> provisionElsewhere(claimed, record, run))
                .or(() -> promoted(link, record, run))
                .orElseGet(() -> later.<Opening>map(Opening.Later::new).orElseGet(Opening.Agreed::new));
    }

    private Optional<Opening> promoted(Standing link, RecordSnapshot record, Run run) {
        try {
            return promotion.promote(link, record, run).map(made -> agreed(made.link(), made.record(), run, false));
        } catch (RunEnded e) {
            return Optional.of(e.opening());
        }
    }

    private static Opening held(Instant until) {
        return new Opening.Held(until);
    }
}
