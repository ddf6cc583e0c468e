package dev.belay.link;

import dev.belay.chat.Channel;
import dev.belay.chat.Platform;
import dev.belay.chat.PostedCard;
import dev.belay.link.ConversationLink.Claimed;
import dev.belay.link.ConversationLink.Standing;
import dev.belay.record.NoteReference;
import dev.belay.record.RecordRef;
import dev.belay.record.Sample;
import dev.belay.record.SysId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Links to test with: each record is new, and what is random repeats with its seed. */
public final class SampleLinks {
    public static final String WORKSPACE = "T01ACME";
    public static final Instant CLAIMED = Sample.OPENED.plusNanos(123_456_789);

    public static final Drawn DRAWN = new Drawn("0a1b2c3d4e5f", Sample.OPENED.plusSeconds(7));

    private final Random random;

    public SampleLinks(long seed) {
        this.random = new Random(seed);
    }

    /** A first claim on a new record's dedicated channel. */
    public Claimed dedicated() {
        return claimOn(
                record(),
                new Placement(
                        WORKSPACE,
                        List.of("team-1", "team-2"),
                        Placement.Kind.DEDICATED,
                        "inc0010023",
                        true,
                        "priority 1"));
    }

    /** A first claim on a new record's thread in a shared channel. */
    public Claimed shared() {
        return claimOn(
                record(), new Placement(WORKSPACE, List.of(), Placement.Kind.SHARED, "C0SUPPORT", false, "priority 3"));
    }

    /** A claim that another worker makes on the same place. */
    public Claimed rival(ConversationLink link) {
        return claimOn(link.record(), link.placement());
    }

    public RecordRef record() {
        return new RecordRef("incident", new SysId(hex() + hex()));
    }

    /** A channel that nothing is linked to yet. */
    public Channel channel() {
        return new Channel(Platform.SLACK, WORKSPACE, Optional.empty(), "C" + hex(), "inc0010023-checkout-down");
    }

    /** A channel in a team. */
    public Channel channelOf(String team) {
        return new Channel(Platform.SLACK, WORKSPACE, Optional.of(team), "C" + hex(), "inc0010023-checkout-down");
    }

    /** A card in a message of its own. */
    public PostedCard card(long generation) {
        return new PostedCard("1763798400." + hex(), generation);
    }

    /** A claim with its conversation made, which is not set up yet and shows the card as it was posted. */
    public Standing standing(Claimed claim, Channel channel, PostedCard card) {
        return claim.standing(new Conversation(channel, card, card.generation(), Map.of(), "U0BELAY"));
    }

    /** A claim with a conversation of its own, whose card has this generation. */
    public Standing standing(Claimed claim, long generation) {
        return standing(claim, channel(), card(generation));
    }

    private Claimed claimOn(RecordRef record, Placement placement) {
        LinkClaim claim = new LinkClaim(hex(), NoteReference.random(random), CLAIMED, CLAIMED.plusSeconds(120));
        return Claimed.first(new LinkKey(record, Platform.SLACK), placement, claim);
    }

    private String hex() {
        return "%016x".formatted(random.nextLong());
    }
}
