package dev.belay.local.demo;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonWriter;
import dev.belay.chat.Platform;
import dev.belay.simulator.slack.AcmeWorkspace;
import dev.belay.simulator.slack.SimulatedSlack;
import dev.belay.simulator.slack.app.SignedRequest;
import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Slack as Alice sees it, over the Web API with her own token. */
final class SlackView implements ChatView {
    private final SimulatedSlack slack;
    private final Api api;

    SlackView(HttpClient http, SimulatedSlack slack) {
        this.slack = slack;
        this.api = new Api(http, slack.apiUrl(), "Bearer " + slack.workspace().userToken(AcmeWorkspace.ALICE));
    }

    @Override
    public Platform platform() {
        return Platform.SLACK;
    }

    @Override
    public String support() {
        return AcmeWorkspace.SUPPORT;
    }

    @Override
    public String field() {
        return "u_chat_channel";
    }

    @Override
    public List<Place> channels(String prefix) {
        return objects(call("conversations.list", Map.of("limit", "1000")).getArray("channels")).stream()
                .map(channel -> new Place(channel.getString("id"), channel.getString("name")))
                .filter(channel -> channel.name().startsWith(prefix))
                .toList();
    }

    /** The messages whose metadata names the incident. */
    @Override
    public List<Shown> cards(String channel, Incident incident) {
        return objects(call("conversations.history", Map.of("channel", channel, "include_all_metadata", "true"))
                        .getArray("messages"))
                .stream()
                .filter(message -> message.getObject("metadata", new JsonObject())
                        .getObject("event_payload", new JsonObject())
                        .getString("sys_id", "")
                        .equals(incident.sysId()))
                .map(message -> new Shown(message.getString("ts"), JsonWriter.string(message.getArray("blocks"))))
                .toList();
    }

    @Override
    public List<String> lacks(Place channel, Incident incident, Shown card) {
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

    @Override
    public Press prepare(Person person, String channel, String message, String word) {
        SignedRequest request = slack.prepare(id(person), channel, message, word);
        return new Press() {
            @Override
            public int send() {
                return slack.send(request).status();
            }

            @Override
            public int repeat() {
                return slack.sendAfresh(request).status();
            }

            @Override
            public int forge() {
                Map<String, String> headers = new HashMap<>(request.headers());
                headers.replaceAll((name, value) -> value.startsWith("v0=") ? "v0=" + "0".repeat(64) : value);
                return slack.send(new SignedRequest(headers, request.body())).status();
            }
        };
    }

    @Override
    public int press(Person person, String place, String message, String word) {
        return slack.press(id(person), place, message, word).status();
    }

    @Override
    public List<Told> told(Person person) {
        return slack.ephemerals(id(person)).stream()
                .map(message -> new Told(message.channel(), message.ts(), message.text()))
                .toList();
    }

    private static String id(Person person) {
        return switch (person) {
            case ALICE -> AcmeWorkspace.ALICE;
            case BOB -> AcmeWorkspace.BOB;
            case CAROL -> AcmeWorkspace.CAROL;
            case DAVE -> AcmeWorkspace.DAVE;
            case ERIN -> AcmeWorkspace.ERIN;
            case GUEST -> AcmeWorkspace.GUEST;
            case STRANGER -> AcmeWorkspace.STRANGER;
        };
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
