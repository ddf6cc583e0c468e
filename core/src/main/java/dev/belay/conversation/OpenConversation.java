package dev.belay.conversation;

import dev.belay.conversation.ChannelRule.Decision;
import dev.belay.delivery.Delivery;
import dev.belay.delivery.Delivery.Urgency;
import dev.belay.delivery.Trace;
import dev.belay.delivery.Trace.Field;
import dev.belay.event.RecordHint;
import dev.belay.failure.ExternalFailure;
import dev.belay.health.Counters;
import dev.belay.link.ConversationLink;
import dev.belay.link.ConversationLink.Claimed;
import dev.belay.link.ConversationLink.Ended;
import dev.belay.link.ConversationLink.Standing;
import dev.belay.link.ConversationLinks;
import dev.belay.link.LinkKey;
import dev.belay.link.LinkStatus;
import dev.belay.link.Placement;
import dev.belay.platform.ChatPlatform;
import dev.belay.record.RecordRef;
import dev.belay.record.RecordSnapshot;
import dev.belay.record.Records;
import dev.belay.settings.Settings;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Makes a record's conversation agree with the record: opens it, once, if it should exist and does not, and keeps its card true.
 * Idempotent: it may be killed after any outside call and run again.
 */
public final class OpenConversation {
    private final Records records;
    private final ConversationLinks links;
    private final KeepConversation keep;
    private final MoveConversation move;
    private final Tools tools;
    private final WatchWait watch;
    private final NewClaim claims;
    private final Clock clock;

    /** Where records and links are, and what everything here counts with. */
    public record Tools(Records records, ConversationLinks links, Counters counters, Clock clock) {}

    public OpenConversation(
            Tools tools, KeepConversation keep, TellOperators operators, WatchWait watch, RandomGenerator random) {
        this.records = tools.records();
        this.links = tools.links();
        this.keep = keep;
        this.tools = tools;
        this.watch = watch;
        this.claims = new NewClaim(tools.clock(), random);
        this.move = new MoveConversation(links, operators, claims);
        this.clock = tools.clock();
    }

    /**
     * What one run works with.
     *
     * @param settings as they were when it began
     * @param again whether an earlier run may have been killed over it
     * @param since when the record began to need what this run may make
     */
    record Run(ChatPlatform chat, Settings settings, boolean again, Instant since) {}

    /**
     * @param hint why: which record, and what happened to it
     * @param again whether an earlier run may have been killed over it
     */
    public Opening open(RecordHint hint, ChatPlatform chat, Settings settings, boolean again) {
        Optional<RecordSnapshot> record = records.find(hint.record());
        if (record.isEmpty()) {
            return new Opening.RecordMissing();
        }
        Trace.tell(Field.NUMBER, record.get().number());
        Run run = new Run(chat, settings, again, since(hint, record.get()));
        return Delivery.as(urgency(record.get(), run), () -> agree(hint.record(), record.get(), run));
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
        return switch (ChannelRule.decide(record, run.chat().platform(), run.settings())) {
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
            case Standing standing -> agreed(standing, record, run, run.again());
            case Ended ended -> new Opening.NotWanted("it is " + ended.status().inWords());
            case Claimed claimed ->
                claimed.status() == LinkStatus.PLACEMENT_REFUSED
                        ? placeAnew(claimed, record, run)
                        : resumeClaim(claimed.with(LinkStatus.AMBIGUOUS), record, run, true);
        };
    }

    private Opening placeAnew(Claimed link, RecordSnapshot record, Run run) {
        return switch (ChannelRule.decide(record, run.chat().platform(), run.settings())) {
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

    /** It has one, and gets another: meanwhile people work in the old one. */
    private Opening provisionElsewhere(Claimed link, RecordSnapshot record, Run run) {
        try {
            Provisioning.Provisioned made = new Provisioning(link, run, tools, false).run(record);
            return agreed(made.link(), made.record(), run, false);
        } catch (RunEnded e) {
            return e.opening();
        }
    }

    private Opening agreed(Standing link, RecordSnapshot record, Run run, boolean again) {
        Trace.tell(Field.CONVERSATION, link.id().inChannel());
        Optional<Instant> later = keep.keep(run.chat(), link, record, run.settings(), again);
        return move.elsewhere(link, record, run)
                .map(claimed -> provisionElsewhere(claimed, record, run))
                .orElseGet(() -> later.<Opening>map(Opening.Later::new).orElseGet(Opening.Agreed::new));
    }

    private static Opening held(Instant until) {
        return new Opening.Held(until);
    }
}
