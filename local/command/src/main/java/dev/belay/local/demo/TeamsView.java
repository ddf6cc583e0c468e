package dev.belay.local.demo;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonWriter;
import dev.belay.chat.Platform;
import dev.belay.simulator.teams.AcmeTeams;
import dev.belay.simulator.teams.SimulatedTeams;
import dev.belay.simulator.teams.app.Button;
import dev.belay.simulator.teams.app.SignedRequest;
import dev.belay.simulator.teams.signing.Forgery;
import dev.belay.simulator.teams.tenant.Channel;
import dev.belay.simulator.teams.tenant.Message;
import dev.belay.simulator.teams.tenant.Tenant;
import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Teams as people see it, over Graph. Graph is asked when something changed, for it lets an app ask of a channel four times a second. */
final class TeamsView implements ChatView {
    private static final String TEAM = "/teams/" + AcmeTeams.TEAM;
    private static final List<String> TEXTS = List.of("TextBlock", "TextRun");
    private static final String CARD = "application/vnd.microsoft.card.adaptive";

    private final SimulatedTeams teams;
    private final Graph graph;
    private final Lookups<List<Place>> places = new Lookups<>();
    private final Lookups<List<JsonObject>> messages = new Lookups<>();
    private int presses;

    TeamsView(HttpClient http, SimulatedTeams teams) {
        this.teams = teams;
        this.graph = new Graph(http, teams);
    }

    @Override
    public Platform platform() {
        return Platform.TEAMS;
    }

    @Override
    public String support() {
        return AcmeTeams.SUPPORT;
    }

    @Override
    public String field() {
        return "u_teams_channel";
    }

    @Override
    public List<Place> channels(String prefix) {
        Tenant tenant = teams.tenant();
        Object now = tenant.atomically(() -> tenant.team(AcmeTeams.TEAM).orElseThrow().channels().stream()
                .map(Channel::name)
                .toList());
        return places
                .of("channels", now, () -> graph.list(TEAM + "/channels", Map.of()).stream()
                        .map(channel -> new Place(channel.getString("id"), channel.getString("displayName")))
                        .toList())
                .stream()
                .filter(place -> place.name().startsWith(prefix))
                .toList();
    }

    @Override
    public List<Shown> cards(String channel, Incident incident) {
        return roots(channel).stream()
                .map(message -> new Shown(message.getString("id"), content(message)))
                .filter(card -> card.content().contains(incident.sysId()))
                .toList();
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
    public List<String> lacks(Place channel, Incident incident, Shown card) {
        String path = TEAM + "/channels/" + Api.encode(channel.id());
        List<String> lacking = new ArrayList<>();
        if (!graph.read(path, Map.of()).getString("description", "").contains(incident.number())) {
            lacking.add("the description");
        }
        if (graph.list(path + "/tabs", Map.of()).stream()
                .noneMatch(tab ->
                        JsonWriter.string(tab.getObject("configuration")).contains("incident:" + incident.sysId()))) {
            lacking.add("the tab that bears the record");
        }
        String mentioned = JsonWriter.string(new JsonArray(roots(channel.id())));
        if (!mentioned.contains(AcmeTeams.ALICE) || !mentioned.contains(AcmeTeams.BOB)) {
            lacking.add("the mention of the responders");
        }
        return lacking;
    }

    @Override
    public Press prepare(Person person, String channel, String message, String word) {
        SignedRequest request = teams.prepare(id(person), channel, message, word, button());
        return new Press() {
            @Override
            public int send() {
                return teams.send(request).status();
            }

            @Override
            public int repeat() {
                return teams.redeliver(request).status();
            }

            @Override
            public int forge() {
                String forged = teams.activityTokens()
                        .forged(Forgery.OTHER_KEY, teams.connectorUrl().toString());
                return teams.send(request.withToken(forged)).status();
            }
        };
    }

    @Override
    public int press(Person person, String place, String message, String word) {
        return teams.press(id(person), place, message, word, button()).status();
    }

    /** Both kinds of buttons, in turn. */
    private Button button() {
        presses++;
        return presses % 2 == 0 ? Button.SUBMIT : Button.EXECUTE;
    }

    @Override
    public List<Told> told(Person person) {
        return teams.privateMessages(id(person)).stream()
                .map(seen -> told(seen.conversation(), seen.message()))
                .toList();
    }

    private static Told told(String place, Message message) {
        String text = message.text() + sentences(new JsonArray(message.cards()));
        return new Told(place, message.id(), read(text));
    }

    /** As Markdown shows it: without the strokes that keep marks from being marks. */
    private static String read(String text) {
        return text.replaceAll("\\\\(\\p{Punct})", "$1");
    }

    /** The texts of a card, as they stand. */
    private static String sentences(Object part) {
        return switch (part) {
            case JsonObject object when TEXTS.contains(object.getString("type", "")) -> object.getString("text", "");
            case JsonObject object ->
                object.values().stream().map(TeamsView::sentences).reduce("", String::concat);
            case JsonArray array -> array.stream().map(TeamsView::sentences).reduce("", String::concat);
            default -> "";
        };
    }

    private static String id(Person person) {
        return switch (person) {
            case ALICE -> AcmeTeams.ALICE;
            case BOB -> AcmeTeams.BOB;
            case CAROL -> AcmeTeams.CAROL;
            case DAVE -> AcmeTeams.DAVE;
            case ERIN -> AcmeTeams.ERIN;
            case GUEST -> AcmeTeams.GUEST;
            case STRANGER -> AcmeTeams.STRANGER;
        };
    }
}
