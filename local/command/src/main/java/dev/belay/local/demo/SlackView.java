package dev.belay.local.demo;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Slack as one member sees it, over the Web API with their own token. */
final class SlackView {
    private final Api api;

    SlackView(HttpClient http, URI apiUrl, String token) {
        this.api = new Api(http, apiUrl, "Bearer " + token);
    }

    /** The ids of the channels whose name begins so. */
    List<JsonObject> channels(String prefix) {
        return objects(call("conversations.list", Map.of("limit", "1000")).getArray("channels")).stream()
                .filter(channel -> channel.getString("name").startsWith(prefix))
                .toList();
    }

    /** The cards of an incident in a channel: the messages whose metadata names it. */
    List<JsonObject> cards(String channel, Incident incident) {
        return objects(call("conversations.history", Map.of("channel", channel, "include_all_metadata", "true"))
                        .getArray("messages"))
                .stream()
                .filter(message -> message.getObject("metadata", new JsonObject())
                        .getObject("event_payload", new JsonObject())
                        .getString("sys_id", "")
                        .equals(incident.sysId()))
                .toList();
    }

    /** All that a message shows, as JSON text. */
    static String shown(JsonObject message) {
        return JsonWriter.string(message.getArray("blocks"));
    }

    List<String> members(String channel) {
        return call("conversations.members", Map.of("channel", channel)).getArray("members").stream()
                .map(String::valueOf)
                .toList();
    }

    JsonObject channel(String id) {
        return call("conversations.info", Map.of("channel", id)).getObject("channel");
    }

    /** The {@code ts} of what is pinned. */
    List<String> pins(String channel) {
        return objects(call("pins.list", Map.of("channel", channel)).getArray("items")).stream()
                .map(item -> item.getObject("message").getString("ts"))
                .toList();
    }

    private JsonObject call(String method, Map<String, String> arguments) {
        JsonObject answer = api.get(method, new HashMap<>(arguments));
        if (!answer.getBoolean("ok", false)) {
            throw new StoryFailed("Slack's " + method + " said "
                    + Optional.ofNullable(answer.getString("error")).orElse("nothing"));
        }
        return answer;
    }

    private static List<JsonObject> objects(JsonArray array) {
        return array.stream().map(JsonObject.class::cast).toList();
    }
}
