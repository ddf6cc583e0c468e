package dev.belay.link;

import dev.belay.link.Upkeep.Begun;
import java.time.Instant;
import java.util.Optional;

/**
 * What a link remembers of a part that is done once: {@code begun <id> <lease>} while a worker is at it, where the lease is in
 * milliseconds since the epoch, and {@code <id>} once it is done. Both stores write it so.
 */
public final class PartLease {
    private static final String BEGUN = "begun ";

    private PartLease() {}

    /** How it begins while a worker is at it. */
    public static String begun(String id) {
        return BEGUN + id + " ";
    }

    public static String begun(String id, Instant lease) {
        return begun(id) + lease.toEpochMilli();
    }

    /** Whether somebody may begin it: it is not done, and nobody is at it. */
    public static boolean isFree(Optional<String> stored, String id, Instant now) {
        return stored.map(text -> !text.equals(id) && !lease(text).isAfter(now)).orElse(true);
    }

    /** Until when somebody is at it; the epoch where nobody is. */
    public static Instant lease(String stored) {
        String[] words = stored.split(" ", -1);
        return stored.startsWith(BEGUN) && words.length > 2 && words[2].matches("[0-9]{1,15}")
                ? Instant.ofEpochMilli(Long.parseLong(words[2]))
                : Instant.EPOCH;
    }

    /** What came of beginning what was stored so. */
    public static Begun won(Optional<String> before) {
        return before.filter(text -> text.startsWith(BEGUN)).isPresent() ? Begun.AGAIN : Begun.FIRST;
    }
}
