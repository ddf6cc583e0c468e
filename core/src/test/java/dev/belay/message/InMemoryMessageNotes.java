package dev.belay.message;

import dev.belay.chat.ConversationId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Which messages stand in which notes, kept in memory. */
public final class InMemoryMessageNotes implements MessageNotes {
    private record Kept(Entry entry, Instant expires) {}

    private final Map<ConversationId, FixedNote> pending = new HashMap<>();
    private final Map<String, Kept> noted = new HashMap<>();
    private final Clock clock;

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

    @Override
    public synchronized void fix(ConversationId conversation, FixedNote note) {
        pending.put(conversation, note);
    }

    @Override
    public synchronized void written(ConversationId conversation, FixedNote note) {
        Instant expires = clock.instant().plus(Duration.ofDays(90));
        note.entries().forEach(entry -> noted.put(place(conversation) + entry.key(), new Kept(entry, expires)));
        pending.remove(conversation);
    }

    private static String place(ConversationId at) {
        return at.platform() + "\0" + at.workspace() + "\0" + at.channel() + "\0";
    }
}
