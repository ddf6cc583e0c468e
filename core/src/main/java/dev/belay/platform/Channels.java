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

    /**
     * Archives a channel. Idempotent: one that is archived is a success, whoever did it. Never an unknown outcome.
     *
     * @throws dev.belay.failure.Rejected when the platform does not let us, with its reason; also of a channel that it does not show us,
     *     which in Slack a private one is that was archived already
     */
    Archiving archive(Channel channel);

    /** Whether we may take a channel out of the archive; else a conversation goes on in another one. */
    boolean canUnarchive();

    /**
     * Takes a channel out of the archive. Idempotent; never an unknown outcome.
     *
     * @throws dev.belay.failure.Rejected when the platform does not let us, now or at all; also of a channel that it does not show us
     */
    Archiving unarchive(Channel channel);

    /**
     * What the platform shows of a channel by now, whatever its events said before.
     *
     * @throws dev.belay.failure.Rejected when it does not let us look
     */
    ChannelView look(Channel channel);

    /** Where a person opens a conversation. */
    String link(Channel channel, Optional<String> thread);
}
