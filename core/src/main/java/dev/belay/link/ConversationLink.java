package dev.belay.link;

import dev.belay.chat.Channel;
import dev.belay.chat.ConversationId;
import dev.belay.chat.Platform;
import dev.belay.chat.PostedCard;
import dev.belay.record.RecordRef;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * The binding of one record to its conversation on one platform.
 *
 * @param channel the channel, once it is known
 * @param card the card's message and the newest generation that was announced, once there is a card
 * @param seen the newest {@code sys_mod_count} of the record that the conversation is known to show; what our own writes while
 *     opening left is shown too
 * @param fitted whether topic, pin, invitations and the like were seen to
 * @param createdBy the chat user who made the conversation: our bot
 * @param version rises with each save before the link is ready
 */
public record ConversationLink(
        RecordRef record,
        Platform platform,
        LinkState state,
        Placement placement,
        LinkClaim claim,
        Optional<Channel> channel,
        Optional<PostedCard> card,
        OptionalLong seen,
        boolean fitted,
        Optional<String> createdBy,
        long version) {
    private static final Set<LinkState> OPEN = Set.of(LinkState.PROVISIONING, LinkState.UNPLACED, LinkState.AMBIGUOUS);

    /** A first claim. */
    public static ConversationLink claimed(RecordRef record, Platform platform, Placement placement, LinkClaim claim) {
        return new ConversationLink(
                record,
                platform,
                LinkState.PROVISIONING,
                placement,
                claim,
                Optional.empty(),
                Optional.empty(),
                OptionalLong.empty(),
                false,
                Optional.empty(),
                0);
    }

    public boolean open() {
        return OPEN.contains(state);
    }

    /** Where the conversation is, once its channel, and for a shared place its thread, is known. */
    public Optional<ConversationId> conversation() {
        if (placement.kind() == Placement.Kind.DEDICATED) {
            return channel.map(c -> new ConversationId(platform, c.workspace(), c.id(), Optional.empty()));
        }
        return channel.flatMap(c ->
                card.map(posted -> new ConversationId(platform, c.workspace(), c.id(), Optional.of(posted.message()))));
    }

    /** Whether the conversation is known to show the record as it was at this count. */
    public boolean shows(long modCount) {
        return seen.isPresent() && seen.getAsLong() >= modCount;
    }

    /** Whether the card was ever drawn anew: what a killed writer sent late may then stand over what was confirmed. */
    public boolean wasRedrawn() {
        return card.filter(posted -> seen.isPresent() && posted.generation() == seen.getAsLong())
                .isPresent();
    }

    public ConversationLink with(LinkState next) {
        return new ConversationLink(
                record, platform, next, placement, claim, channel, card, seen, fitted, createdBy, version);
    }

    public ConversationLink with(Placement next) {
        return new ConversationLink(
                record, platform, state, next, claim, channel, card, seen, fitted, createdBy, version);
    }

    public ConversationLink with(LinkClaim next) {
        return new ConversationLink(
                record, platform, state, placement, next, channel, card, seen, fitted, createdBy, version);
    }

    public ConversationLink with(Channel next) {
        return new ConversationLink(
                record, platform, state, placement, claim, Optional.of(next), card, seen, fitted, createdBy, version);
    }

    public ConversationLink with(PostedCard next) {
        return new ConversationLink(
                record,
                platform,
                state,
                placement,
                claim,
                channel,
                Optional.of(next),
                seen,
                fitted,
                createdBy,
                version);
    }

    /** Showing the record as it was at this count. */
    public ConversationLink seen(long modCount) {
        return new ConversationLink(
                record,
                platform,
                state,
                placement,
                claim,
                channel,
                card,
                OptionalLong.of(modCount),
                fitted,
                createdBy,
                version);
    }

    /** Made by this chat user. */
    public ConversationLink createdBy(String user) {
        return new ConversationLink(
                record, platform, state, placement, claim, channel, card, seen, fitted, Optional.of(user), version);
    }

    public ConversationLink next() {
        return new ConversationLink(
                record, platform, state, placement, claim, channel, card, seen, fitted, createdBy, version + 1);
    }
}
