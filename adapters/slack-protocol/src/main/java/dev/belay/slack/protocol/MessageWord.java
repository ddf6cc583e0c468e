package dev.belay.slack.protocol;

import com.grack.nanojson.JsonObject;
import dev.belay.chat.ChatUser;
import dev.belay.chat.ConversationId;
import dev.belay.chat.Platform;
import dev.belay.message.ChatMessage;
import dev.belay.message.ChatMessage.Kind;
import dev.belay.message.TextPart;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads what people do with messages (docs.slack.dev/reference/events/message and its subtypes, pin_added; message shortcuts:
 * docs.slack.dev/reference/interaction-payloads/shortcuts-interaction-payload). Bots, joins and all else that Slack itself writes are none
 * of it, nor is what was not written as Slack writes it.
 */
final class MessageWord {
    /** The subtypes of what people write. */
    private static final Set<String> WRITTEN = Set.of("", "thread_broadcast", "me_message", "file_share");

    private MessageWord() {}

    /** None where nothing is done about it. */
    static @Nullable ChatMessage read(JsonObject json, Instant acceptedAt) {
        JsonObject event = Json.child(json, "event");
        try {
            String type = event.getString("type", "");
            if (type.equals("message")) {
                return isInChannel(event) ? message(json, event, acceptedAt) : null;
            }
            return type.equals("pin_added") ? pinned(json, event, acceptedAt) : null;
        } catch (MalformedRequest e) {
            return null;
        }
    }

    private static boolean isInChannel(JsonObject event) {
        String type = event.getString("channel_type", "");
        return type.equals("channel") || type.equals("group");
    }

    private static @Nullable ChatMessage message(JsonObject json, JsonObject event, Instant acceptedAt)
            throws MalformedRequest {
        String id = Json.id(json, "event_id");
        String workspace = Installation.workspaceOfEvent(json);
        String channel = Json.id(event, "channel");
        return switch (event.getString("subtype", "")) {
            case "", "thread_broadcast", "me_message", "file_share" ->
                isWritten(event) && !ChannelWord.isOfBot(json, event)
                        ? said(id, Kind.WRITTEN, workspace, channel, event, "", acceptedAt)
                        : null;
            case "message_changed" -> changed(id, workspace, channel, Json.child(event, "message"), event, acceptedAt);
            case "message_deleted" ->
                deleted(id, workspace, channel, Json.child(event, "previous_message"), acceptedAt);
            default -> null;
        };
    }

    /**
     * A message also changes when Slack unfurls a link in it or counts its answers: then nobody edited it. A message that began a thread
     * leaves a tombstone when it is deleted.
     */
    private static @Nullable ChatMessage changed(
            String id, String workspace, String channel, JsonObject message, JsonObject event, Instant acceptedAt)
            throws MalformedRequest {
        if (message.getString("subtype", "").equals("tombstone")) {
            return deleted(id, workspace, channel, Json.child(event, "previous_message"), acceptedAt);
        }
        String edited = edited(message);
        if (edited.isEmpty() || !isOfPerson(message)) {
            return null;
        }
        String told = event.getString("ts", "");
        String version = told.isEmpty() ? edited : edited + "/" + Json.checked(told, "ts");
        return said(id, Kind.EDITED, workspace, channel, message, version, acceptedAt);
    }

    /** When it was edited last, which may be told in whole seconds; empty where nobody did. */
    private static String edited(JsonObject message) throws MalformedRequest {
        String edited = Json.child(message, "edited").getString("ts", "");
        return edited.isEmpty() ? "" : Json.checked(edited, "edited");
    }

    /** As it stands there by then. */
    static ChatMessage marked(String eventId, String workspace, String channel, JsonObject message, Instant acceptedAt)
            throws MalformedRequest {
        return said(eventId, Kind.MARKED, workspace, channel, message, edited(message), acceptedAt);
    }

    private static @Nullable ChatMessage deleted(
            String id, String workspace, String channel, JsonObject before, Instant acceptedAt)
            throws MalformedRequest {
        return isOfPerson(before) ? said(id, Kind.DELETED, workspace, channel, before, "", acceptedAt) : null;
    }

    private static @Nullable ChatMessage pinned(JsonObject json, JsonObject event, Instant acceptedAt)
            throws MalformedRequest {
        JsonObject message = Json.child(Json.child(event, "item"), "message");
        return isWritten(message)
                ? marked(
                        Json.id(json, "event_id"),
                        Installation.workspaceOfEvent(json),
                        Json.id(event, "channel_id"),
                        message,
                        acceptedAt)
                : null;
    }

    /** That somebody joined, or pinned something, is a line of Slack's own, although a person is named in it. */
    static boolean isWritten(JsonObject message) {
        return WRITTEN.contains(message.getString("subtype", "")) && isOfPerson(message);
    }

    private static boolean isOfPerson(JsonObject message) {
        String user = message.getString("user", "");
        return !user.isEmpty()
                && !user.equals("USLACKBOT")
                && message.getString("bot_id", "").isEmpty();
    }

    private static ChatMessage said(
            String eventId,
            Kind kind,
            String workspace,
            String channel,
            JsonObject message,
            String version,
            Instant acceptedAt)
            throws MalformedRequest {
        String ts = Json.id(message, "ts");
        Optional<String> thread = Json.optionalId(message, "thread_ts");
        return new ChatMessage(
                eventId,
                kind,
                new ConversationId(Platform.SLACK, workspace, channel, thread),
                ts,
                new ChatMessage.Author(
                        new ChatUser(Platform.SLACK, workspace, Json.id(message, "user")),
                        Optional.empty(),
                        false,
                        Optional.empty()),
                kind == Kind.DELETED ? List.of() : parts(message),
                version,
                time(ts, acceptedAt),
                acceptedAt);
    }

    private static List<TextPart> parts(JsonObject message) {
        return Mrkdwn.parts(message.getString("text", ""));
    }

    /** A message's id begins with the seconds at which it was written, and a dot. */
    private static Instant time(String ts, Instant acceptedAt) throws MalformedRequest {
        try {
            int dot = ts.indexOf('.');
            long seconds = Long.parseLong(dot < 0 ? ts : ts.substring(0, dot));
            String rest = dot < 0 ? "" : (ts.substring(dot + 1) + "000000").substring(0, 6);
            Instant at = Instant.ofEpochSecond(seconds, rest.isEmpty() ? 0 : Long.parseLong(rest) * 1000);
            return at.isAfter(acceptedAt) ? acceptedAt : at;
        } catch (NumberFormatException | DateTimeException e) {
            throw new MalformedRequest("ts is not a time");
        }
    }
}
