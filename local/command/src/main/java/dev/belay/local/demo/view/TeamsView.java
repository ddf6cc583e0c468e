package dev.belay.local.demo.view;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import com.grack.nanojson.JsonWriter;
import dev.belay.local.room.Room;
import dev.belay.local.room.Room.Card;
import dev.belay.local.room.TeamsRoom;
import dev.belay.simulator.teams.AcmeTeams;
import dev.belay.simulator.teams.SimulatedTeams;
import dev.belay.simulator.teams.tenant.Channel;
import dev.belay.simulator.teams.tenant.Message;
import dev.belay.simulator.teams.tenant.Tenant;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Teams as people see it, over Graph. Graph is asked when something changed, for it lets an app ask of a channel four times a second. */
public final class TeamsView implements ChatView {
    private static final String TEAM = "/teams/" + AcmeTeams.TEAM;
    private static final String CARD = "application/vnd.microsoft.card.adaptive";

    private final SimulatedTeams teams;
    private final Room room;
    private final Graph graph;
    private final Lookups<Boolean> archived = new Lookups<>();
    private final Lookups<List<FoundChannel>> channels = new Lookups<>();
    private final Lookups<List<JsonObject>> messages = new Lookups<>();

    public TeamsView(HttpClient http, SimulatedTeams teams) {
        this.teams = teams;
        this.room = new TeamsRoom(teams);
        this.graph = new Graph(http, teams);
    }

    @Override
    public Room room() {
        return room;
    }

    @Override
    public List<FoundChannel> channels(String prefix) {
        Tenant tenant = teams.tenant();
        Object now = tenant.atomically(() -> tenant.team(AcmeTeams.TEAM).orElseThrow().channels().stream()
                .map(Channel::name)
                .toList());
        return channels
                .of("channels", now, () -> graph.list(TEAM + "/channels", Map.of()).stream()
                        .map(channel -> new FoundChannel(channel.getString("id"), channel.getString("displayName")))
                        .toList())
                .stream()
                .filter(place -> place.name().startsWith(prefix))
                .toList();
    }

    @Override
    public FoundChannel makeChannel(String name, String topic) {
        Channel made = teams.administration().create(AcmeTeams.ALICE, AcmeTeams.TEAM, name);
        teams.tenant().atomically(() -> {
            made.describe(topic);
            return made;
        });
        return new FoundChannel(made.id(), name);
    }

    @Override
    public List<Card> cards(String channel, Ticket incident) {
        return roots(channel).stream()
                .map(message -> new Card(message.getString("id"), content(message)))
                .filter(card -> card.content().contains(incident.sysId()))
                .toList();
    }

    @Override
    public List<String> lines(String channel) {
        return roots(channel).reversed().stream()
                .map(TeamsView::content)
                .filter(content -> content.contains("\"belay-line-"))
                .map(TeamsView::words)
                .toList();
    }

    private static String words(String card) {
        try {
            return JsonParser.object().from(card).getArray("body").stream()
                    .map(block -> ((JsonObject) block)
                            .getArray("inlines", new JsonArray()).stream()
                                    .map(run -> ((JsonObject) run).getString("text", ""))
                                    .collect(Collectors.joining()))
                    .collect(Collectors.joining("\n"));
        } catch (JsonParserException e) {
            throw new StoryFailed("a card that Graph gives is no JSON");
        }
    }

    /** The messages that begin threads. */
    private List<JsonObject> roots(String channel) {
        List<Message> now = teams.messages(channel);
        return messages.of(
                channel,
                now,
                () -> graph.list(TEAM + "/channels/" + Api.encode(channel) + "/messages", Map.of("$top", "50")));
    }

    /** The cards of a message, which Graph gives as texts. */
    private static String content(JsonObject message) {
        return String.join(
                "\n",
                message.getArray("attachments", new JsonArray()).stream()
                        .map(JsonObject.class::cast)
                        .filter(attachment -> CARD.equals(attachment.getString("contentType")))
                        .map(attachment -> attachment.getString("content"))
                        .toList());
    }

    @Override
    public boolean isArchived(String channel) {
        Tenant tenant = teams.tenant();
        Object now = tenant.atomically(() -> tenant.channel(channel).map(Channel::isArchived));
        return archived.of(channel, now, () -> graph.read(TEAM + "/channels/" + Api.encode(channel), Map.of())
                .getBoolean("isArchived", false));
    }

    @Override
    public List<String> lacks(FoundChannel channel, Ticket incident, Card card) {
        String path = TEAM + "/channels/" + Api.encode(channel.id());
        List<String> lacking = new ArrayList<>();
        if (!graph.read(path, Map.of()).getString("description", "").contains(incident.number())) {
            lacking.add("the description");
        }
        if (graph.list(path + "/tabs", Map.of()).stream()
                .noneMatch(tab -> JsonWriter.string(tab.getObject("configuration"))
                        .contains(incident.table() + ":" + incident.sysId()))) {
            lacking.add("the tab that bears the record");
        }
        String mentioned = JsonWriter.string(new JsonArray(roots(channel.id())));
        if (!mentioned.contains(AcmeTeams.ALICE) || !mentioned.contains(AcmeTeams.BOB)) {
            lacking.add("the mention of the responders");
        }
        return lacking;
    }

    @Override
    public Duration keptFromLooking() {
        return graph.waited();
    }
}
