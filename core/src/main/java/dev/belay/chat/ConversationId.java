package dev.belay.chat;

import java.util.Optional;

/**
 * Where a conversation is.
 *
 * @param workspace the Slack team id, or the tenant
 * @param channel the channel's id; its name never decides anything
 * @param thread the thread's root message where the conversation is a thread of a shared channel
 */
public record ConversationId(Platform platform, String workspace, String channel, Optional<String> thread) {
    /** For the log: the channel, and the thread in it. */
    public String inChannel() {
        return thread.map(root -> channel + "/" + root).orElse(channel);
    }

    /** Whether both are the same channel, or threads in it. */
    public boolean isInChannelOf(ConversationId other) {
        return platform == other.platform && workspace.equals(other.workspace) && channel.equals(other.channel);
    }
}
