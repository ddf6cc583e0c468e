package dev.belay.local.story;

import com.grack.nanojson.JsonWriter;
import dev.belay.chat.Platform;
import dev.belay.simulator.slack.AcmeWorkspace;
import dev.belay.simulator.slack.SimulatedSlack;
import dev.belay.simulator.slack.app.SignedRequest;
import dev.belay.simulator.slack.call.ApiCall;
import dev.belay.simulator.slack.limit.Failure;
import dev.belay.simulator.slack.workspace.Channel;
import dev.belay.simulator.slack.workspace.Grant.Standing;
import dev.belay.simulator.slack.workspace.Message;
import java.util.ArrayList;
import java.util.List;

/** Slack in a test. */
record SlackRoom(SimulatedSlack slack) implements Room {
    @Override
    public Platform platform() {
        return Platform.SLACK;
    }

    @Override
    public String field() {
        return "u_chat_channel";
    }

    @Override
    public String support() {
        return AcmeWorkspace.SUPPORT;
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
    public String createdByAlice(String name) {
        return slack.workspace().createChannel(name, AcmeWorkspace.ALICE, false).id();
    }

    @Override
    public Press prepare(Person person, String place, String message, String word) {
        SignedRequest request = slack.prepare(id(person), place, message, word);
        return new Press() {
            @Override
            public boolean send() {
                return slack.send(request).accepted();
            }

            @Override
            public boolean repeat() {
                return slack.sendAfresh(request).accepted();
            }
        };
    }

    @Override
    public boolean press(Person person, String place, String message, String word) {
        return slack.press(id(person), place, message, word).accepted();
    }

    @Override
    public List<Told> told(Person person) {
        return slack.ephemerals(id(person)).stream()
                .map(message -> new Told(message.channel(), message.ts(), message.text()))
                .toList();
    }

    @Override
    public boolean isInvited(Person person, String channel) {
        return slack.workspace()
                .channel(channel)
                .filter(where -> where.members().contains(id(person)))
                .isPresent();
    }

    @Override
    public void takeAway(String place, String message) {
        slack.workspace().channel(place).orElseThrow().messages().remove(message);
    }

    @Override
    public void deactivate(Person person) {
        slack.workspace().deactivate(id(person));
    }

    @Override
    public void signIn(boolean works) {
        slack.workspace().botToken(works ? Standing.VALID : Standing.REVOKED);
    }

    @Override
    public void fail(Doing doing, int times, Trouble how) {
        Failure failure =
                switch (how) {
                    case LIMITED -> new Failure.RateLimited(40);
                    case REFUSED -> new Failure.Refused("unknown_method");
                    case DOWN -> new Failure.Status(503);
                    case DENIED -> new Failure.RefusedAfter("fatal_error");
                };
        slack.failures().next(method(doing), times, failure);
    }

    @Override
    public int count(Doing doing) {
        return slack.calls(method(doing)).size();
    }

    private static String method(Doing doing) {
        return switch (doing) {
            case CREATE_CHANNEL -> "conversations.create";
            case POST_CARD -> "chat.postMessage";
            case UPDATE_CARD -> "chat.update";
            case DESCRIBE -> "conversations.setTopic";
            case BOOKMARK -> "bookmarks.add";
            case INVITE -> "conversations.invite";
            case LOOK_UP -> "users.info";
            case TELL -> "chat.postEphemeral";
        };
    }

    @Override
    public List<String> calls() {
        return slack.calls().stream()
                .filter(ApiCall::byApp)
                .map(ApiCall::method)
                .toList();
    }

    @Override
    public void forgetCalls() {
        slack.forgetCalls();
    }

    @Override
    public List<String> everything() {
        return slack.workspace().atomically(() -> {
            List<String> lines = new ArrayList<>();
            for (Channel channel : slack.workspace().channels()) {
                lines.add("channel " + channel.name() + " | " + channel.topic() + " | " + channel.purpose() + " | "
                        + channel.members().stream().sorted().toList() + " | pins "
                        + channel.pins().size()
                        + " | bookmarks " + channel.bookmarks().size());
                for (Message message : channel.messages().values()) {
                    lines.add("  message " + message.user() + " "
                            + JsonWriter.string(message.content().blocks()) + " "
                            + JsonWriter.string(message.content().metadata()));
                }
            }
            return lines;
        });
    }

    private static String id(Person person) {
        return switch (person) {
            case ALICE -> AcmeWorkspace.ALICE;
            case BOB -> AcmeWorkspace.BOB;
            case CAROL -> AcmeWorkspace.CAROL;
            case DAVE -> AcmeWorkspace.DAVE;
            case ERIN -> AcmeWorkspace.ERIN;
            case GUEST -> AcmeWorkspace.GUEST;
        };
    }
}
