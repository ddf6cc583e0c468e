package dev.belay.local.story;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonWriter;
import dev.belay.local.room.Person;
import dev.belay.local.room.SlackRoom;
import dev.belay.simulator.slack.AcmeWorkspace;
import dev.belay.simulator.slack.SimulatedSlack;
import dev.belay.simulator.slack.app.Delivery;
import dev.belay.simulator.slack.call.ApiCall;
import dev.belay.simulator.slack.limit.Failure;
import dev.belay.simulator.slack.workspace.Channel;
import dev.belay.simulator.slack.workspace.Grant.Standing;
import dev.belay.simulator.slack.workspace.Message;
import dev.belay.simulator.slack.workspace.Preferences.Kept;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Slack behind its stage. */
record SlackBackstage(SimulatedSlack slack) implements Backstage {
    @Override
    public String createdByAlice(String name) {
        return slack.workspace().createChannel(name, AcmeWorkspace.ALICE, false).id();
    }

    @Override
    public void archiveByHand(String channel) {
        heard(slack.administration().archive(AcmeWorkspace.ALICE, channel));
    }

    @Override
    public void unarchiveByHand(String channel) {
        heard(slack.administration().unarchive(AcmeWorkspace.ALICE, channel));
    }

    @Override
    public void deleteByHand(String channel) {
        heard(slack.administration().delete(AcmeWorkspace.ALICE, channel));
    }

    @Override
    public void renameByHand(String channel, String name) {
        heard(slack.administration().rename(AcmeWorkspace.ALICE, channel, name));
    }

    @Override
    public void removeApp(String channel) {
        heard(slack.administration().removeApp(AcmeWorkspace.ALICE, channel));
    }

    @Override
    public void inviteApp(String channel) {
        heard(slack.administration().inviteApp(AcmeWorkspace.ALICE, channel));
    }

    private static void heard(List<Delivery> told) {
        if (!told.stream().allMatch(Delivery::accepted)) {
            throw new AssertionError("the app did not take what Slack told it: " + told);
        }
    }

    @Override
    public void forbidChannels(boolean whether) {
        slack.workspace().preferences().keep(Kept.CREATE_PUBLIC, whether);
        slack.workspace().preferences().keep(Kept.CREATE_PRIVATE, whether);
    }

    @Override
    public void forbidArchiving(boolean whether) {
        slack.workspace().preferences().keep(Kept.ARCHIVE, whether);
    }

    @Override
    public boolean isArchived(String channel) {
        return slack.workspace().channel(channel).filter(Channel::isArchived).isPresent();
    }

    @Override
    public boolean isInvited(Person person, String channel) {
        return slack.workspace()
                .channel(channel)
                .filter(where -> where.members().contains(SlackRoom.userId(person)))
                .isPresent();
    }

    @Override
    public void copy(String place, String message, String other) {
        var messages = slack.workspace().channel(place).orElseThrow().messages();
        slack.workspace().channel(other).orElseThrow().messages().put(message, messages.get(message));
    }

    @Override
    public String copyIntoThread(String place, String message, String root) {
        var messages = slack.workspace().channel(place).orElseThrow().messages();
        Message ours = Objects.requireNonNull(messages.get(message));
        String copy = root.substring(0, root.indexOf('.')) + ".999999";
        messages.put(copy, new Message(copy, ours.user(), ours.botId(), ours.appId(), ours.content(), root));
        return copy;
    }

    @Override
    public void takeAway(String place, String message) {
        slack.workspace().channel(place).orElseThrow().messages().remove(message);
    }

    @Override
    public void deactivate(Person person) {
        slack.workspace().deactivate(SlackRoom.userId(person));
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
                    case FROZEN -> new Failure.Refused("cant_update_message");
                    case DOWN -> new Failure.Status(503);
                    case DENIED -> new Failure.RefusedAfter("fatal_error");
                };
        slack.failures().next(method(doing), times, failure);
    }

    @Override
    public void answer(String call, int status, String body) {
        slack.failures().next(call, 1, new Failure.Answered(status, body));
    }

    @Override
    public String refusal(String words) {
        return JsonWriter.string(JsonObject.builder()
                .value("ok", false)
                .value("error", "invalid_arguments")
                .value("needed", words)
                .value("provided", words)
                .object("response_metadata")
                .array("messages", List.of(words))
                .end()
                .done());
    }

    @Override
    public void failNoMore() {
        slack.failures().clear();
    }

    @Override
    public Set<String> planned() {
        return slack.failures().planned().keySet();
    }

    @Override
    public int count(Doing doing) {
        return slack.calls(method(doing)).size();
    }

    private static String method(Doing doing) {
        return switch (doing) {
            case CREATE_CHANNEL -> "conversations.create";
            case POST_CARD, SAY_LINE -> "chat.postMessage";
            case UPDATE_CARD -> "chat.update";
            case DESCRIBE -> "conversations.setTopic";
            case BOOKMARK -> "bookmarks.add";
            case INVITE -> "conversations.invite";
            case LOOK_UP -> "users.info";
            case ARCHIVE -> "conversations.archive";
            case UNARCHIVE -> "conversations.unarchive";
            case LOOK_AT_CHANNEL -> "conversations.info";
            case TELL -> "chat.postEphemeral";
            case TELL_DIRECTLY -> "conversations.open";
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
    public List<String> said(String channel) {
        return slack.messages(channel).stream()
                .filter(message -> message.user().equals(AcmeWorkspace.APP.botUser()) && saidAtLeastOnce(message))
                .map(message -> message.content().text())
                .toList();
    }

    @Override
    public List<String> lines(String channel) {
        return slack.messages(channel).stream()
                .filter(SlackBackstage::isLine)
                .map(message -> message.content().text())
                .toList();
    }

    private static boolean isLine(Message message) {
        return message.content().metadata().getString("event_type", "").equals("belay_line");
    }

    private static boolean saidAtLeastOnce(Message message) {
        return message.content().blocks().isEmpty()
                && message.content().metadata().isEmpty();
    }

    @Override
    public List<String> everything() {
        return slack.workspace().atomically(() -> {
            Set<String> lines = new LinkedHashSet<>();
            slack.workspace().channels().stream()
                    .filter(channel -> !channel.isDirect())
                    .forEach(channel -> describe(channel, lines));
            return List.copyOf(lines);
        });
    }

    private static void describe(Channel channel, Set<String> lines) {
        lines.add("channel " + channel.name() + " | private " + channel.isPrivate() + " | " + channel.topic() + " | "
                + channel.purpose() + " | "
                + channel.members().stream().sorted().toList() + " | pins "
                + channel.pins().size()
                + " | bookmarks " + channel.bookmarks().size() + (channel.isArchived() ? " | archived" : ""));
        channel.messages().values().stream()
                .filter(message -> !isLine(message))
                .map(SlackBackstage::described)
                .forEach(lines::add);
        EndState.byWhatDoesNotVary(channel.messages().values().stream()
                        .filter(SlackBackstage::isLine)
                        .map(SlackBackstage::described))
                .forEach(lines::add);
    }

    private static String described(Message message) {
        boolean saidOnce = saidAtLeastOnce(message);
        return "  message " + (saidOnce ? "" : message.ts() + " ") + message.user() + " "
                + message.content().text() + " "
                + JsonWriter.string(message.content().blocks()) + " "
                + JsonWriter.string(message.content().metadata());
    }
}
