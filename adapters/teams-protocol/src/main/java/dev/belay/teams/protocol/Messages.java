package dev.belay.teams.protocol;

import com.grack.nanojson.JsonObject;
import dev.belay.chat.ChatUser;
import dev.belay.chat.ConversationId;
import dev.belay.chat.Platform;
import dev.belay.chat.ReplyAddress;
import dev.belay.message.ChatMessage;
import dev.belay.message.ChatMessage.Kind;
import dev.belay.message.Marking;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What people do with messages in channels that the app may read
 * (learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/conversation-messages, "channel messages";
 * …/messaging-extensions/how-to/action-commands/respond-to-task-module-submit for the command in a message's menu).
 */
final class Messages {
    /** The command of the manifest that records a message. */
    static final String RECORD = "record";

    private static final int LONGEST_MOMENT = 40;
    private static final String EDITED = "editMessage";
    private static final String RESTORED = "undeleteMessage";
    private static final String DELETED = "softDeleteMessage";

    private Messages() {}

    /** What a person wrote in a channel that is no word to us; none where it has no words. */
    static Optional<ChatMessage> written(InboundActivity inbound, Conversation conversation, Instant acceptedAt)
            throws MalformedActivity {
        JsonObject activity = inbound.activity();
        if (MessageText.isBlank(MessageText.of(activity))) {
            return Optional.empty();
        }
        String sent = moment(activity, "localTimestamp");
        return Optional.of(message(
                inbound, conversation, Kind.WRITTEN, sent.isEmpty() ? "" : inbound.sender() + " " + sent, acceptedAt));
    }

    /** Of a {@code messageUpdate} or a {@code messageDelete}. */
    static TeamsActivity changed(InboundActivity inbound, Instant acceptedAt) throws MalformedActivity {
        JsonObject activity = inbound.activity();
        Kind kind = kind(Json.child(activity, "channelData").getString("eventType", ""));
        Conversation conversation = Conversation.of(activity);
        if (kind == null || conversation.direct() || !inbound.isOfPerson()) {
            return TeamsActivity.notForUs(inbound.type());
        }
        String version = version(activity.getString("timestamp", ""), acceptedAt);
        return new TeamsActivity.Said(message(inbound, conversation, kind, version, acceptedAt));
    }

    private static @Nullable Kind kind(String what) {
        return switch (what) {
            case EDITED -> Kind.EDITED;
            case DELETED -> Kind.DELETED;
            case RESTORED -> Kind.RESTORED;
            default -> null;
        };
    }

    /** A time (RFC 3339) of which the later is the greater text; {@code otherwise} where it is none. */
    private static String version(String time, Instant otherwise) {
        Instant at;
        try {
            at = Instant.parse(time);
        } catch (DateTimeException e) {
            at = otherwise;
        }
        String nanos = Integer.toString(1_000_000_000 + at.getNano());
        return at.getEpochSecond() + "." + nanos.substring(1);
    }

    /**
     * A person chose our command in a message's menu: the message comes with it, as HTML. There is nothing to ask: what is answered to
     * its {@code fetchTask} is a sentence. A manifest that had a parameter lets it be sent as a {@code submitAction}.
     */
    static TeamsActivity marked(InboundActivity inbound, JsonObject value, Instant acceptedAt)
            throws MalformedActivity {
        JsonObject message = Json.child(value, "messagePayload");
        JsonObject user = Json.child(Json.child(message, "from"), "user");
        if (!value.getString("commandId", "").equals(RECORD)) {
            return TeamsActivity.notForUs("invoke");
        }
        if (user.getString("id", "").isEmpty()) {
            return new TeamsActivity.Declined(Marking.OF_NO_PERSON);
        }
        Conversation conversation = Conversation.of(inbound.activity());
        String id = Json.id(message, "id");
        Optional<String> name = Optional.of(user.getString("displayName", ""));
        String edited = message.getString("lastModifiedDateTime", "");
        ChatMessage marked = new ChatMessage(
                inbound.eventId(conversation, acceptedAt),
                Kind.MARKED,
                place(inbound, conversation, id),
                id,
                new ChatMessage.Author(
                        new ChatUser(
                                Platform.TEAMS,
                                inbound.tenant(),
                                Json.id(user, "id").toLowerCase(Locale.ROOT)),
                        name.filter(text -> !text.isBlank()),
                        false,
                        Optional.of(new ReplyAddress(inbound.serviceUrl()))),
                MessageText.ofGraph(message),
                edited.isEmpty() ? "" : version(edited, acceptedAt),
                time(id, message.getString("createdDateTime", ""), acceptedAt),
                acceptedAt);
        return new TeamsActivity.Marked(new Marking(
                marked,
                new ChatUser(Platform.TEAMS, inbound.tenant(), inbound.sender()),
                Optional.of(new ReplyAddress(inbound.serviceUrl()))));
    }

    private static ChatMessage message(
            InboundActivity inbound, Conversation conversation, Kind kind, String version, Instant acceptedAt)
            throws MalformedActivity {
        JsonObject activity = inbound.activity();
        String id = Json.id(activity, "id");
        Optional<String> tenant = inbound.senderTenant();
        String name = Json.child(activity, "from").getString("name", "");
        return new ChatMessage(
                inbound.eventId(conversation, acceptedAt) + ":" + kind + ":" + version,
                kind,
                place(inbound, conversation, id),
                id,
                new ChatMessage.Author(
                        new ChatUser(Platform.TEAMS, inbound.tenant(), inbound.sender()),
                        name.isBlank() ? Optional.empty() : Optional.of(name),
                        tenant.isPresent() && !tenant.get().equals(inbound.tenant()),
                        Optional.of(new ReplyAddress(inbound.serviceUrl()))),
                kind == Kind.DELETED ? List.of() : MessageText.of(activity),
                version,
                time(id, activity.getString("timestamp", ""), acceptedAt),
                acceptedAt);
    }

    /** A message that begins a thread is in it. */
    private static ConversationId place(InboundActivity inbound, Conversation conversation, String id) {
        Optional<String> thread = conversation.thread().isPresent() ? conversation.thread() : Optional.of(id);
        return new ConversationId(Platform.TEAMS, inbound.tenant(), conversation.channel(), thread);
    }

    /** A time as it stands there (RFC 3339); empty where it is none. */
    private static String moment(JsonObject activity, String name) {
        String text = activity.getString(name, "");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c < '0' || c > '9') && "-+:.TZ".indexOf(c) < 0) {
                return "";
            }
        }
        return text.length() > LONGEST_MOMENT ? "" : text;
    }

    /** A message's id is the milliseconds at which it was written. */
    private static Instant time(String id, String otherwise, Instant acceptedAt) {
        try {
            boolean isTime = id.length() == 13 && id.charAt(0) >= '0' && id.charAt(0) <= '9';
            Instant at = isTime ? Instant.ofEpochMilli(Long.parseLong(id)) : Instant.parse(otherwise);
            return at.isAfter(acceptedAt) ? acceptedAt : at;
        } catch (NumberFormatException | DateTimeException e) {
            return acceptedAt;
        }
    }
}
