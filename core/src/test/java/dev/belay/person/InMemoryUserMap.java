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
    private record Entry(Identity identity, Instant expires) {}

    private final Map<ChatUser, Entry> entries = new HashMap<>();
    private final Clock clock;

    public InMemoryUserMap(Clock clock) {
        this.clock = clock;
    }

    @Override
    public synchronized Optional<Identity> find(ChatUser user) {
        return Optional.ofNullable(entries.get(user))
                .filter(entry -> clock.instant().isBefore(entry.expires()))
                .map(Entry::identity);
    }

    @Override
    public synchronized void remember(ChatUser user, Identity identity) {
        Entry entry =
                switch (identity) {
                    case Identity.Known(PlatformUser known) ->
                        lasting(new Identity.Known(lowerCase(known)), Duration.ofDays(30));
                    case Identity.Unmapped _, Identity.Ambiguous _ -> lasting(identity, Duration.ofMinutes(5));
                };
        entries.put(user, entry);
    }

    /** Whether something is stored, expired or not. */
    public synchronized boolean holds(ChatUser user) {
        return entries.containsKey(user);
    }

    private Entry lasting(Identity identity, Duration life) {
        return new Entry(identity, clock.instant().plus(life));
    }

    private static PlatformUser lowerCase(PlatformUser user) {
        return new PlatformUser(user.sysId(), user.name(), user.email().toLowerCase(Locale.ROOT));
    }
}
