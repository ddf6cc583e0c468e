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
    /** @param believed until when a press believes it */
    private record Stored(
            Optional<Identity> identity, String address, Optional<Seen> seen, Instant believed, Instant expires) {}

    private final Map<ChatUser, Stored> entries = new HashMap<>();
    private final Clock clock;

    public InMemoryUserMap(Clock clock) {
        this.clock = clock;
    }

    @Override
    public synchronized Optional<Entry> find(ChatUser user) {
        return stored(user)
                .filter(kept -> clock.instant().isBefore(kept.believed()))
                .flatMap(kept -> kept.identity().map(identity -> new Entry(identity, kept.address(), kept.seen())));
    }

    @Override
    public synchronized Optional<Named> named(ChatUser user) {
        return stored(user).flatMap(kept -> kept.seen().map(seen -> new Named(kept.identity(), kept.address(), seen)));
    }

    private Optional<Stored> stored(ChatUser user) {
        return Optional.ofNullable(entries.get(user))
                .filter(kept -> clock.instant().isBefore(kept.expires()));
    }

    @Override
    public synchronized void remember(ChatUser user, Entry entry) {
        boolean found = entry.identity() instanceof Identity.Known;
        entries.put(
                user,
                new Stored(
                        Optional.of(lowerCase(entry.identity())),
                        entry.address(),
                        entry.seen(),
                        in(found ? Duration.ofDays(30) : Duration.ofMinutes(5)),
                        in(Duration.ofDays(30))));
    }

    @Override
    public synchronized void rememberSeen(ChatUser user, String address, Seen seen) {
        if (named(user).flatMap(Named::identity).isPresent()) {
            return;
        }
        Instant expires = in(Duration.ofDays(30));
        entries.put(user, new Stored(Optional.empty(), address, Optional.of(seen), expires, expires));
    }

    @Override
    public synchronized List<Kept> under(String address) {
        String wanted = address.strip().toLowerCase(Locale.ROOT);
        return entries.entrySet().stream()
                .filter(each -> isUnder(each.getValue(), wanted))
                .map(each -> new Kept(
                        each.getKey(),
                        each.getValue().identity(),
                        each.getValue().seen(),
                        each.getValue().expires()))
                .sorted(Comparator.comparing(kept -> kept.user().toString()))
                .toList();
    }

    private static boolean isUnder(Stored stored, String address) {
        return stored.address().equals(address)
                || stored.identity()
                        .filter(identity -> identity instanceof Identity.Known(PlatformUser known)
                                && known.email().equals(address))
                        .isPresent();
    }

    @Override
    public synchronized boolean forget(ChatUser user) {
        return entries.remove(user) != null;
    }

    /** Whether something is stored, expired or not. */
    public synchronized boolean holds(ChatUser user) {
        return entries.containsKey(user);
    }

    private Instant in(Duration life) {
        return clock.instant().plus(life).truncatedTo(ChronoUnit.SECONDS);
    }

    private static Identity lowerCase(Identity identity) {
        return identity instanceof Identity.Known(PlatformUser user)
                ? new Identity.Known(
                        new PlatformUser(user.sysId(), user.name(), user.email().toLowerCase(Locale.ROOT)))
                : identity;
    }
}
