package dev.belay.event;

import dev.belay.chat.Platform;
import java.time.Instant;

/**
 * Word from a chat platform that something happened to a channel, or to our being in it. It is a reason to look (level-triggered).
 *
 * @param eventId the same each time this event is delivered
 * @param workspace the workspace's id
 * @param channel the channel's id
 * @param acceptedAt when ingress took it
 */
public record ChannelEvent(
        String eventId, Platform platform, Kind kind, String workspace, String channel, Instant acceptedAt) {
    /** What happened. The names are stored in queues. */
    public enum Kind {
        ARCHIVED,
        UNARCHIVED,
        DELETED,
        RENAMED,
        /** Our bot left the channel, or was taken out of it. */
        APP_LEFT,
        /** Our bot was brought into the channel. */
        APP_JOINED
    }
}
