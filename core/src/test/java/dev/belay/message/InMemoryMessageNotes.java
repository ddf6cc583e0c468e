package dev.belay.message;

import dev.belay.chat.ConversationId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which messages stand in which notes, kept in memory. */
public final class InMemoryMessageNotes implements MessageNotes {
    private record Kept(Entry entry, Instant expires) {}

    private record Buried(Tombstone tombstone, Instant expires) {}

    private final Map<ConversationId, FixedNote> pending = new HashMap<>();
    private final Map<String, Kept> noted = new HashMap<>();
    private final Map<String, Buried> tombstones = new HashMap<>();
    private final Clock clock;
    private Runnable meanwhile = () -> {};

    public InMemoryMessageNotes(Clock clock) {
        this.clock = clock;
    }

    @Override
    public synchronized Optional<FixedNote> pending(ConversationId conversation) {
        return Optional.ofNullable(pending.get(conversation));
    }

    @Override
    public synchronized Optional<Entry> find(ConversationId conversation, String key) {
        return Optional.ofNullable(noted.get(place(conversation) + key))
                .filter(kept -> clock.instant().isBefore(kept.expires()))
                .map(Kept::entry);
    }

    /** What another worker does before the next note is fixed. */
    public synchronized void beforeNextFix(Runnable deed) {
        meanwhile = deed;
    }

    @Override
    public synchronized boolean fix(ConversationId conversation, FixedNote note, Set<String> standing) {
        Runnable deed = meanwhile;
        meanwhile = () -> {};
        deed.run();
        boolean all = standing.stream()
                .flatMap(message -> tombstone(conversation, message).stream())
                .allMatch(Tombstone::lifted);
        if (all) {
            pending.put(conversation, note);
        }
        return all;
    }

    @Override
    public synchronized void written(ConversationId conversation, FixedNote note) {
        Instant expires = expires();
        note.entries().forEach(entry -> noted.put(place(conversation) + entry.key(), new Kept(entry, expires)));
        pending.remove(conversation);
    }

    @Override
    public synchronized Optional<Tombstone> tombstone(ConversationId conversation, String message) {
        return Optional.ofNullable(tombstones.get(place(conversation) + message))
                .filter(buried -> clock.instant().isBefore(buried.expires()))
                .map(Buried::tombstone);
    }

    @Override
    public synchronized void bury(ConversationId conversation, Tombstone tombstone) {
        Optional<Tombstone> before = tombstone(conversation, tombstone.message());
        if (before.isEmpty() || tombstone.isLaterThan(before.get())) {
            tombstones.put(place(conversation) + tombstone.message(), new Buried(tombstone, expires()));
        }
    }

    private Instant expires() {
        return clock.instant().plus(Duration.ofDays(90));
    }

    private static String place(ConversationId at) {
        return at.platform() + "\0" + at.workspace() + "\0" + at.channel() + "\0";
    }
}
