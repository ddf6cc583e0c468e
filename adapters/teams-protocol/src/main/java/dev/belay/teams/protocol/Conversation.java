package dev.belay.teams.protocol;

import com.grack.nanojson.JsonObject;
import java.util.Optional;

/**
 * Where an activity is: {@code <channel>;messageid=<root message>} in a channel, a bare id elsewhere
 * (learn.microsoft.com/microsoftteams/platform/resources/bot-v3/bot-conversations/bots-conv-channel).
 */
record Conversation(String channel, Optional<String> thread, boolean direct) {
    private static final String ROOT = "messageid=";

    static Conversation of(JsonObject activity) throws MalformedActivity {
        JsonObject conversation = Json.child(activity, "conversation");
        boolean direct = conversation.getString("conversationType", "").equalsIgnoreCase("personal");
        String id = Json.text(conversation, "id");
        int end = id.indexOf(';');
        String channel = Json.checked(end < 0 ? id : id.substring(0, end), "conversation");
        return new Conversation(channel, end < 0 ? Optional.empty() : thread(id.substring(end + 1)), direct);
    }

    private static Optional<String> thread(String parameters) throws MalformedActivity {
        if (!parameters.startsWith(ROOT)) {
            return Optional.empty();
        }
        int end = parameters.indexOf(';');
        String root = parameters.substring(ROOT.length(), end < 0 ? parameters.length() : end);
        return Optional.of(Json.checked(root, "messageid"));
    }

    /** The same for the same conversation, whatever else its id said. */
    String key() {
        return thread.isPresent() ? channel + ";" + ROOT + thread.get() : channel;
    }
}
