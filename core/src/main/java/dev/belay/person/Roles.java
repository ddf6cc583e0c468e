package dev.belay.person;

import dev.belay.cache.ExpiringCache;
import dev.belay.record.SysId;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;

/** Who holds which roles, at most a minute old. */
public final class Roles {
    private static final Duration FRESH = Duration.ofMinutes(1);

    private record Question(SysId user, Set<String> roles) {}

    private final Directory directory;
    private final ExpiringCache<Question, Boolean> known;

    public Roles(Directory directory, Clock clock) {
        this.directory = directory;
        this.known = new ExpiringCache<>(clock, FRESH);
    }

    public boolean holdsAny(SysId user, Set<String> roles) {
        return known.get(new Question(user, Set.copyOf(roles)), q -> directory.holdsAny(q.user(), q.roles()));
    }
}
