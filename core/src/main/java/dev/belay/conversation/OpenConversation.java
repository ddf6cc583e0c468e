package dev.belay.conversation;

import dev.belay.chat.Chat;
import dev.belay.conversation.ChannelRule.Decision;
import dev.belay.health.Counters;
import dev.belay.link.ConversationLink;
import dev.belay.link.ConversationLinks;
import dev.belay.link.LinkClaim;
import dev.belay.link.LinkState;
import dev.belay.link.Placement;
import dev.belay.record.NoteReference;
import dev.belay.record.RecordRef;
import dev.belay.record.RecordSnapshot;
import dev.belay.record.Records;
import dev.belay.settings.Settings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * Makes a record's conversation agree with the record: opens it, once, if it should exist and does not, and keeps its card true.
 * May be killed after any outside call and run again.
 */
public final class OpenConversation {
    /** How long a claim keeps others away; longer than a worker may run. */
    static final Duration LEASE = Duration.ofMinutes(2);

    /** What came of it. */
    public sealed interface Opening {
        /** The conversation agrees with the record. */
        record Agreed() implements Opening {}

        /** There is none, and there should be none. */
        record NotWanted(String reason) implements Opening {}

        /** ServiceNow does not show the record: not committed yet, deleted, or forbidden. */
        record RecordMissing() implements Opening {}

        /** Another worker is at it. */
        record Held(Instant until) implements Opening {}
    }

    private final Records records;
    private final ConversationLinks links;
    private final KeepConversation keep;
    private final Supplier<Settings> settings;
    private final Counters counters;
    private final Clock clock;
    private final RandomGenerator random;

    public OpenConversation(
            Records records,
            ConversationLinks links,
            KeepConversation keep,
            Supplier<Settings> settings,
            Counters counters,
            Clock clock,
            RandomGenerator random) {
        this.records = records;
        this.links = links;
        this.keep = keep;
        this.settings = settings;
        this.counters = counters;
        this.clock = clock;
        this.random = random;
    }

    /**
     * @param again whether an earlier run may have been killed over it
     */
    public Opening open(RecordRef ref, Chat chat, boolean again) {
        Optional<RecordSnapshot> record = records.find(ref);
        if (record.isEmpty()) {
            return new Opening.RecordMissing();
        }
        return links.find(ref, chat.platform())
                .map(link -> goOn(link, record.get(), chat, again))
                .orElseGet(() -> begin(record.get(), chat));
    }

    private Opening begin(RecordSnapshot record, Chat chat) {
        return switch (ChannelRule.decide(record, chat.platform(), settings.get())) {
            case Decision.Nowhere(String reason) -> new Opening.NotWanted(reason);
            case Decision.Place(Placement placement) -> {
                ConversationLink first = ConversationLink.claimed(record.ref(), chat.platform(), placement, claim());
                yield links.claim(first) ? provision(first, record, chat, false) : held(clock.instant());
            }
        };
    }

    private LinkClaim claim() {
        Instant now = clock.instant();
        String marker = Long.toHexString(random.nextLong()) + Long.toHexString(random.nextLong());
        return new LinkClaim(marker, NoteReference.random(random), now, now.plus(LEASE));
    }

    private Opening goOn(ConversationLink link, RecordSnapshot record, Chat chat, boolean again) {
        return switch (link.state()) {
            case READY -> agreed(link, record, chat, again);
            case MOVED, GONE, CUT_OFF, ARCHIVED -> new Opening.NotWanted("its conversation is " + link.state());
            case UNPLACED -> placeAnew(link, record, chat);
            case PROVISIONING, AMBIGUOUS -> takeOver(link.with(LinkState.AMBIGUOUS), record, chat, true);
        };
    }

    private Opening placeAnew(ConversationLink link, RecordSnapshot record, Chat chat) {
        return switch (ChannelRule.decide(record, chat.platform(), settings.get())) {
            case Decision.Nowhere(String reason) -> new Opening.NotWanted(reason);
            case Decision.Place(Placement placement) ->
                takeOver(link.with(LinkState.PROVISIONING).with(placement), record, chat, false);
        };
    }

    private Opening takeOver(ConversationLink link, RecordSnapshot record, Chat chat, boolean mayExist) {
        Instant now = clock.instant();
        if (now.isBefore(link.claim().leaseUntil())) {
            return held(link.claim().leaseUntil());
        }
        return links.save(link.with(link.claim().until(now.plus(LEASE))))
                .map(saved -> provision(saved, record, chat, mayExist))
                .orElseGet(() -> held(now));
    }

    private Opening provision(ConversationLink link, RecordSnapshot record, Chat chat, boolean mayExist) {
        Provisioning provisioning = new Provisioning(link, chat, records, links, counters, clock, mayExist);
        RecordSnapshot written = provisioning.run(record);
        return agreed(provisioning.link(), written, chat, mayExist);
    }

    private Opening agreed(ConversationLink link, RecordSnapshot record, Chat chat, boolean again) {
        keep.keep(chat, link, record, again);
        return new Opening.Agreed();
    }

    private static Opening held(Instant until) {
        return new Opening.Held(until);
    }
}
