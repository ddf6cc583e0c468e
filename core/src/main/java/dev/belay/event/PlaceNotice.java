package dev.belay.event;

import dev.belay.chat.Platform;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/**
 * Word from a chat platform that something happened to a place of ours there.
 *
 * @param noticeId the same each time this notice is delivered
 * @param workspace the tenant
 * @param team the team's id in the platform's directory, where the platform says it
 * @param teamConversation the team's id as a conversation
 * @param channel the channel that it is about; none where it is about the whole team
 * @param name the channel's name, where the platform says it
 * @param service where the platform takes what we say there
 */
public record PlaceNotice(
        String noticeId,
        Platform platform,
        Kind kind,
        String workspace,
        Optional<String> team,
        String teamConversation,
        Optional<String> channel,
        Optional<String> name,
        URI service,
        Instant acceptedAt) {
    /** What happened. The words are stored in queues. */
    public enum Kind {
        /** Our app was installed in the team, or a new version of it. */
        INSTALLED,
        REMOVED,
        CHANNEL_DELETED,
        CHANNEL_RESTORED,
        CHANNEL_RENAMED
    }
}
