package dev.belay.slack.protocol;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import dev.belay.chat.ChatUser;
import dev.belay.chat.ConversationId;
import dev.belay.chat.Platform;
import dev.belay.event.FileEvent;
import dev.belay.event.FileEvent.Told;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the messages of persons that have files (docs.slack.dev/reference/events/message/file_share). {@code file_shared} tells of the same
 * files once more, and is not asked for. What is not written as Slack writes it is none of them.
 */
final class FileWord {
    private static final JsonArray NONE = new JsonArray();

    /** More than Slack lets a message have. */
    private static final int MOST = 50;

    private static final int LONGEST_NAME = 200;

    private FileWord() {}

    /** None where a message has no files, or is no person's in a channel. */
    static @Nullable FileEvent read(JsonObject json, Instant acceptedAt) {
        JsonObject event = Json.child(json, "event");
        JsonArray files = event.getArray("files", NONE);
        if (!event.getString("type", "").equals("message") || files.isEmpty() || !isOfPerson(json, event)) {
            return null;
        }
        try {
            String workspace = Installation.workspaceOfEvent(json);
            String message = Json.id(event, "ts");
            Optional<String> thread = Json.optionalId(event, "thread_ts");
            return new FileEvent.Shared(
                    Json.id(json, "event_id"),
                    new ConversationId(Platform.SLACK, workspace, Json.id(event, "channel"), thread),
                    message,
                    new ChatUser(Platform.SLACK, workspace, Json.id(event, "user")),
                    ids(files),
                    told(files),
                    acceptedAt);
        } catch (MalformedRequest e) {
            return null;
        }
    }

    /** The message of a bot's upload bears neither its {@code bot_id} nor a subtype, and is told as if a person wrote it. */
    private static boolean isOfPerson(JsonObject json, JsonObject event) {
        String subtype = event.getString("subtype", "");
        String place = event.getString("channel_type", "");
        return event.getString("bot_id", "").isEmpty()
                && !ChannelWord.isOfBot(json, event)
                && (subtype.isEmpty() || subtype.equals("file_share") || subtype.equals("thread_broadcast"))
                && (place.equals("channel") || place.equals("group"));
    }

    private static List<String> ids(JsonArray files) throws MalformedRequest {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < Math.min(files.size(), MOST); i++) {
            if (files.get(i) instanceof JsonObject file) {
                ids.add(Json.id(file, "id"));
            }
        }
        return ids;
    }

    /** What one that may not look at a file is told of it all the same. */
    private static Map<String, Told> told(JsonArray files) {
        Map<String, Told> told = new LinkedHashMap<>();
        for (int i = 0; i < Math.min(files.size(), MOST); i++) {
            if (files.get(i) instanceof JsonObject file
                    && !file.getString("name", "").isEmpty()) {
                String name = file.getString("name", "");
                told.put(
                        file.getString("id", ""),
                        new Told(name.substring(0, Math.min(name.length(), LONGEST_NAME)), file.getLong("size", -1)));
            }
        }
        return told;
    }
}
