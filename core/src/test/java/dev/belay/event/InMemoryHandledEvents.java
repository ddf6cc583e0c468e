package dev.belay.event;

import dev.belay.event.HandledEvents.Claim;
import dev.belay.link.ConversationLink.Made;
import dev.belay.link.InMemoryConversationLinks;
import dev.belay.record.NoteReference;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Handled events kept in memory, beside the links whose cards they ask for. */
public final class InMemoryHandledEvents implements HandledEvents {
    private final Map<String, NoteReference> references = new HashMap<>();
    private final Map<String, Integer> attempts = new HashMap<>();
    private final Set<String> finished = new HashSet<>();
    private final Map<String, Instant> leases = new HashMap<>();
    private final InMemoryConversationLinks links;
    private final Clock clock;

    public InMemoryHandledEvents(InMemoryConversationLinks links, Clock clock) {
        this.links = links;
        this.clock = clock;
    }

    /** The reference that is stored for an event that was taken up. */
    public synchronized NoteReference reference(String eventId) {
        return Objects.requireNonNull(references.get(eventId));
    }

    @Override
    public synchronized Claim claim(String eventId, NoteReference proposed) {
        if (finished.contains(eventId)) {
            return new Claim.Done();
        }
        Instant now = clock.instant();
        Instant leased = leases.getOrDefault(eventId, now);
        if (now.isBefore(leased)) {
            return new Claim.Held(Duration.between(now, leased));
        }
        leases.put(eventId, now.plus(LEASE));
        references.putIfAbsent(eventId, proposed);
        NoteReference reference = Objects.requireNonNull(references.get(eventId));
        return attempts.merge(eventId, 1, Integer::sum) == 1 ? new Claim.First(reference) : new Claim.Again(reference);
    }

    @Override
    public synchronized boolean isTakenUp(String eventId) {
        return attempts.getOrDefault(eventId, 0) > 0;
    }

    @Override
    public synchronized void release(String eventId) {
        attempts.computeIfPresent(eventId, (_, taken) -> taken == 1 ? 0 : taken);
        endLease(eventId);
    }

    @Override
    public synchronized void endLease(String eventId) {
        leases.remove(eventId);
    }

    @Override
    public synchronized void finish(String eventId) {
        finished.add(eventId);
    }

    @Override
    public boolean finishWithCard(String eventId, Made link, long generation) {
        synchronized (links) {
            boolean still = links.confirmCard(link, generation);
            if (still) {
                finish(eventId);
            }
            return still;
        }
    }
}
