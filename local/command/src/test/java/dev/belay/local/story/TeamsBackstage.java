package dev.belay.local.story;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonWriter;
import dev.belay.local.room.Person;
import dev.belay.local.room.TeamsRoom;
import dev.belay.simulator.teams.AcmeTeams;
import dev.belay.simulator.teams.SimulatedTeams;
import dev.belay.simulator.teams.app.Delivery;
import dev.belay.simulator.teams.call.ApiCall;
import dev.belay.simulator.teams.limit.Failure;
import dev.belay.simulator.teams.tenant.Channel;
import dev.belay.simulator.teams.tenant.Message;
import dev.belay.simulator.teams.tenant.Tenant;
import dev.belay.simulator.teams.tenant.Timeline;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Teams behind its stage. */
record TeamsBackstage(SimulatedTeams teams) implements Backstage {
    /** In the id of a message of lines. */
    private static final String LINE = "belay-line-";

    @Override
    public String createdByAlice(String name) {
        return teams.administration()
                .create(AcmeTeams.ALICE, AcmeTeams.TEAM, name)
                .id();
    }

    /** No event tells of it. */
    @Override
    public void archiveByHand(String channel) {
        teams.administration().archive(channel, true);
    }

    @Override
    public void unarchiveByHand(String channel) {
        teams.administration().archive(channel, false);
    }

    @Override
    public void deleteByHand(String channel) {
        heard(List.of(teams.administration().delete(AcmeTeams.ALICE, channel)));
    }

    @Override
    public void renameByHand(String channel, String name) {
        heard(List.of(teams.administration().rename(AcmeTeams.ALICE, channel, name)));
    }

    @Override
    public void removeApp(String channel) {
        heard(teams.administration()
                .remove(AcmeTeams.ALICE, teams.channel(channel).team().id()));
    }

    @Override
    public void inviteApp(String channel) {
        heard(teams.administration()
                .install(AcmeTeams.ALICE, teams.channel(channel).team().id()));
    }

    private static void heard(List<Delivery> told) {
        if (!told.stream().allMatch(Delivery::accepted)) {
            throw new AssertionError("the app did not take what Teams told it: " + told);
        }
    }

    @Override
    public void forbidChannels(boolean whether) {
        grant("Channel.Create.Group", !whether);
    }

    @Override
    public void forbidArchiving(boolean whether) {
        grant(AcmeTeams.ARCHIVING, !whether);
    }

    private void grant(String permission, boolean whether) {
        if (whether) {
            teams.tenant().grant(permission);
        } else {
            teams.tenant().revoke(permission);
        }
    }

    @Override
    public boolean isArchived(String channel) {
        return teams.tenant().atomically(() -> teams.channel(channel).isArchived());
    }

    @Override
    public boolean isInvited(Person person, String channel) {
        String name =
                teams.tenant().person(TeamsRoom.userId(person)).orElseThrow().name();
        return teams.messages(channel).stream()
                .map(message -> message.text() + JsonWriter.string(message.cards()))
                .anyMatch(text -> text.contains("<at>" + name + "<"));
    }

    @Override
    public void copy(String place, String message, String other) {
        teams.tenant().atomically(() -> {
            Timeline timeline = teams.channel(place).timeline();
            teams.channel(other).timeline().put(timeline.message(message).orElseThrow());
            return timeline;
        });
    }

    @Override
    public String copyIntoThread(String place, String message, String root) {
        return teams.tenant().atomically(() -> {
            Timeline timeline = teams.channel(place).timeline();
            Message ours = timeline.message(message).orElseThrow();
            String copy = root + "9";
            timeline.put(new Message(
                    copy,
                    root,
                    ours.author(),
                    ours.activity(),
                    ours.created(),
                    Optional.empty(),
                    false,
                    Optional.empty()));
            return copy;
        });
    }

    @Override
    public void takeAway(String place, String message) {
        Tenant tenant = teams.tenant();
        tenant.atomically(() -> {
            Timeline timeline = teams.channel(place).timeline();
            timeline.put(
                    timeline.message(message).orElseThrow().gone(tenant.clock().instant()));
            return timeline;
        });
    }

    @Override
    public void deactivate(Person person) {
        teams.tenant().deactivate(TeamsRoom.userId(person));
    }

    @Override
    public void signIn(boolean works) {
        teams.credentials().inTenant(works);
        if (!works) {
            teams.accessTokens().revoke();
        }
    }

    @Override
    public void fail(Doing doing, int times, Trouble how) {
        Failure failure =
                switch (how) {
                    case LIMITED -> new Failure.RateLimited(40);
                    case REFUSED -> Failure.error(403, "Forbidden");
                    case FROZEN -> Failure.error(400, "BadArgument");
                    case DOWN -> Failure.error(503, "ServiceUnavailable");
                    case DENIED -> new Failure.AnsweredAfter(502, "");
                };
        teams.failures().next(operation(doing), times, failure);
    }

    @Override
    public void answer(String call, int status, String body) {
        teams.failures().next(call, 1, new Failure.Answered(status, body));
    }

    @Override
    public String refusal(String words) {
        return JsonWriter.string(JsonObject.builder()
                .object("error")
                .value("code", "Forbidden")
                .value("message", words)
                .object("innerError")
                .value("code", words)
                .value("message", words)
                .end()
                .end()
                .done());
    }

    @Override
    public void failNoMore() {
        teams.failures().clear();
    }

    @Override
    public Set<String> planned() {
        return teams.failures().planned().keySet();
    }

    /** Cards and invitations are both begun as conversations. */
    @Override
    public int count(Doing doing) {
        return switch (doing) {
            case POST_CARD -> begun("\"application/vnd.microsoft.card.adaptive\"");
            case TELL ->
                (int) teams.calls(operation(doing)).stream()
                        .filter(call -> !call.body().contains(LINE))
                        .count();
            case INVITE -> begun("\"mention\"");
            default -> teams.calls(operation(doing)).size();
        };
    }

    private int begun(String with) {
        return (int) teams.calls("connector.createConversation").stream()
                .map(call -> call.body().replace("\\", ""))
                .filter(body -> body.contains(with) && !body.contains(LINE))
                .count();
    }

    private static String operation(Doing doing) {
        return switch (doing) {
            case CREATE_CHANNEL -> "graph.createChannel";
            case POST_CARD -> "connector.createConversation";
            case UPDATE_CARD -> "connector.updateActivity";
            case ARCHIVE -> "graph.archiveChannel";
            case UNARCHIVE -> "graph.unarchiveChannel";
            case LOOK_AT_CHANNEL -> "graph.getChannel";
            case DESCRIBE -> "graph.updateChannel";
            case BOOKMARK -> "graph.createTab";
            case INVITE, LOOK_UP -> "connector.getConversationMember";
            case TELL, SAY_LINE -> "connector.sendToConversation";
            case TELL_DIRECTLY -> "connector.createConversation";
        };
    }

    @Override
    public List<String> calls() {
        return teams.calls().stream()
                .map(ApiCall::operation)
                .filter(operation -> !operation.startsWith("login."))
                .toList();
    }

    @Override
    public void forgetCalls() {
        teams.forgetCalls();
    }

    @Override
    public List<String> said(String channel) {
        return teams.messages(channel).stream()
                .filter(message -> message.byBot() && message.cards().isEmpty() && !message.deleted())
                .map(Message::text)
                .toList();
    }

    @Override
    public List<String> lines(String channel) {
        return teams.messages(channel).stream()
                .flatMap(message -> message.cards().stream())
                .filter(card -> JsonWriter.string(card).contains(LINE))
                .map(card -> objects(card.getArray("body")).stream()
                        .filter(block -> block.has("inlines"))
                        .map(block -> objects(block.getArray("inlines")).stream()
                                .map(run -> run.getString("text", ""))
                                .collect(Collectors.joining()))
                        .collect(Collectors.joining("\n")))
                .toList();
    }

    private static List<JsonObject> objects(JsonArray array) {
        return array.stream().map(JsonObject.class::cast).toList();
    }

    @Override
    public List<String> everything() {
        return teams.tenant().atomically(() -> {
            Set<String> lines = new LinkedHashSet<>();
            teams.tenant().teams().stream()
                    .flatMap(team -> team.counted().stream())
                    .forEach(channel -> describe(channel, lines));
            return List.copyOf(lines);
        });
    }

    private static void describe(Channel channel, Set<String> lines) {
        lines.add("channel " + channel.name() + " | " + channel.description() + " | tabs "
                + channel.tabs().stream()
                        .map(tab -> tab.displayName() + " " + tab.entityId())
                        .toList()
                + (channel.isArchived() ? " | archived" : "")
                + (channel.isDeleted() ? " | deleted" : ""));
        channel.timeline().open().stream()
                .filter(message -> !isLine(message))
                .map(message -> described(channel, message))
                .forEach(lines::add);
        EndState.byWhatDoesNotVary(channel.timeline().open().stream()
                        .filter(TeamsBackstage::isLine)
                        .map(message -> described(channel, message)))
                .forEach(lines::add);
    }

    private static boolean isLine(Message message) {
        return JsonWriter.string(message.cards()).contains(LINE);
    }

    private static String described(Channel channel, Message message) {
        boolean saidOnce =
                channel.id().equals(AcmeTeams.SUPPORT) && message.cards().isEmpty();
        return "  message " + (saidOnce ? "" : message.id() + " ") + message.author() + " " + message.isReply() + " "
                + message.text() + " " + JsonWriter.string(message.cards());
    }
}
