package dev.belay.slack.protocol;

import com.grack.nanojson.JsonObject;
import dev.belay.chat.Platform;
import dev.belay.event.ChannelEvent;
import dev.belay.event.ChannelEvent.Kind;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Reads the events of the Events API that tell of a channel (docs.slack.dev/reference/events: channel_archive, channel_unarchive,
 * channel_deleted, channel_rename, group_archive, group_unarchive, group_deleted, group_rename, channel_left, group_left,
 * member_joined_channel, member_left_channel). What is not written as Slack writes it is none of them.
 */
final class ChannelWord {
    private ChannelWord() {}

    /** None where nothing is done about it, as where somebody else than our bot comes or goes. */
    static @Nullable ChannelEvent read(JsonObject json, Instant acceptedAt) {
        JsonObject event = Json.child(json, "event");
        Kind kind = kind(event.getString("type", ""), isOfBot(json, event));
        if (kind == null) {
            return null;
        }
        try {
            return new ChannelEvent(
                    Json.id(json, "event_id"),
                    Platform.SLACK,
                    kind,
                    Installation.workspaceOfEvent(json),
                    channel(event),
                    acceptedAt);
        } catch (MalformedRequest e) {
            return null;
        }
    }

    private static @Nullable Kind kind(String type, boolean ofBot) {
        return switch (type) {
            case "channel_archive", "group_archive" -> Kind.ARCHIVED;
            case "channel_unarchive", "group_unarchive" -> Kind.UNARCHIVED;
            case "channel_deleted", "group_deleted" -> Kind.DELETED;
            case "channel_rename", "group_rename" -> Kind.RENAMED;
            case "channel_left", "group_left" -> Kind.APP_LEFT;
            case "member_left_channel" -> ofBot ? Kind.APP_LEFT : null;
            case "member_joined_channel" -> ofBot ? Kind.APP_JOINED : null;
            default -> null;
        };
    }

    /** Our bot is whom Slack tells it to (docs.slack.dev/apis/events-api, authorizations). */
    static boolean isOfBot(JsonObject json, JsonObject event) {
        String user = event.getString("user", "");
        return !user.isEmpty() && user.equals(Installation.bot(json));
    }

    /** A renamed channel is an object with its new name, which is looked up instead. */
    private static String channel(JsonObject event) throws MalformedRequest {
        return event.get("channel") instanceof JsonObject channel ? Json.id(channel, "id") : Json.id(event, "channel");
    }
}
