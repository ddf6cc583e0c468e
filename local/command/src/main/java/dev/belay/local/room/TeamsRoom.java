package dev.belay.local.room;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonWriter;
import dev.belay.chat.Platform;
import dev.belay.simulator.http.Outcome;
import dev.belay.simulator.teams.AcmeTeams;
import dev.belay.simulator.teams.SimulatedTeams;
import dev.belay.simulator.teams.app.Button;
import dev.belay.simulator.teams.app.SignedRequest;
import dev.belay.simulator.teams.signing.Forgery;
import dev.belay.simulator.teams.tenant.Folder;
import dev.belay.simulator.teams.tenant.Message;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/**
 * Teams with Acme's people.
 *
 * @param presses how many presses there were: the two kinds of buttons are pressed in turn
 */
public record TeamsRoom(SimulatedTeams teams, AtomicInteger presses) implements Room {
    private static final List<String> TEXTS = List.of("TextBlock", "TextRun");

    public TeamsRoom(SimulatedTeams teams) {
        this(teams, new AtomicInteger());
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
        return "x_belay_chat_teams";
    }

    @Override
    public List<Place> channels() {
        return teams.tenant().atomically(() -> teams.tenant().teams().stream()
                .flatMap(team -> team.channels().stream())
                .filter(channel -> channel.name().startsWith("inc"))
                .map(channel -> new Place(channel.id(), channel.name(), cards(channel.id())))
                .toList());
    }

    @Override
    public List<Card> cards(String channel) {
        return teams.messages(channel).stream()
                .map(message -> new Card(message.id(), JsonWriter.string(message.cards())))
                .filter(card -> card.content().contains("sys_id"))
                .toList();
    }

    @Override
    public Press prepare(Person person, String place, String message, String word) {
        return prepared(teams.prepare(userId(person), place, message, word, button()));
    }

    private Press prepared(SignedRequest request) {
        return new Press() {
            @Override
            public Outcome send() {
                return teams.send(request);
            }

            @Override
            public Outcome repeat() {
                return teams.redeliver(request);
            }

            @Override
            public Outcome forge() {
                String forged = teams.activityTokens()
                        .forged(Forgery.OTHER_KEY, teams.connectorUrl().toString());
                return teams.send(request.withToken(forged));
            }
        };
    }

    @Override
    public Outcome press(Person person, String place, String message, String word) {
        return teams.press(userId(person), place, message, word, button());
    }

    @Override
    public Outcome enter(Person person, String place, String message, String word, Map<String, List<String>> entered) {
        Outcome pressed = teams.press(userId(person), place, message, word, Button.SUBMIT);
        return teams.dialog(userId(person))
                .flatMap(dialog -> teams.submit(userId(person), dialog.id(), inputs(entered))
                        .delivery())
                .<Outcome>map(delivery -> delivery)
                .orElse(pressed);
    }

    @Override
    public Press fillIn(Person person, String place, String message, String word, Map<String, List<String>> entered) {
        teams.press(userId(person), place, message, word, Button.SUBMIT);
        return teams.dialog(userId(person))
                .map(dialog -> prepared(teams.prepareSubmission(userId(person), dialog.id(), inputs(entered))))
                .orElseThrow(() -> new IllegalStateException("no dialog opened"));
    }

    private static Map<String, String> inputs(Map<String, List<String>> entered) {
        return entered.entrySet().stream()
                .collect(Collectors.toMap(
                        field -> "input_" + field.getKey(), field -> String.join(",", field.getValue())));
    }

    @Override
    public Outcome ask(Person person, String channel, String words) {
        return teams.mention(userId(person), channel, words, "");
    }

    @Override
    public void share(Person person, String channel, Optional<String> thread, String name, byte[] bytes) {
        teams.shareFile(userId(person), channel, thread.orElse(""), name, "application/octet-stream", bytes);
    }

    /** What a message of ours leads to in the channel's folder. */
    @Override
    public List<SeenFile> files(String channel) {
        return teams.tenant().atomically(() -> {
            Folder folder = teams.tenant().library().of(teams.channel(channel));
            return teams.messages(channel).stream()
                    .filter(Message::byBot)
                    .flatMap(message -> folder.files().stream()
                            .filter(file -> JsonWriter.string(message.cards()).contains(folder.webUrl(file.name())))
                            .map(file -> new SeenFile(message.id(), file.name(), file.bytes())))
                    .toList();
        });
    }

    @Override
    public String say(Person person, String channel, String thread, String words) {
        return teams.say(userId(person), channel, words, thread).id();
    }

    @Override
    public void edit(Person person, String channel, String message, String words) {
        teams.edit(userId(person), channel, message, words);
    }

    @Override
    public void delete(Person person, String channel, String message) {
        teams.delete(userId(person), channel, message);
    }

    @Override
    public Outcome mark(Person person, String channel, String message) {
        return teams.command(userId(person), channel, message, "record");
    }

    /** A bot hears of no pins. */
    @Override
    public boolean pin(Person person, String channel, String message) {
        return false;
    }

    /** A bot hears of reactions to its own messages alone. */
    @Override
    public boolean react(Person person, String channel, String message) {
        return false;
    }

    @Override
    public String id(Person person) {
        return userId(person);
    }

    private Button button() {
        return presses.incrementAndGet() % 2 == 0 ? Button.SUBMIT : Button.EXECUTE;
    }

    @Override
    public List<Told> told(Person person) {
        return teams.privateMessages(userId(person)).stream()
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
                object.values().stream().map(TeamsRoom::sentences).reduce("", String::concat);
            case JsonArray array -> array.stream().map(TeamsRoom::sentences).reduce("", String::concat);
            default -> "";
        };
    }

    /** What Teams knows a person as. */
    public static String userId(Person person) {
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
