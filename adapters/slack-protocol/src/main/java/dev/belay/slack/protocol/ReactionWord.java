package dev.belay.slack.protocol;

import com.grack.nanojson.JsonObject;
import dev.belay.chat.ChatUser;
import dev.belay.chat.ConversationId;
import dev.belay.chat.Platform;
import dev.belay.message.Reaction;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads that somebody reacted to a message in a channel (docs.slack.dev/reference/events/reaction_added). The event names the author of
 * the message in {@code item_user}; where it names none, an app wrote it. Which emoji counts is a setting, which a worker knows.
 */
final class ReactionWord {
    private static final String SKIN_TONE = "::";

    private ReactionWord() {}

    /** None where it is on no person's message in a channel, or is not written as Slack writes it. */
    static @Nullable Reaction read(JsonObject json, Instant acceptedAt) {
        JsonObject event = Json.child(json, "event");
        JsonObject item = Json.child(event, "item");
        if (!event.getString("type", "").equals("reaction_added") || !isInChannel(item)) {
            return null;
        }
        try {
            String workspace = Installation.workspaceOfEvent(json);
            return Json.id(event, "item_user").equals(Installation.bot(json))
                    ? null
                    : new Reaction(
                            Json.id(json, "event_id"),
                            new ConversationId(Platform.SLACK, workspace, Json.id(item, "channel"), Optional.empty()),
                            Json.id(item, "ts"),
                            new ChatUser(Platform.SLACK, workspace, Json.id(event, "user")),
                            emoji(event),
                            acceptedAt);
        } catch (MalformedRequest e) {
            return null;
        }
    }

    /** Not every such event says what kind of place it is in; a person's chat has an id of its own form. */
    private static boolean isInChannel(JsonObject item) {
        String place = item.getString("channel_type", "");
        String channel = item.getString("channel", "");
        return item.getString("type", "").equals("message")
                && (place.isEmpty() || place.equals("channel") || place.equals("group"))
                && (channel.startsWith("C") || channel.startsWith("G"));
    }

    /** {@code thumbsup::skin-tone-2} is a {@code thumbsup}. */
    private static String emoji(JsonObject event) throws MalformedRequest {
        String name = Json.text(event, "reaction");
        int tone = name.indexOf(SKIN_TONE);
        return tone > 0 ? name.substring(0, tone) : name;
    }
}
