package dev.belay.simulator.slack.workspace;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** One Slack workspace with one app installed. All that reads or changes it does so inside {@link #atomically}. */
public final class Workspace {
    private final ReentrantLock lock = new ReentrantLock();
    private final String id;
    private final String domain;
    private final SlackApp app;
    private final Clock clock;
    private final Identifiers identifiers;
    private final Map<String, Person> people = new LinkedHashMap<>();
    private final Map<String, List<String>> userGroups = new LinkedHashMap<>();
    private final Map<String, Channel> channels = new LinkedHashMap<>();
    private final Map<String, Grant> grants = new LinkedHashMap<>();
    private final List<PrivateMessage> privateMessages = new ArrayList<>();
    private final Annals annals = new Annals(this);
    private final TokenRotation rotation = new TokenRotation(this);
    private final Preferences preferences = new Preferences();
    private final News news = new News(this);
    private final WorkspaceFiles files = new WorkspaceFiles(this);

    /** A workspace with nobody in it but the app's bot. */
    public Workspace(String id, String domain, SlackApp app, List<String> botScopes, Clock clock) {
        this.id = id;
        this.domain = domain;
        this.app = app;
        this.clock = clock;
        this.identifiers = new Identifiers(clock);
        people.put(app.botUser(), Person.of(Person.Kind.BOT, id, app.botUser(), app.name(), app.name(), ""));
        grants.put(app.botToken(), new Grant(app.botUser(), true, botScopes, Grant.Standing.VALID));
    }

    public String id() {
        return id;
    }

    public String domain() {
        return domain;
    }

    public SlackApp app() {
        return app;
    }

    public Clock clock() {
        return clock;
    }

    public Identifiers identifiers() {
        return identifiers;
    }

    /** Does something while nobody else reads or changes the workspace. */
    public <T> T atomically(Supplier<T> what) {
        lock.lock();
        try {
            return what.get();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Adds a person, or changes the one of that id. Each but a bot has a token of their own; that of somebody of a connected workspace
     * stands for what they read by way of theirs: the channels that they are in.
     */
    public Workspace add(Person person) {
        return atomically(() -> {
            people.put(person.id(), person);
            Grant.Standing standing = person.deleted() ? Grant.Standing.INACTIVE : Grant.Standing.VALID;
            if (person.kind() != Person.Kind.BOT) {
                grants.put(userToken(person.id()), new Grant(person.id(), false, UserScopes.ALL, standing));
            }
            return this;
        });
    }

    public void deactivate(String user) {
        atomically(() -> add(person(user).orElseThrow().deactivated()));
    }

    /** A person's own token, with which they may read what they see. */
    public String userToken(String user) {
        return "xoxp-" + id + "-" + user;
    }

    public Optional<Grant> grant(String token) {
        return atomically(() -> Optional.ofNullable(grants.get(token)).map(grant -> rotation.now(token, grant)));
    }

    /** The app's bot tokens where they rotate. */
    public TokenRotation rotation() {
        return rotation;
    }

    /** Gives the app's bot one more token, which may do what the first one may; the caller holds the workspace. */
    void grantToBot(String token) {
        Grant first = Objects.requireNonNull(grants.get(app.botToken()), "the app is installed");
        grants.put(token, first.with(Grant.Standing.VALID));
    }

    /** Changes how a token stands; the caller holds the workspace. */
    void restand(String token, Grant.Standing standing) {
        grants.computeIfPresent(token, (same, grant) -> grant.with(standing));
    }

    /** Leaves the app's bot tokens these scopes only. */
    public void botScopes(List<String> scopes) {
        atomically(() -> {
            grants.replaceAll((token, grant) -> grant.byApp() ? grant.with(scopes) : grant);
            return this;
        });
    }

    /** Changes how the app's bot token stands. */
    public void botToken(Grant.Standing standing) {
        atomically(() -> grants.computeIfPresent(app.botToken(), (token, grant) -> grant.with(standing)));
    }

    public Optional<Person> person(String user) {
        return atomically(() -> Optional.ofNullable(people.get(user)));
    }

    public List<Person> people() {
        return atomically(() -> List.copyOf(people.values()));
    }

    /** Makes a user group, or changes who is in it. */
    public void userGroup(String group, List<String> users) {
        atomically(() -> userGroups.put(group, List.copyOf(users)));
    }

    /** Who is in a user group. */
    public Optional<List<String>> userGroup(String group) {
        return atomically(() -> Optional.ofNullable(userGroups.get(group)));
    }

    public Optional<Channel> channel(String channel) {
        return atomically(() -> Optional.ofNullable(channels.get(channel)));
    }

    /** The channels in order of creation; the caller holds the workspace. */
    public Collection<Channel> channels() {
        return channels.values();
    }

    public Optional<Channel> channelNamed(String name) {
        return atomically(() -> channels.values().stream()
                .filter(channel -> channel.name().equals(name))
                .findFirst());
    }

    /** Creates a channel with a new id, whose creator is its first member. */
    public Channel createChannel(String name, String creator, boolean isPrivate) {
        return atomically(() -> createChannel(identifiers.next("C"), name, creator, isPrivate));
    }

    public Channel createChannel(String channel, String name, String creator, boolean isPrivate) {
        return atomically(() -> {
            Channel made = new Channel(channel, name, creator, clock.instant().getEpochSecond(), isPrivate);
            made.members().add(creator);
            channels.put(channel, made);
            annals.made(made);
            return made;
        });
    }

    /** The chat of two users, made where there is none yet (docs.slack.dev/reference/methods/conversations.open). */
    public Channel direct(String user, String other) {
        return atomically(() -> channels.values().stream()
                .filter(Channel::isDirect)
                .filter(chat -> chat.members().equals(Set.of(user, other)))
                .findFirst()
                .orElseGet(() -> openDirect(user, other)));
    }

    private Channel openDirect(String user, String other) {
        String chat = identifiers.next("D");
        Channel made = new Channel(chat, chat, user, clock.instant().getEpochSecond(), true);
        made.members().addAll(List.of(user, other));
        channels.put(chat, made);
        return made;
    }

    /** The lines that Slack itself writes; the caller holds the workspace. */
    public Annals annals() {
        return annals;
    }

    /** Deletes a channel for good, which frees its name; the caller holds the workspace. */
    public void remove(Channel channel) {
        channels.remove(channel.id());
    }

    /** What the app is to be told of channels; the caller holds the workspace. */
    public News news() {
        return news;
    }

    /** What was uploaded; the caller holds the workspace. */
    public WorkspaceFiles files() {
        return files;
    }

    /** What its administrators keep to themselves. */
    public Preferences preferences() {
        return preferences;
    }

    /** Archives a channel, which bots thereby leave (github.com/slack-go/slack/issues/1066). */
    public void archive(Channel channel) {
        atomically(() -> {
            channel.archive(people.values().stream()
                    .filter(person -> person.kind() == Person.Kind.BOT)
                    .map(Person::id)
                    .collect(Collectors.toSet()));
            return channel;
        });
    }

    /** Who sees a channel: its members, and everybody but guests and strangers where it is public. */
    public boolean sees(String user, Channel channel) {
        return channel.members().contains(user)
                || (!channel.isPrivate()
                        && person(user)
                                .filter(person -> !person.isGuest() && person.kind() != Person.Kind.STRANGER)
                                .isPresent());
    }

    /** The messages that one person alone sees; the caller holds the workspace. */
    public List<PrivateMessage> privateMessages() {
        return privateMessages;
    }

    public Set<String> tokens() {
        return atomically(() -> Set.copyOf(grants.keySet()));
    }
}
