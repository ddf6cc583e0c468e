package dev.belay.person;

import dev.belay.chat.ChatUser;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Who is who, kept in memory as a store keeps it that deletes late: never. */
public final class InMemoryUserMap implements UserMap {
    private record Stored(Entry entry, Instant expires) {}

    private final Map<ChatUser, Stored> entries = new HashMap<>();
    private final Clock clock;

    public InMemoryUserMap(Clock clock) {
        this.clock = clock;
    }

    @Override
    public synchronized Optional<Entry> find(ChatUser user) {
        return Optional.ofNullable(entries.get(user))
                .filter(kept -> clock.instant().isBefore(kept.expires()))
                .map(Stored::entry);
    }

    @Override
    public synchronized void remember(ChatUser user, Entry entry) {
        Stored kept =
                switch (entry.identity()) {
                    case Identity.Known(PlatformUser known) ->
                        lasting(new Identity.Known(lowerCase(known)), entry, Duration.ofDays(30));
                    case Identity.Unmapped _, Identity.Unaskable _, Identity.Ambiguous _ ->
                        lasting(entry.identity(), entry, Duration.ofMinutes(5));
                };
        entries.put(user, kept);
    }

    @Override
    public synchronized List<Kept> under(String address) {
        String wanted = address.strip().toLowerCase(Locale.ROOT);
        return entries.entrySet().stream()
                .filter(each -> isUnder(each.getValue().entry(), wanted))
                .map(each -> new Kept(
                        each.getKey(), each.getValue().entry(), each.getValue().expires()))
                .sorted(Comparator.comparing(kept -> kept.user().toString()))
                .toList();
    }

    private static boolean isUnder(Entry entry, String address) {
        return entry.address().equals(address)
                || (entry.identity() instanceof Identity.Known(PlatformUser known)
                        && known.email().equals(address));
    }

    @Override
    public synchronized void forget(ChatUser user) {
        entries.remove(user);
    }

    /** Whether something is stored, expired or not. */
    public synchronized boolean holds(ChatUser user) {
        return entries.containsKey(user);
    }

    private Stored lasting(Identity identity, Entry entry, Duration life) {
        return new Stored(
                new Entry(identity, entry.address(), entry.seen()),
                clock.instant().plus(life).truncatedTo(ChronoUnit.SECONDS));
    }

    private static PlatformUser lowerCase(PlatformUser user) {
        return new PlatformUser(user.sysId(), user.name(), user.email().toLowerCase(Locale.ROOT));
    }
}
