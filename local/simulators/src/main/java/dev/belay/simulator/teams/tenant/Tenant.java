package dev.belay.simulator.teams.tenant;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** One tenant with one app. All that reads or changes it does so inside {@link #atomically}. */
public final class Tenant {
    private final ReentrantLock lock = new ReentrantLock();
    private final String id;
    private final TeamsApp app;
    private final Clock clock;
    private final Identifiers identifiers;
    private final Map<String, Person> people = new LinkedHashMap<>();
    private final Map<String, Team> teams = new LinkedHashMap<>();
    private final Map<String, PersonalChat> chats = new LinkedHashMap<>();
    private final Set<String> permissions = new LinkedHashSet<>();
    private final Set<String> personalApps = new LinkedHashSet<>();
    private final Set<String> blockers = new LinkedHashSet<>();
    private final Library library = new Library();
    private boolean targeted = true;

    /** @param permissions what the app was granted, such as {@code Channel.Create.Group} */
    public Tenant(String id, TeamsApp app, List<String> permissions, Clock clock) {
        this.id = id;
        this.app = app;
        this.clock = clock;
        this.identifiers = new Identifiers(clock);
        this.permissions.addAll(permissions);
    }

    public String id() {
        return id;
    }

    public TeamsApp app() {
        return app;
    }

    /** The files of its channels; the caller holds the tenant. */
    public Library library() {
        return library;
    }

    public Clock clock() {
        return clock;
    }

    public Identifiers identifiers() {
        return identifiers;
    }

    /** Does something while nobody else reads or changes the tenant. */
    public <T> T atomically(Supplier<T> what) {
        lock.lock();
        try {
            return what.get();
        } finally {
            lock.unlock();
        }
    }

    /** Adds a person, or changes the one of that id. */
    public Tenant add(Person person) {
        return atomically(() -> {
            people.put(person.id(), person);
            return this;
        });
    }

    public void deactivate(String person) {
        atomically(() -> add(person(person).orElseThrow().deactivated()));
    }

    /** A person by object id or by the bot's own id for them. */
    public Optional<Person> person(String someId) {
        return atomically(() ->
                people.values().stream().filter(person -> person.is(someId)).findFirst());
    }

    /** Whether an id that a card or message mentions is somebody's: their id or their user principal name. */
    public boolean knows(String someId) {
        return person(someId).isPresent()
                || people().stream().anyMatch(person -> person.upn().equals(someId));
    }

    public List<Person> people() {
        return atomically(() -> List.copyOf(people.values()));
    }

    /** Adds a team with its General channel, in which the app is installed. */
    public Team addTeam(String teamId, String threadId, String name) {
        return atomically(() -> {
            Team made = new Team(teamId, threadId, name, identifiers, clock);
            teams.put(teamId, made);
            return made;
        });
    }

    /** A team by its id in Graph or by the thread of its General channel. */
    public Optional<Team> team(String someId) {
        return atomically(() -> teams.values().stream()
                .filter(team -> team.id().equals(someId) || team.threadId().equals(someId))
                .findFirst());
    }

    public List<Team> teams() {
        return atomically(() -> List.copyOf(teams.values()));
    }

    public Optional<Channel> channel(String channelId) {
        return atomically(() -> teams.values().stream()
                .flatMap(team -> team.channel(channelId).stream())
                .findFirst());
    }

    /** A channel of any team, by its name. */
    public Optional<Channel> channelNamed(String name) {
        return atomically(() -> teams.values().stream()
                .flatMap(team -> team.channels().stream())
                .filter(channel -> channel.name().equals(name))
                .findFirst());
    }

    /** The 1:1 chat of a person and the bot, begun if there is none. */
    public PersonalChat chatWith(String person) {
        return atomically(() -> chats.computeIfAbsent(
                person, who -> new PersonalChat("a:1" + identifiers.unique().replace("-", ""), who, new Timeline())));
    }

    public Optional<PersonalChat> chat(String chatId) {
        return atomically(() ->
                chats.values().stream().filter(chat -> chat.id().equals(chatId)).findFirst());
    }

    /** The 1:1 chats that were begun; the caller holds the tenant. */
    public Collection<PersonalChat> chats() {
        return chats.values();
    }

    /** Every place that holds messages. */
    public List<Timeline> timelines() {
        return atomically(() -> Stream.concat(
                        teams.values().stream()
                                .flatMap(team -> new ArrayList<>(team.channels()).stream())
                                .map(Channel::timeline),
                        chats.values().stream().map(PersonalChat::timeline))
                .toList());
    }

    public boolean isGranted(String permission) {
        return atomically(() -> permissions.contains(permission));
    }

    public void grant(String permission) {
        atomically(() -> permissions.add(permission));
    }

    public void revoke(String permission) {
        atomically(() -> permissions.remove(permission));
    }

    /** Whether a person has the app for themselves, so that the bot may write to them. */
    public boolean hasPersonalApp(String person) {
        return atomically(() -> personalApps.contains(person));
    }

    public void personalApp(String person, boolean installed) {
        atomically(() -> installed ? personalApps.add(person) : personalApps.remove(person));
    }

    public boolean blocks(String person) {
        return atomically(() -> blockers.contains(person));
    }

    /** A person blocks the bot's 1:1 chat, or no longer does. */
    public void block(String person, boolean whether) {
        atomically(() -> whether ? blockers.add(person) : blockers.remove(person));
    }

    /** Whether the tenant has messages that one person alone sees. */
    public boolean hasTargetedMessages() {
        return atomically(() -> targeted);
    }

    public void targetedMessages(boolean whether) {
        atomically(() -> {
            targeted = whether;
            return whether;
        });
    }
}
