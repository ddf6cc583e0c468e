package dev.belay.local.demo.view;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonWriter;
import dev.belay.local.room.Room;
import dev.belay.local.room.Room.Card;
import dev.belay.local.room.SlackRoom;
import dev.belay.simulator.slack.AcmeWorkspace;
import dev.belay.simulator.slack.SimulatedSlack;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Slack as Alice sees it, over the Web API with her own token. */
public final class SlackView implements ChatView {
    private final Room room;
    private final Api api;

    public SlackView(HttpClient http, SimulatedSlack slack) {
        this.room = new SlackRoom(slack);
        this.api = new Api(http, slack.apiUrl(), "Bearer " + slack.workspace().userToken(AcmeWorkspace.ALICE));
    }

    @Override
    public Room room() {
        return room;
    }

    @Override
    public List<FoundChannel> channels(String prefix) {
        return objects(call("conversations.list", Map.of("limit", "1000")).getArray("channels")).stream()
                .map(channel -> new FoundChannel(channel.getString("id"), channel.getString("name")))
                .filter(channel -> channel.name().startsWith(prefix))
                .toList();
    }

    @Override
    public FoundChannel makeChannel(String name, String topic) {
        String id = post(
                        "conversations.create",
                        JsonObject.builder().value("name", name).done())
                .getObject("channel")
                .getString("id");
        post(
                "conversations.setTopic",
                JsonObject.builder().value("channel", id).value("topic", topic).done());
        post(
                "conversations.invite",
                JsonObject.builder()
                        .value("channel", id)
                        .value("users", AcmeWorkspace.APP.botUser())
                        .done());
        return new FoundChannel(id, name);
    }

    private JsonObject post(String method, JsonObject body) {
        return said(method, api.post(method, body));
    }

    /** The messages whose metadata names the incident. */
    @Override
    public List<Card> cards(String channel, Ticket incident) {
        return objects(call("conversations.history", Map.of("channel", channel, "include_all_metadata", "true"))
                        .getArray("messages"))
                .stream()
                .filter(message -> message.getObject("metadata", new JsonObject())
                        .getObject("event_payload", new JsonObject())
                        .getString("sys_id", "")
                        .equals(incident.sysId()))
                .map(message -> new Card(message.getString("ts"), JsonWriter.string(message.getArray("blocks"))))
                .toList();
    }

    @Override
    public List<String> lines(String channel) {
        return objects(call("conversations.history", Map.of("channel", channel, "include_all_metadata", "true"))
                        .getArray("messages"))
                .reversed()
                .stream()
                .filter(message -> message.getObject("metadata", new JsonObject())
                        .getString("event_type", "")
                        .equals("belay_line"))
                .map(message -> message.getString("text"))
                .toList();
    }

    @Override
    public boolean isArchived(String channel) {
        return call("conversations.info", Map.of("channel", channel))
                .getObject("channel")
                .getBoolean("is_archived", false);
    }

    @Override
    public List<String> lacks(FoundChannel channel, Ticket incident, Card card) {
        JsonObject info =
                call("conversations.info", Map.of("channel", channel.id())).getObject("channel");
        List<String> lacking = new ArrayList<>();
        if (!info.getObject("topic").getString("value").contains(incident.number())) {
            lacking.add("the topic");
        }
        if (info.getObject("purpose").getString("value").isEmpty()) {
            lacking.add("the purpose");
        }
        if (!members(channel.id()).containsAll(List.of(AcmeWorkspace.ALICE, AcmeWorkspace.BOB))) {
            lacking.add("the responders");
        }
        if (!pins(channel.id()).contains(card.id())) {
            lacking.add("the pin");
        }
        return lacking;
    }

    /** Nobody but the app is limited in what the story reads. */
    @Override
    public Duration keptFromLooking() {
        return Duration.ZERO;
    }

    private List<String> members(String channel) {
        return call("conversations.members", Map.of("channel", channel)).getArray("members").stream()
                .map(String::valueOf)
                .toList();
    }

    /** The {@code ts} of what is pinned. */
    private List<String> pins(String channel) {
        return objects(call("pins.list", Map.of("channel", channel)).getArray("items")).stream()
                .map(item -> item.getObject("message").getString("ts"))
                .toList();
    }

    private JsonObject call(String method, Map<String, String> arguments) {
        return said(method, api.get(method, new HashMap<>(arguments)));
    }

    private static JsonObject said(String method, JsonObject answer) {
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
