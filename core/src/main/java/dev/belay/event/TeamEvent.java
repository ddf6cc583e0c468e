package dev.belay.event;

import dev.belay.chat.Platform;
import dev.belay.chat.ReplyAddress;
import java.time.Instant;
import java.util.Optional;

/**
 * Word from a chat platform that something happened to a team of ours, or to a channel in it.
 *
 * @param eventId the same each time this event is delivered
 * @param workspace the tenant
 * @param team the team's id in the platform's directory, where the platform says it
 * @param teamConversation the team's id as a conversation
 * @param channel the channel that it is about; none where it is about the whole team
 * @param name the channel's name, where the platform says it
 * @param address where the platform takes what we say there
 */
public record TeamEvent(
        String eventId,
        Platform platform,
        Kind kind,
        String workspace,
        Optional<String> team,
        String teamConversation,
        Optional<String> channel,
        Optional<String> name,
        ReplyAddress address,
        Instant acceptedAt) {
    /** What happened. The names are stored in queues. */
    public enum Kind {
        /** Our app was installed in the team, or a new version of it. */
        APP_INSTALLED,
        APP_REMOVED,
        CHANNEL_DELETED,
        CHANNEL_RESTORED,
        CHANNEL_RENAMED
    }
}
