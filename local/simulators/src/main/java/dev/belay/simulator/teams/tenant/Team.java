package dev.belay.simulator.teams.tenant;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A team with its channels. Touched only while its tenant is held. */
public final class Team {
    /** How long a deleted channel can be restored, and counts (support.microsoft.com: Delete or restore a channel). */
    private static final Duration RESTORABLE = Duration.ofDays(30);

    private final String id;
    private final String name;
    private final Identifiers identifiers;
    private final Clock clock;
    private final Channel general;
    private final Set<String> members = new LinkedHashSet<>();
    private final Map<String, Channel> channels = new LinkedHashMap<>();
    private final Map<String, Set<String>> tags = new LinkedHashMap<>();
    private boolean installed = true;
    private boolean owned = true;
    private boolean archived;

    Team(String id, String threadId, String name, Identifiers identifiers, Clock clock) {
        this.id = id;
        this.name = name;
        this.identifiers = identifiers;
        this.clock = clock;
        this.general = add(threadId, "General", "", Channel.Kind.STANDARD);
    }

    /** The team's id in Graph ({@code aadGroupId}). */
    public String id() {
        return id;
    }

    /** The team's id in conversations: the thread of its General channel. */
    public String threadId() {
        return general.id();
    }

    public String name() {
        return name;
    }

    public Set<String> members() {
        return members;
    }

    /** Whether anybody owns the team: some things no app can do in one that nobody does. */
    public boolean hasOwner() {
        return owned;
    }

    /** The last owner leaves, or somebody is made one. */
    public void owned(boolean whether) {
        owned = whether;
    }

    Clock clock() {
        return clock;
    }

    /** Makes a tag of the team, or changes who bears it. */
    public void tag(String tag, Set<String> people) {
        tags.put(tag, Set.copyOf(people));
    }

    /** Who bears a tag of the team. */
    public Optional<Set<String>> tag(String tag) {
        return Optional.ofNullable(tags.get(tag));
    }

    /** Whether the app is installed in the team. */
    public boolean hasApp() {
        return installed;
    }

    public void install(boolean whether) {
        installed = whether;
    }

    public boolean isArchived() {
        return archived;
    }

    public void archive(boolean whether) {
        archived = whether;
    }

    /** Adds a channel with a new id. */
    public Channel create(String channelName, String description, Channel.Kind kind) {
        return add(identifiers.channel(), channelName, description, kind);
    }

    public Channel add(String channelId, String channelName, String description, Channel.Kind kind) {
        Channel made = new Channel(channelId, this, channelName, description, kind, clock.instant());
        channels.put(channelId, made);
        return made;
    }

    /** The channels that are there, archived ones too, in order of creation. */
    public List<Channel> channels() {
        return channels.values().stream()
                .filter(channel -> !channel.isDeleted())
                .toList();
    }

    public Optional<Channel> channel(String channelId) {
        return Optional.ofNullable(channels.get(channelId)).filter(channel -> !channel.isDeleted());
    }

    /** A channel, even if it is deleted. */
    public Optional<Channel> everyChannel(String channelId) {
        return Optional.ofNullable(channels.get(channelId));
    }

    /** The channels that take up room and names: those that are there and those that can still be restored. */
    public List<Channel> counted() {
        return channels.values().stream()
                .filter(channel -> channel.deleted()
                        .filter(when -> when.plus(RESTORABLE).isBefore(clock.instant()))
                        .isEmpty())
                .toList();
    }
}
