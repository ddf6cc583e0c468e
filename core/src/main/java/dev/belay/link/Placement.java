package dev.belay.link;

import dev.belay.chat.Channel;
import dev.belay.chat.ConversationId;
import dev.belay.chat.PostedCard;
import java.util.List;
import java.util.Optional;

/**
 * Where a conversation is to be, and why.
 *
 * @param workspace the Slack team id, or the tenant
 * @param teams on a platform where channels stand in teams: for a shared place the one that holds its channel, for a dedicated
 *     one those that may, each for when the one before it is full
 * @param channel for a shared place the channel's id; for a dedicated one the name that the channel is to have
 * @param reason why it is there, in words that stay on the link
 * @param noRoom why it is a shared place although the record earned a channel of its own
 */
public record Placement(
        String workspace,
        List<String> teams,
        Kind kind,
        String channel,
        boolean isPrivate,
        String reason,
        Optional<NoRoom> noRoom) {
    /** A channel of its own, or a thread in a shared one. */
    public enum Kind {
        DEDICATED,
        SHARED
    }

    public Placement {
        teams = List.copyOf(teams);
    }

    /** Where a record belongs. */
    public Placement(
            String workspace, List<String> teams, Kind kind, String channel, boolean isPrivate, String reason) {
        this(workspace, teams, kind, channel, isPrivate, reason, Optional.empty());
    }

    public Placement named(String name) {
        return new Placement(workspace, teams, kind, name, isPrivate, reason, noRoom);
    }

    /** In the place of a channel that cannot be had. */
    public Placement instead(NoRoom why) {
        return with(Optional.of(why));
    }

    /** With another reason why it is no channel of its own, or with none. */
    public Placement with(Optional<NoRoom> why) {
        return new Placement(workspace, teams, kind, channel, isPrivate, reason, why);
    }

    public boolean isDedicated() {
        return kind == Kind.DEDICATED;
    }

    /** The thread that a card in a shared channel begins; none in a channel of its own. */
    public Optional<String> thread(PostedCard card) {
        return isDedicated() ? Optional.empty() : Optional.of(card.message());
    }

    /** The conversation that a channel and its card make. */
    ConversationId id(Channel made, PostedCard card) {
        return new ConversationId(made.platform(), made.workspace(), made.id(), thread(card));
    }
}
