package dev.belay.person;

import dev.belay.chat.ChatUser;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Who is who, kept in memory as a store keeps it that deletes late: never. */
public final class InMemoryUserMap implements UserMap {
    private record Kept(Entry entry, Instant expires) {}

    private final Map<ChatUser, Kept> entries = new HashMap<>();
    private final Clock clock;

    public InMemoryUserMap(Clock clock) {
        this.clock = clock;
    }

    @Override
    public synchronized Optional<Entry> find(ChatUser user) {
        return Optional.ofNullable(entries.get(user))
                .filter(kept -> clock.instant().isBefore(kept.expires()))
                .map(Kept::entry);
    }

    @Override
    public synchronized void remember(ChatUser user, Entry entry) {
        Kept kept =
                switch (entry.identity()) {
                    case Identity.Known(PlatformUser known) ->
                        lasting(new Identity.Known(lowerCase(known)), entry, Duration.ofDays(30));
                    case Identity.Unmapped _, Identity.Unaskable _, Identity.Ambiguous _ ->
                        lasting(entry.identity(), entry, Duration.ofMinutes(5));
                };
        entries.put(user, kept);
    }

    /** Whether something is stored, expired or not. */
    public synchronized boolean holds(ChatUser user) {
        return entries.containsKey(user);
    }

    private Kept lasting(Identity identity, Entry entry, Duration life) {
        return new Kept(
                new Entry(identity, entry.address(), entry.seen()),
                clock.instant().plus(life));
    }

    private static PlatformUser lowerCase(PlatformUser user) {
        return new PlatformUser(user.sysId(), user.name(), user.email().toLowerCase(Locale.ROOT));
    }
}
