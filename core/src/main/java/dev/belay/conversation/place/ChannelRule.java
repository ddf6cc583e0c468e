package dev.belay.conversation.place;

import dev.belay.chat.Platform;
import dev.belay.link.Placement;
import dev.belay.record.RecordSnapshot;
import dev.belay.settings.Dedicated;
import dev.belay.settings.Route;
import dev.belay.settings.Settings;
import java.util.Optional;

/** Where a record's conversation is to be: a channel of its own for the priorities that earn one, a thread for the rest. */
public final class ChannelRule {
    /** What the rule says of one record. */
    public sealed interface Decision {
        /** There. */
        record Place(Placement placement) implements Decision {}

        /** Nowhere, and why. */
        record Nowhere(String reason) implements Decision {}
    }

    private ChannelRule() {}

    public static Decision decide(RecordSnapshot record, Platform platform, Settings settings) {
        if (record.ended()) {
            return new Decision.Nowhere("the record is " + record.stateLabel());
        }
        if (record.openedAt().isBefore(settings.startAt())) {
            return new Decision.Nowhere("it was opened before " + settings.startAt());
        }
        Optional<Route> route = settings.route(record, platform);
        Optional<Platform> privateOn = privateElsewhere(record, platform, settings);
        if (privateOn.isPresent() && route.filter(Route::isPrivate).isEmpty()) {
            return new Decision.Nowhere("its route on " + privateOn.get().label() + " is private");
        }
        return route.map(r -> place(record, r, settings)).orElseGet(() -> new Decision.Nowhere("no route takes it"));
    }

    /** A record that a route keeps private on one platform appears nowhere else. */
    private static Optional<Platform> privateElsewhere(RecordSnapshot record, Platform platform, Settings settings) {
        return settings.chats().keySet().stream()
                .filter(other -> other != platform)
                .filter(other ->
                        settings.route(record, other).filter(Route::isPrivate).isPresent())
                .findFirst();
    }

    private static Decision place(RecordSnapshot record, Route route, Settings settings) {
        Optional<String> earns = settings.dedicated().reason(record);
        if (earns.isPresent()) {
            return new Decision.Place(new Placement(
                    route.workspace(),
                    route.teams(),
                    Placement.Kind.DEDICATED,
                    ChannelName.name(record, route.platform()),
                    route.isPrivate(),
                    earns.get() + " gets a channel of its own"));
        }
        String priority = Dedicated.priority(record);
        if (route.isPrivate()) {
            return new Decision.Nowhere("its route is private, and " + priority + " gets no channel of its own");
        }
        return shared(route, priority + " goes to the shared channel")
                .<Decision>map(Decision.Place::new)
                .orElseGet(() -> new Decision.Nowhere("its route has no shared channel"));
    }

    /**
     * The shared channel of the route that takes a record.
     *
     * @return none where it has none, or the record is not to be shown there
     */
    static Optional<Placement> shared(RecordSnapshot record, Platform platform, Settings settings, String reason) {
        return settings.keepsPrivate(record)
                ? Optional.empty()
                : settings.route(record, platform).flatMap(route -> shared(route, reason));
    }

    private static Optional<Placement> shared(Route route, String reason) {
        return route.sharedChannel()
                .map(channel -> new Placement(
                        route.workspace(),
                        route.teams().stream().limit(1).toList(),
                        Placement.Kind.SHARED,
                        channel,
                        false,
                        reason));
    }
}
