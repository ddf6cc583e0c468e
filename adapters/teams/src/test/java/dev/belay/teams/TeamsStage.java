package dev.belay.teams;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import dev.belay.chat.Channel;
import dev.belay.chat.ChatUser;
import dev.belay.chat.Member;
import dev.belay.chat.Platform;
import dev.belay.chat.ReplyAddress;
import dev.belay.file.Files;
import dev.belay.platform.ChatContract;
import dev.belay.platform.ChatPlatform;
import dev.belay.platform.ChatStage;
import dev.belay.ratelimit.InMemoryRateLimitStore;
import dev.belay.settings.ChatSettings;
import dev.belay.simulator.http.Faults;
import dev.belay.simulator.teams.AcmeTeams;
import dev.belay.simulator.teams.SimulatedTeams;
import dev.belay.simulator.teams.call.ApiCall;
import dev.belay.simulator.teams.limit.Failure;
import dev.belay.simulator.teams.tenant.Channel.Kind;
import dev.belay.simulator.teams.tenant.Message;
import dev.belay.simulator.teams.tenant.Tab;
import dev.belay.simulator.teams.tenant.Team;
import dev.belay.team.InMemoryInstallations;
import dev.belay.team.Installation;
import dev.belay.teams.call.Credential;
import dev.belay.teams.call.Credentials;
import dev.belay.teams.endpoint.TeamsSettings;
import dev.belay.teams.message.Activities;
import dev.belay.time.MovedClock;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A simulated Teams with our app in it, and what its people see there. */
public final class TeamsStage implements ChatStage, AutoCloseable {
    public final MovedClock clock;
    final InMemoryRateLimitStore limits;
    public final SimulatedTeams teams;
    final InMemoryInstallations installations = new InMemoryInstallations();
    final List<String> counted = new ArrayList<>();
    final List<String> refusals = new ArrayList<>();
    Credential credential = new Credential.Secret(AcmeTeams.APP.secret());
    Credential kept = credential;
    private Optional<String> catalogApp = Optional.of(AcmeTeams.APP.catalogId());
    private boolean addsMembers;
    public ChatPlatform chat;

    public TeamsStage() {
        this(ChatContract.OPENING);
    }

    public TeamsStage(Instant start) {
        clock = MovedClock.at(start);
        limits = new InMemoryRateLimitStore(clock);
        teams = SimulatedTeams.start(0, new Faults(), new RunningClock(clock));
        install(AcmeTeams.TEAM, AcmeTeams.GENERAL, teams.connectorUrl());
        install(AcmeTeams.OVERFLOW_TEAM, AcmeTeams.OVERFLOW_GENERAL, teams.connectorUrl());
        chat = platform();
    }

    /** The settings no longer name our app in the catalog. */
    void withoutCatalogApp() {
        catalogApp = Optional.empty();
        chat = platform();
    }

    /** The settings let us add people to teams, and an administrator granted it. */
    void addingMembers() {
        teams.tenant().grant("TeamMember.ReadWriteNonOwnerRole.All");
        addsMembers = true;
        chat = platform();
    }

    /** The check of what our app proves itself with. */
    TeamsTokenCheck tokenCheck() {
        return new TeamsTokenCheck(
                credentials(),
                new ChatSettings(Platform.TEAMS, AcmeTeams.APP.id(), Set.of(AcmeTeams.TENANT), Optional.empty()),
                services(),
                limits,
                (metric, kind) -> counted.add(metric.id() + " " + kind),
                clock);
    }

    private ChatPlatform platform() {
        return TeamsPlatform.of(
                credentials(),
                new ChatSettings(Platform.TEAMS, AcmeTeams.APP.id(), Set.of(AcmeTeams.TENANT), Optional.empty()),
                services(),
                installations,
                limits,
                (metric, kind) -> counted.add(metric.id() + " " + kind),
                clock);
    }

    /** The files of its conversations. */
    public Files files() {
        return TeamsPlatform.files(
                credentials(),
                new ChatSettings(Platform.TEAMS, AcmeTeams.APP.id(), Set.of(AcmeTeams.TENANT), Optional.empty()),
                services(),
                installations,
                limits,
                (metric, kind) -> counted.add(metric.id() + " " + kind),
                clock);
    }

    /** Our app is said to stand in a team, and what it says there to be taken at an address. */
    void install(String team, String conversation, URI service) {
        installations.put(new Installation(
                Platform.TEAMS, AcmeTeams.TENANT, team, conversation, new ReplyAddress(service.toString())));
    }

    private TeamsSettings services() {
        return new TeamsSettings(
                teams.loginUrl(),
                "https://api.botframework.com/.default",
                "https://graph.microsoft.com/.default",
                URI.create("https://teams.microsoft.com"),
                teams.connectorUrl(),
                Set.of("127.0.0.1"),
                catalogApp,
                teams.graphUrl(),
                addsMembers);
    }

    private Credentials credentials() {
        return new Credentials() {
            @Override
            public Credential current(String tenant) {
                return credential;
            }

            @Override
            public Credential reread(String tenant) {
                credential = kept;
                return credential;
            }

            @Override
            public void refused(String tenant, String said) {
                refusals.add(tenant + " " + said);
            }
        };
    }

    public void failNext(String operation, Failure failure) {
        teams.failures().next(operation, 1, failure);
    }

    /** The answers to the app's calls of an operation, in order. */
    List<String> outcomes(String operation) {
        return teams.calls(operation).stream().map(ApiCall::outcome).toList();
    }

    public ChatUser user(String id) {
        return new ChatUser(Platform.TEAMS, AcmeTeams.TENANT, id);
    }

    void changeTeam(String id, Consumer<Team> change) {
        Team team = teams.tenant().team(id).orElseThrow();
        teams.tenant().atomically(() -> {
            change.accept(team);
            return team;
        });
    }

    /** An owner of the team deletes the channel. */
    @Override
    public void closeChannel(Channel channel) {
        see(channel, there -> {
            there.delete(now());
            return there;
        });
    }

    @Override
    public String workspace() {
        return AcmeTeams.TENANT;
    }

    @Override
    public Channel shared() {
        return new Channel(Platform.TEAMS, AcmeTeams.TENANT, Optional.of(AcmeTeams.TEAM), AcmeTeams.SUPPORT, "support");
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
                    case FULL -> AcmeTeams.ALICE;
                    case GUEST -> AcmeTeams.GUEST;
                    case DEACTIVATED -> AcmeTeams.DEACTIVATED;
                    case BOT -> AcmeTeams.OTHER_BOT;
                    case STRANGER -> AcmeTeams.STRANGER;
                });
    }

    /** They are in the tenant, and not in the team. */
    @Override
    public ChatUser outsider() {
        changeTeam(AcmeTeams.TEAM, team -> team.members().remove(AcmeTeams.ERIN));
        return user(AcmeTeams.ERIN);
    }

    @Override
    public String group(List<ChatUser> people) {
        teams.tenant().grant("TeamworkTag.Read.All");
        Set<String> ids = people.stream().map(ChatUser::id).collect(Collectors.toSet());
        changeTeam(AcmeTeams.TEAM, team -> team.tag("N2YzYzJjMWUjI2RiYQ==", ids));
        return "N2YzYzJjMWUjI2RiYQ==";
    }

    @Override
    public ChatUser bystander() {
        return user(AcmeTeams.BOB);
    }

    @Override
    public void makeForeignChannel(String name) {
        changeTeam(AcmeTeams.TEAM, team -> team.create(name, "", Kind.STANDARD));
    }

    @Override
    public void imitate(Channel channel, String marker) {
        JsonObject title = JsonObject.builder()
                .value("type", "TextBlock")
                .value("id", "belay-" + marker + "-3")
                .value("text", "INC0010023")
                .done();
        JsonObject card = JsonObject.builder()
                .value("type", "AdaptiveCard")
                .value("body", JsonArray.from(title))
                .done();
        JsonObject activity = Activities.card(card, "INC0010023");
        see(channel, there -> {
            String id = teams.tenant().identifiers().message();
            there.timeline()
                    .put(new Message(
                            id, id, AcmeTeams.OTHER_BOT, activity, now(), Optional.empty(), false, Optional.empty()));
            return id;
        });
    }

    @Override
    public void loseNextCreation(boolean afterDone) {
        failNext("graph.createChannel", lost(afterDone));
    }

    @Override
    public void loseNextPost(boolean afterDone) {
        failNext("connector.createConversation", lost(afterDone));
    }

    private static Failure lost(boolean afterDone) {
        return afterDone ? new Failure.DroppedAfter() : new Failure.DroppedBefore();
    }

    /** It may be the first message of a thread, or an answer in one. */
    @Override
    public void loseNextLine(boolean afterDone) {
        failNext("connector.createConversation", lost(afterDone));
        failNext("connector.sendToConversation", lost(afterDone));
    }

    @Override
    public List<String> said(Channel channel, Optional<String> thread) {
        return ours(channel)
                .filter(TeamsStage::isLine)
                .filter(message -> thread.map(message.root()::equals)
                        .orElseGet(() -> message.root().equals(message.id())))
                .map(message -> objects(message.cards().getFirst().getArray("body")).stream()
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
    public Set<String> mentioned(Channel channel) {
        return ours(channel)
                .filter(TeamsStage::isLine)
                .flatMap(message -> message.cards().stream())
                .flatMap(card -> objects(card.getObject("msteams").getArray("entities", new JsonArray())).stream())
                .map(entity -> entity.getObject("mentioned").getString("id", ""))
                .map(id -> teams.tenant().person(id).orElseThrow().id())
                .collect(Collectors.toSet());
    }

    @Override
    public void limitNextMember(Duration wait) {
        failNext("connector.getConversationMember", new Failure.RateLimited((int) wait.toSeconds()));
    }

    @Override
    public int calls() {
        return teams.calls().size();
    }

    @Override
    public int channelsNamed(String name) {
        return teams.tenant().atomically(() -> (int) teams.tenant().teams().stream()
                .flatMap(team -> team.channels().stream())
                .filter(channel -> channel.name().equals(name))
                .count());
    }

    @Override
    public List<ShownCard> cards(Channel channel) {
        return ours(channel)
                .filter(message -> !message.cards().isEmpty() && !isLine(message))
                .map(message -> new ShownCard(
                        message.id(),
                        String.join("\n", words(message)),
                        each(message, "verb").toList()))
                .toList();
    }

    private static boolean isLine(Message message) {
        return each(message, "id").anyMatch(id -> id.startsWith("belay-line-"));
    }

    private Stream<Message> ours(Channel channel) {
        return teams.messages(channel.id()).stream()
                .filter(message -> message.author().equals(AcmeTeams.APP.mri()));
    }

    /** What stands under a name anywhere in the cards of a message. */
    private static Stream<String> each(Message message, String name) {
        return message.cards().stream().flatMap(card -> within(card, name));
    }

    private static Stream<String> within(Object json, String name) {
        return switch (json) {
            case JsonArray array -> array.stream().filter(Objects::nonNull).flatMap(part -> within(part, name));
            case JsonObject object ->
                Stream.concat(
                        Stream.ofNullable(object.getString(name)),
                        object.values().stream().filter(Objects::nonNull).flatMap(part -> within(part, name)));
            default -> Stream.empty();
        };
    }

    private static List<String> words(Message message) {
        return Stream.concat(Stream.of(message.text()), each(message, "text")).toList();
    }

    @Override
    public void deleteMessage(Channel channel, String message) {
        see(channel, there -> {
            Message gone = there.timeline().message(message).orElseThrow().gone(now());
            there.timeline().put(gone);
            return gone;
        });
    }

    @Override
    public void describeByHand(Channel channel, String words) {
        see(channel, there -> {
            there.describe(words);
            return there;
        });
    }

    @Override
    public void makeOutsideChannel(String name) {
        changeTeam(AcmeTeams.TEAM, team -> team.create(name, "", dev.belay.simulator.teams.tenant.Channel.Kind.SHARED));
    }

    @Override
    public void archiveByHand(Channel channel) {
        teams.administration().archive(channel.id(), true);
    }

    @Override
    public void unarchiveByHand(Channel channel) {
        teams.administration().archive(channel.id(), false);
    }

    @Override
    public void deleteByHand(Channel channel) {
        closeChannel(channel);
    }

    @Override
    public void renameByHand(Channel channel, String name) {
        see(channel, there -> {
            there.rename(name);
            return there;
        });
    }

    /** An administrator's permission goes on showing the channels of the team. */
    @Override
    public void removeApp(Channel channel) {
        changeTeam(AcmeTeams.TEAM, team -> team.install(false));
    }

    @Override
    public void inviteApp(Channel channel) {
        changeTeam(AcmeTeams.TEAM, team -> team.install(true));
    }

    @Override
    public void forbidArchiving() {
        teams.tenant().revoke(AcmeTeams.ARCHIVING);
    }

    @Override
    public boolean isArchived(Channel channel) {
        return see(channel, dev.belay.simulator.teams.tenant.Channel::isArchived);
    }

    @Override
    public List<String> privately(ChatUser person) {
        return Stream.concat(teams.targeted(person.id()).stream(), teams.direct(person.id()).stream())
                .map(message -> String.join("\n", words(message)))
                .toList();
    }

    @Override
    public List<String> directly(ChatUser person) {
        return teams.direct(person.id()).stream()
                .map(message -> String.join("\n", words(message)))
                .toList();
    }

    @Override
    public void refuseDirectly() {
        List.of(AcmeTeams.ALICE, AcmeTeams.BOB).forEach(person -> teams.tenant().personalApp(person, false));
    }

    @Override
    public String description(Channel channel) {
        return see(channel, dev.belay.simulator.teams.tenant.Channel::description);
    }

    @Override
    public boolean isPrivate(Channel channel) {
        return see(channel, there -> there.kind() == Kind.PRIVATE);
    }

    @Override
    public List<String> sentences(Channel channel) {
        return ours(channel)
                .filter(message -> message.cards().isEmpty())
                .map(Message::text)
                .toList();
    }

    List<Tab> tabs(Channel channel) {
        return see(channel, there -> List.copyOf(there.tabs()));
    }

    @Override
    public List<String> bookmarks(Channel channel) {
        return tabs(channel).stream().map(Tab::websiteUrl).toList();
    }

    @Override
    public Set<String> members(Channel channel) {
        return see(channel, there -> {
            Set<String> members = new HashSet<>(there.members());
            if (there.team().hasApp()) {
                members.add(AcmeTeams.APP.mri());
            }
            return members;
        });
    }

    private <T> T see(Channel channel, Function<dev.belay.simulator.teams.tenant.Channel, T> what) {
        return teams.tenant().atomically(() -> what.apply(teams.channel(channel.id())));
    }

    @Override
    public void close() {
        teams.close();
    }
}
