package dev.belay.slack;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import dev.belay.chat.Channel;
import dev.belay.chat.ChatUser;
import dev.belay.chat.Member;
import dev.belay.chat.Platform;
import dev.belay.platform.ChatContract;
import dev.belay.platform.ChatPlatform;
import dev.belay.platform.ChatStage;
import dev.belay.ratelimit.InMemoryRateLimitStore;
import dev.belay.settings.ChatSettings;
import dev.belay.simulator.http.Faults;
import dev.belay.simulator.slack.AcmeWorkspace;
import dev.belay.simulator.slack.SimulatedSlack;
import dev.belay.simulator.slack.call.ApiCall;
import dev.belay.simulator.slack.limit.Failure;
import dev.belay.simulator.slack.workspace.Content;
import dev.belay.simulator.slack.workspace.Message;
import dev.belay.simulator.slack.workspace.Preferences.Kept;
import dev.belay.simulator.slack.workspace.PrivateMessage;
import dev.belay.slack.call.SlackClient;
import dev.belay.slack.call.SlackTokens;
import dev.belay.time.MovedClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A simulated Slack with our app in it, and what its people see there. */
final class SlackStage implements ChatStage, AutoCloseable {
    private static final Pattern MENTION = Pattern.compile("<[@!#]([^>]*)>");
    final MovedClock clock = MovedClock.at(ChatContract.OPENING);
    final InMemoryRateLimitStore limits = new InMemoryRateLimitStore(clock);
    final SimulatedSlack slack = SimulatedSlack.start(0, new Faults(), clock);
    final List<String> counted = new ArrayList<>();
    final List<String> refusals = new ArrayList<>();
    Optional<String> token = Optional.of(AcmeWorkspace.APP.botToken());
    Optional<String> kept = token;
    final ChatPlatform chat = chat(Set.of(AcmeWorkspace.TEAM), Optional.empty());

    /** Our adapter, with these workspaces and this organization. */
    ChatPlatform chat(Set<String> workspaces, Optional<String> organization) {
        ChatSettings settings = new ChatSettings(Platform.SLACK, AcmeWorkspace.APP.id(), workspaces, organization);
        return SlackPlatform.of(
                new SlackClient(slack.apiUrl(), clock),
                tokens(),
                settings,
                limits,
                (metric, kind) -> counted.add(metric.id() + " " + kind),
                clock);
    }

    SlackTokens tokens() {
        return new SlackTokens() {
            @Override
            public Optional<String> token(String workspace) {
                return token.filter(_ -> workspace.equals(AcmeWorkspace.TEAM));
            }

            @Override
            public Optional<String> reread(String workspace) {
                token = kept;
                return token(workspace);
            }

            @Override
            public void refused(String workspace, String said) {
                refusals.add(workspace + " " + said);
            }
        };
    }

    void failNext(String method, Failure failure) {
        slack.failures().next(method, 1, failure);
    }

    /** The answers to the app's calls of a method, in order. */
    List<String> outcomes(String method) {
        return slack.calls(method).stream().map(ApiCall::outcome).toList();
    }

    ChatUser user(String id) {
        return new ChatUser(Platform.SLACK, AcmeWorkspace.TEAM, id);
    }

    @Override
    public String workspace() {
        return AcmeWorkspace.TEAM;
    }

    @Override
    public Channel shared() {
        return new Channel(Platform.SLACK, AcmeWorkspace.TEAM, Optional.empty(), AcmeWorkspace.SUPPORT, "support");
    }

    @Override
    public Instant now() {
        return clock.instant();
    }

    @Override
    public void pass(Duration time) {
        clock.advance(time);
    }

    @Override
    public ChatUser person(Member.Standing standing) {
        return user(
                switch (standing) {
                    case FULL -> AcmeWorkspace.ALICE;
                    case GUEST -> AcmeWorkspace.GUEST;
                    case DEACTIVATED -> AcmeWorkspace.DEACTIVATED;
                    case BOT -> AcmeWorkspace.OTHER_BOT;
                    case STRANGER -> AcmeWorkspace.STRANGER;
                });
    }

    @Override
    public ChatUser outsider() {
        return user(AcmeWorkspace.DEACTIVATED);
    }

    @Override
    public String group(List<ChatUser> people) {
        slack.workspace()
                .userGroup("S01GROUP", people.stream().map(ChatUser::id).toList());
        return "S01GROUP";
    }

    @Override
    public ChatUser bystander() {
        return user(AcmeWorkspace.BOB);
    }

    @Override
    public void makeForeignChannel(String name) {
        slack.workspace()
                .createChannel(name, AcmeWorkspace.BOB, false)
                .members()
                .add(AcmeWorkspace.APP.botUser());
    }

    @Override
    public void imitate(Channel channel, String marker) {
        JsonObject payload = new JsonObject();
        payload.put("marker", marker);
        payload.put("generation", 3);
        JsonObject metadata = new JsonObject();
        metadata.put("event_type", "belay_card");
        metadata.put("event_payload", payload);
        Content content = new Content("INC0010023", new JsonArray(), metadata);
        see(channel, there -> {
            String ts = slack.workspace().identifiers().timestamp();
            return there.messages()
                    .put(ts, new Message(ts, AcmeWorkspace.OTHER_BOT, "B01ROBOT", "A01ROBOT", content, ""));
        });
    }

    @Override
    public void loseNextCreation(boolean afterDone) {
        failNext("conversations.create", lost(afterDone));
    }

    @Override
    public void loseNextPost(boolean afterDone) {
        failNext("chat.postMessage", lost(afterDone));
    }

    private static Failure lost(boolean afterDone) {
        return afterDone ? new Failure.DroppedAfter() : new Failure.DroppedBefore();
    }

    @Override
    public void loseNextLine(boolean afterDone) {
        loseNextPost(afterDone);
    }

    @Override
    public List<String> said(Channel channel, Optional<String> thread) {
        return lines(channel)
                .filter(message -> message.thread().equals(thread.orElse("")))
                .map(message -> MENTION.matcher(message.content().text()).replaceAll(found -> name(found.group(1))))
                .toList();
    }

    @Override
    public Set<String> mentioned(Channel channel) {
        return lines(channel)
                .flatMap(message -> MENTION.matcher(message.content().text()).results())
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
    }

    private Stream<Message> lines(Channel channel) {
        return slack.messages(channel.id()).stream()
                .filter(message -> message.botId().equals(AcmeWorkspace.APP.botId()))
                .filter(message -> event(message).equals("belay_line"));
    }

    private static String name(String user) {
        return "@" + user;
    }

    @Override
    public void limitNextMember(Duration wait) {
        failNext("users.info", new Failure.RateLimited((int) wait.toSeconds()));
    }

    @Override
    public int calls() {
        return slack.calls().size();
    }

    @Override
    public int channelsNamed(String name) {
        return slack.workspace().atomically(() -> (int) slack.workspace().channels().stream()
                .filter(channel -> channel.name().equals(name))
                .count());
    }

    @Override
    public List<ShownCard> cards(Channel channel) {
        return slack.messages(channel.id()).stream()
                .filter(message -> message.botId().equals(AcmeWorkspace.APP.botId()))
                .filter(message -> event(message).equals("belay_card"))
                .map(SlackStage::shown)
                .toList();
    }

    private static String event(Message message) {
        return message.content().metadata().getString("event_type", "");
    }

    private static ShownCard shown(Message message) {
        List<JsonObject> blocks = objects(message.content().blocks());
        List<String> words = new ArrayList<>();
        blocks.forEach(block -> words.add(text(block.getObject("text", new JsonObject()))));
        blocks.stream()
                .flatMap(block -> objects(block.getArray("fields", new JsonArray())).stream())
                .forEach(field -> words.add(text(field)));
        List<String> buttons = blocks.stream()
                .filter(block -> "actions".equals(block.getString("type")))
                .flatMap(block -> objects(block.getArray("elements")).stream())
                .map(button -> button.getString("action_id", ""))
                .toList();
        return new ShownCard(message.ts(), String.join("\n", words), buttons);
    }

    private static String text(JsonObject text) {
        return text.getString("text", "");
    }

    private static List<JsonObject> objects(JsonArray array) {
        return array.stream().map(JsonObject.class::cast).toList();
    }

    @Override
    public void deleteMessage(Channel channel, String message) {
        var _ = see(channel, there -> there.messages().remove(message)).orElseThrow();
    }

    @Override
    public void closeChannel(Channel channel) {
        see(channel, there -> {
            slack.workspace().archive(there);
            return there;
        });
    }

    @Override
    public void describeByHand(Channel channel, String words) {
        see(channel, there -> {
            there.describe(new dev.belay.simulator.slack.workspace.Channel.Words(words, AcmeWorkspace.BOB, 0));
            return there;
        });
    }

    @Override
    public void makeOutsideChannel(String name) {
        slack.workspace().createChannel(name, AcmeWorkspace.BOB, false).shareWith(AcmeWorkspace.CONNECTED_TEAM);
    }

    @Override
    public void archiveByHand(Channel channel) {
        closeChannel(channel);
    }

    @Override
    public void unarchiveByHand(Channel channel) {
        slack.administration().unarchive(AcmeWorkspace.ALICE, channel.id());
    }

    @Override
    public void deleteByHand(Channel channel) {
        slack.administration().delete(AcmeWorkspace.ALICE, channel.id());
    }

    @Override
    public void renameByHand(Channel channel, String name) {
        slack.administration().rename(AcmeWorkspace.ALICE, channel.id(), name);
    }

    @Override
    public void removeApp(Channel channel) {
        slack.administration().removeApp(AcmeWorkspace.ALICE, channel.id());
    }

    @Override
    public void inviteApp(Channel channel) {
        slack.administration().inviteApp(AcmeWorkspace.ALICE, channel.id());
    }

    @Override
    public void forbidArchiving() {
        slack.workspace().preferences().keep(Kept.ARCHIVE, true);
    }

    @Override
    public boolean isArchived(Channel channel) {
        return see(channel, dev.belay.simulator.slack.workspace.Channel::isArchived)
                .orElseThrow();
    }

    @Override
    public List<String> privately(ChatUser person) {
        return slack.ephemerals(person.id()).stream().map(PrivateMessage::text).toList();
    }

    @Override
    public List<String> directly(ChatUser person) {
        return slack.directMessages(person.id()).stream()
                .map(PrivateMessage::text)
                .toList();
    }

    @Override
    public void refuseDirectly() {
        slack.workspace()
                .botScopes(AcmeWorkspace.BOT_SCOPES.stream()
                        .filter(scope -> !scope.equals("im:write"))
                        .toList());
    }

    @Override
    public String description(Channel channel) {
        return topic(channel) + "\n" + purpose(channel);
    }

    @Override
    public boolean isPrivate(Channel channel) {
        return see(channel, dev.belay.simulator.slack.workspace.Channel::isPrivate)
                .orElseThrow();
    }

    @Override
    public List<String> sentences(Channel channel) {
        return slack.messages(channel.id()).stream()
                .filter(message -> message.botId().equals(AcmeWorkspace.APP.botId()))
                .filter(message -> message.content().metadata().isEmpty())
                .map(message -> message.content().text())
                .toList();
    }

    String topic(Channel channel) {
        return see(channel, dev.belay.simulator.slack.workspace.Channel::topic).orElseThrow();
    }

    String purpose(Channel channel) {
        return see(channel, dev.belay.simulator.slack.workspace.Channel::purpose)
                .orElseThrow();
    }

    @Override
    public List<String> bookmarks(Channel channel) {
        return see(channel, there -> there.bookmarks().stream()
                        .map(bookmark -> bookmark.link())
                        .toList())
                .orElseThrow();
    }

    List<String> bookmarkTitles(Channel channel) {
        return see(channel, there -> there.bookmarks().stream()
                        .map(bookmark -> bookmark.title())
                        .toList())
                .orElseThrow();
    }

    List<String> pins(Channel channel) {
        return see(channel, there -> List.copyOf(there.pins().keySet())).orElseThrow();
    }

    @Override
    public Set<String> members(Channel channel) {
        return see(channel, there -> Set.copyOf(there.members())).orElseThrow();
    }

    private <T> Optional<T> see(Channel channel, Function<dev.belay.simulator.slack.workspace.Channel, T> what) {
        return slack.workspace()
                .atomically(() -> slack.workspace().channel(channel.id()).map(what));
    }

    @Override
    public void close() {
        slack.close();
    }
}
