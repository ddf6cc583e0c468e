package dev.belay.settings;

import dev.belay.card.CardAction;
import dev.belay.chat.Channel;
import dev.belay.chat.Platform;
import dev.belay.record.RecordSnapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What an installation decided, as its one settings document says.
 *
 * @param lifecycle from when to when a record has a conversation
 * @param pauseOutbound whether everything outbound waits; nothing is lost, and presses go on ageing
 * @param dedicated which records get a channel of their own
 * @param tables what was decided about a table, by its name
 * @param roles the ServiceNow roles of which one is needed for each action
 * @param operations the channels where those who run this are told of what they should look at: at most one on each platform, the
 *     first one first
 * @param limits how old a press may be, and how large a file
 */
public record Settings(
        Lifecycle lifecycle,
        boolean pauseOutbound,
        ServiceNowSettings serviceNow,
        Map<Platform, ChatSettings> chats,
        List<Route> routes,
        Dedicated dedicated,
        Map<String, TableSettings> tables,
        Map<CardAction, Set<String>> roles,
        List<Channel> operations,
        Limits limits) {
    /** The roles that are asked for where the document names none: both names that ServiceNow's releases use. */
    public static final Set<String> DEFAULT_ROLES = Set.of("major_incident_manager", "mim_manager");

    public Settings {
        chats = Map.copyOf(chats);
        routes = List.copyOf(routes);
        tables = Map.copyOf(tables);
        roles = Map.copyOf(roles);
        operations = List.copyOf(operations);
    }

    /** How old a press may be when it is performed. */
    public Duration pressLife() {
        return limits.pressLife();
    }

    /** Which files are brought over. */
    public FileSettings files() {
        return limits.files();
    }

    /** Records opened before get no conversation. */
    public Instant startAt() {
        return lifecycle.startAt();
    }

    public Set<String> rolesFor(CardAction action) {
        return roles.getOrDefault(action, DEFAULT_ROLES);
    }

    /** What was decided about a table, or is usual where nothing was. */
    public TableSettings table(String name) {
        TableSettings decided = tables.get(name);
        return decided == null ? TableSettings.usual(name) : decided;
    }

    /** The route that decides for a record on a platform, if one takes it. */
    public Optional<Route> route(RecordSnapshot record, Platform platform) {
        return routes.stream().filter(route -> route.takes(record, platform)).findFirst();
    }

    /** Whether any platform's route keeps a record private: one that is private on one is private on all. */
    public boolean keepsPrivate(RecordSnapshot record) {
        return chats.keySet().stream()
                .anyMatch(platform ->
                        route(record, platform).filter(Route::isPrivate).isPresent());
    }

    /** The tables whose records have conversations. */
    public Set<String> routedTables() {
        return routes.stream().map(Route::table).collect(Collectors.toUnmodifiableSet());
    }

    /** Whether whoever has this address in a workspace may be known by it. */
    public boolean vouches(Platform platform, String workspace, String email) {
        return Optional.ofNullable(chats.get(platform))
                .filter(ours -> ours.vouches(workspace, email))
                .isPresent();
    }
}
