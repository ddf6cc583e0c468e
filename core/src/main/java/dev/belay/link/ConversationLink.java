package dev.belay.link;

import dev.belay.chat.Channel;
import dev.belay.chat.ConversationId;
import dev.belay.chat.Platform;
import dev.belay.chat.PostedCard;
import dev.belay.record.RecordRef;
import java.util.Optional;
import java.util.OptionalLong;

/** The binding of one record to its conversation on one platform, in one of three states. */
public sealed interface ConversationLink {
    LinkKey key();

    Placement placement();

    LinkClaim claim();

    LinkStatus status();

    /** Rises with each save before the link is ready: an optimistic lock. */
    long version();

    default RecordRef record() {
        return key().record();
    }

    default Platform platform() {
        return key().platform();
    }

    /** A link whose conversation was made. */
    sealed interface Made extends ConversationLink {
        Conversation conversation();

        /** Where the conversation is. */
        default ConversationId id() {
            return placement().id(conversation().channel(), conversation().card());
        }
    }

    /**
     * Claimed under a lease: the conversation is being made.
     *
     * @param channel the channel, once it is known
     * @param card the card, once there is one
     * @param seen the record's {@code sys_mod_count} that the conversation shows, once the record has been told of it
     */
    record Claimed(
            LinkKey key,
            Placement placement,
            LinkClaim claim,
            LinkStatus status,
            Optional<Channel> channel,
            Optional<PostedCard> card,
            OptionalLong seen,
            long version)
            implements ConversationLink {
        public Claimed {
            if (!status.isClaimed()) {
                throw new IllegalArgumentException("a claim is not " + status);
            }
        }

        /** A first claim. */
        public static Claimed first(LinkKey key, Placement placement, LinkClaim claim) {
            return new Claimed(
                    key,
                    placement,
                    claim,
                    LinkStatus.PROVISIONING,
                    Optional.empty(),
                    Optional.empty(),
                    OptionalLong.empty(),
                    0);
        }

        /** Whether nothing is known to have been made. */
        public boolean isEmpty() {
            return channel.isEmpty() && card.isEmpty();
        }

        public Claimed with(LinkStatus next) {
            return new Claimed(key, placement, claim, next, channel, card, seen, version);
        }

        public Claimed with(Placement next) {
            return new Claimed(key, next, claim, status, channel, card, seen, version);
        }

        public Claimed with(LinkClaim next) {
            return new Claimed(key, placement, next, status, channel, card, seen, version);
        }

        public Claimed with(Channel next) {
            return new Claimed(key, placement, claim, status, Optional.of(next), card, seen, version);
        }

        public Claimed with(PostedCard next) {
            return new Claimed(key, placement, claim, status, channel, Optional.of(next), seen, version);
        }

        /** Showing the record as it was at this count. */
        public Claimed seen(long modCount) {
            return new Claimed(key, placement, claim, status, channel, card, OptionalLong.of(modCount), version);
        }

        /** As a store keeps it after a save. */
        public Claimed next() {
            return new Claimed(key, placement, claim, status, channel, card, seen, version + 1);
        }

        /** Whether it is on the conversation that is to succeed the current one. */
        public boolean isNext() {
            return key.isNext();
        }

        /** With its conversation made, of the version that it was read with. */
        public Standing standing(Conversation conversation) {
            return new Standing(key, placement, claim, conversation, version);
        }
    }

    /** The conversation stands. */
    record Standing(LinkKey key, Placement placement, LinkClaim claim, Conversation conversation, long version)
            implements Made {
        @Override
        public LinkStatus status() {
            return LinkStatus.READY;
        }

        public Standing with(Conversation next) {
            return new Standing(key, placement, claim, next, version);
        }

        /** As a store keeps it after a save. */
        public Standing next() {
            return new Standing(key, placement, claim, conversation, version + 1);
        }

        /** In the place of the current conversation of that version, as a store keeps it. */
        public Standing succeeding(Standing current) {
            return new Standing(key.current(), placement, claim, conversation, current.version() + 1);
        }

        public Standing with(Placement next) {
            return new Standing(key, next, claim, conversation, version);
        }

        public Ended ended(LinkStatus why) {
            return new Ended(key, placement, claim, why, conversation, version);
        }
    }

    /** The conversation was made and does not stand now; the status says why. */
    record Ended(
            LinkKey key,
            Placement placement,
            LinkClaim claim,
            LinkStatus status,
            Conversation conversation,
            long version)
            implements Made {
        public Ended {
            if (!status.isEnded()) {
                throw new IllegalArgumentException("a conversation that ended is not " + status);
            }
        }

        public Ended with(Conversation next) {
            return new Ended(key, placement, claim, status, next, version);
        }

        /** Standing again, as a store keeps it after the transition. */
        public Standing again() {
            return new Standing(key, placement, claim, conversation, version);
        }
    }

    /** A made link in another status. */
    static Made made(Made link, LinkStatus status) {
        return status == LinkStatus.READY
                ? new Standing(link.key(), link.placement(), link.claim(), link.conversation(), link.version())
                : new Ended(link.key(), link.placement(), link.claim(), status, link.conversation(), link.version());
    }
}
