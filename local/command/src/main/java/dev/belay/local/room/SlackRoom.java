package dev.belay.local.room;

import com.grack.nanojson.JsonWriter;
import dev.belay.chat.Platform;
import dev.belay.simulator.http.Outcome;
import dev.belay.simulator.slack.AcmeWorkspace;
import dev.belay.simulator.slack.SimulatedSlack;
import dev.belay.simulator.slack.app.SignedRequest;
import dev.belay.simulator.slack.view.OpenView;
import dev.belay.simulator.slack.workspace.PrivateMessage;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Slack with Acme's people. */
public record SlackRoom(SimulatedSlack slack) implements Room {
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
        return "x_belay_chat_slack";
    }

    @Override
    public List<Place> channels() {
        return slack.workspace().channels().stream()
                .filter(channel -> channel.name().startsWith("inc"))
                .map(channel -> new Place(channel.id(), channel.name(), cards(channel.id())))
                .toList();
    }

    @Override
    public List<Card> cards(String channel) {
        return slack.messages(channel).stream()
                .map(message -> new Card(
                        message.ts(), JsonWriter.string(message.content().blocks())))
                .filter(card -> card.content().contains("sys_id"))
                .toList();
    }

    @Override
    public Press prepare(Person person, String place, String message, String word) {
        return prepared(slack.prepare(userId(person), place, message, word));
    }

    private Press prepared(SignedRequest request) {
        return new Press() {
            @Override
            public Outcome send() {
                return slack.send(request);
            }

            @Override
            public Outcome repeat() {
                return slack.sendAfresh(request);
            }

            @Override
            public Outcome forge() {
                Map<String, String> headers = new HashMap<>(request.headers());
                headers.replaceAll((name, value) -> value.startsWith("v0=") ? "v0=" + "0".repeat(64) : value);
                return slack.send(new SignedRequest(headers, request.body()));
            }
        };
    }

    @Override
    public Outcome press(Person person, String place, String message, String word) {
        return slack.press(userId(person), place, message, word);
    }

    @Override
    public Outcome enter(Person person, String place, String message, String word, Map<String, List<String>> entered) {
        Outcome pressed = press(person, place, message, word);
        List<OpenView> open = slack.views(userId(person));
        if (open.isEmpty()) {
            return pressed;
        }
        return slack.submit(userId(person), open.getLast().id(), entered)
                .delivery()
                .<Outcome>map(delivery -> delivery)
                .orElse(pressed);
    }

    @Override
    public Press fillIn(Person person, String place, String message, String word, Map<String, List<String>> entered) {
        press(person, place, message, word);
        List<OpenView> open = slack.views(userId(person));
        if (open.isEmpty()) {
            throw new IllegalStateException("no dialog opened");
        }
        return prepared(slack.prepareSubmission(userId(person), open.getLast().id(), entered));
    }

    @Override
    public Outcome ask(Person person, String channel, String words) {
        return slack.command(userId(person), channel, "/belay", words);
    }

    @Override
    public void share(Person person, String channel, Optional<String> thread, String name, byte[] bytes) {
        slack.shareFile(userId(person), channel, thread.orElse(""), name, "application/octet-stream", bytes);
    }

    @Override
    public List<SeenFile> files(String channel) {
        return slack.workspace().atomically(() -> slack.messages(channel).stream()
                .filter(message -> message.user().equals(AcmeWorkspace.APP.botUser()))
                .flatMap(message -> slack.workspace().files().of(channel, message.ts()).stream()
                        .map(file -> new SeenFile(message.ts(), file.name(), file.bytes())))
                .toList());
    }

    @Override
    public String id(Person person) {
        return userId(person);
    }

    @Override
    public List<Told> told(Person person) {
        return Stream.concat(slack.ephemerals(userId(person)).stream(), slack.directMessages(userId(person)).stream())
                .sorted(Comparator.comparing(PrivateMessage::ts))
                .map(message -> new Told(message.channel(), message.ts(), message.text()))
                .toList();
    }

    /** Whoever is not in the channel yet joins it first. */
    @Override
    public String say(Person person, String channel, String thread, String words) {
        slack.workspace().atomically(() -> slack.workspace()
                .channel(channel)
                .orElseThrow()
                .members()
                .add(userId(person)));
        return slack.say(userId(person), channel, words, thread).ts();
    }

    @Override
    public void edit(Person person, String channel, String message, String words) {
        slack.messageDeeds().edit(userId(person), channel, message, words);
    }

    @Override
    public void delete(Person person, String channel, String message) {
        slack.messageDeeds().delete(userId(person), channel, message);
    }

    @Override
    public Outcome mark(Person person, String channel, String message) {
        return slack.messageDeeds().shortcut(userId(person), channel, message, "belay_record");
    }

    @Override
    public boolean pin(Person person, String channel, String message) {
        slack.messageDeeds().pin(userId(person), channel, message);
        return true;
    }

    @Override
    public boolean react(Person person, String channel, String message) {
        slack.messageDeeds().react(userId(person), channel, message, "memo");
        return true;
    }

    /** What Slack knows a person as. */
    public static String userId(Person person) {
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
}
