package dev.belay.chat;

import dev.belay.card.Card;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/**
 * One chat platform. Every method throws {@link dev.belay.failure.Unavailable} when nothing happened and asking again will help
 * (with the platform's own waiting time where it gave one), {@link dev.belay.failure.Rejected} when it will not, and each write
 * that cannot be repeated throws {@link dev.belay.failure.OutcomeUnknown} when it may have happened.
 */
public interface Chat {
    Platform platform();

    /** The chat user that we are in a workspace: our bot. */
    String self(String workspace);

    /**
     * Creates a channel.
     *
     * @return none when the name is taken, by whomever
     * @throws dev.belay.failure.OutcomeUnknown when it may exist now: look with {@link #findOwnChannel}
     */
    Optional<Channel> createChannel(ChannelDraft draft);

    /** The channel that this draft made, if it did: ours, of that name or marker, not older than the claim. */
    Optional<Channel> findOwnChannel(ChannelDraft draft);

    /**
     * Fits the channel out. Repeating it changes nothing more; never an unknown outcome. Where a platform has nothing of the
     * kind, nothing happens.
     *
     * @throws dev.belay.failure.Rejected when the platform does not do it, which costs nothing else
     */
    void fit(Channel channel, Fitting fitting);

    /**
     * Posts a card.
     *
     * @param marker the claim's random marker, borne by the message
     * @throws dev.belay.failure.OutcomeUnknown when it may be there now: look with {@link #findOwnCard}
     */
    PostedCard post(Channel channel, Card card, String marker);

    /** The card of ours in the channel that bears this marker, posted at or after the draft's claim. */
    Optional<PostedCard> findOwnCard(Channel channel, String marker, Instant since);

    /**
     * Shows another state on a card to everyone. Repeating it changes nothing more; never an unknown outcome. A card that somebody
     * deleted is let be.
     *
     * @param marker the claim's random marker, which the message goes on bearing
     */
    void update(Channel channel, String message, Card card, String marker);

    /**
     * Tells one person something that only they see. At least once: after an unknown outcome it is said again.
     *
     * @param at where they pressed: a channel, and the thread in it where the message is in one
     * @param responseUrl where the platform takes a private answer to a press, used where the person is no member of the channel
     */
    void tell(ChatUser user, ConversationId at, Optional<String> responseUrl, PrivateAnswer answer);

    /** Says something to everyone in a channel, at least once. */
    void announce(Channel channel, String sentence);

    /**
     * Who a chat user is and whether they belong here, asked afresh.
     *
     * @param channel a channel that the person is said to be in: some platforms know their people by that only
     * @param responseUrl where the platform takes a private answer to their press: some platforms know their people there
     */
    Member member(ChatUser user, String channel, Optional<String> responseUrl);

    /** How full the place is that the channel takes a slot of; none where the platform has no limit worth watching. */
    Optional<Crowding> crowding(Channel channel);

    /**
     * What a team shows by now; none where the platform has no teams or does not let us look.
     *
     * @param team the team's id as a conversation
     * @param service where the platform takes what we ask there
     */
    Optional<TeamView> view(String workspace, String team, URI service);

    /** Where a person opens a conversation. */
    String link(Channel channel, Optional<String> thread);
}
