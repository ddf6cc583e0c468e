package dev.belay.platform;

import dev.belay.chat.Channel;
import java.util.List;
import java.util.Optional;

/** Makes channels, finds those that we made, and sets them up. */
public interface Channels {
    /** Whether our bot can be in private channels. */
    boolean canBePrivate();

    /** The chat user that we are in a workspace: our bot. */
    String self(String workspace);

    /**
     * Creates a channel.
     *
     * @return none when the name is taken, by whomever
     * @throws dev.belay.failure.OutcomeUnknown when it may exist now: look with {@link #findOwn}
     */
    Optional<Channel> create(ChannelDraft draft);

    /** The channel that this draft made, if it did: ours, of that name or marker, not older than the claim. */
    Optional<Channel> findOwn(ChannelDraft draft);

    /**
     * Sets one part of a channel up. Idempotent; never an unknown outcome. Where a platform has nothing of the kind, nothing
     * happens.
     *
     * @throws dev.belay.failure.Rejected when the platform does not do it, which costs nothing else
     */
    void setUp(Channel channel, ChannelSetup part);

    /**
     * Brings people into a conversation. Idempotent; never an unknown outcome.
     *
     * @param thread the thread's root message where the conversation is a thread of a shared channel
     * @return what came of it for each of them, in order
     * @throws dev.belay.failure.Rejected when the platform lets us invite nobody there, whoever it is
     */
    List<Invited> invite(Channel channel, Optional<String> thread, List<Invitee> people);

    /** Where a person opens a conversation. */
    String link(Channel channel, Optional<String> thread);
}
