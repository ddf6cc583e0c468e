package dev.belay.file;

import dev.belay.record.NoteReference;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Transfers that are remembered in memory. */
public final class InMemoryFileTransfers implements FileTransfers {
    private record Kept(Instant since, Instant leaseUntil, Optional<Uploaded> result, boolean finished) {}

    private final Map<ContentId, Kept> kept = new HashMap<>();
    private final Clock clock;

    private final Map<NoteReference, String> sharers = new HashMap<>();

    public InMemoryFileTransfers(Clock clock) {
        this.clock = clock;
    }

    @Override
    public synchronized Claim claim(ContentId id) {
        Instant now = clock.instant();
        Kept before = kept.get(id);
        if (before == null) {
            kept.put(id, new Kept(now, now.plus(LEASE), Optional.empty(), false));
            return new Claim.Taken(new Transfer(id, now, false, Optional.empty()));
        }
        if (before.finished()) {
            return new Claim.Done();
        }
        if (before.leaseUntil().isAfter(now)) {
            return new Claim.Held(Duration.between(now, before.leaseUntil()));
        }
        kept.put(id, new Kept(before.since(), now.plus(LEASE), before.result(), false));
        return new Claim.Taken(new Transfer(id, before.since(), true, before.result()));
    }

    @Override
    public synchronized void settle(ContentId id, Uploaded result) {
        kept.computeIfPresent(id, (_, at) -> new Kept(at.since(), at.leaseUntil(), Optional.of(result), at.finished()));
    }

    @Override
    public synchronized void leaseUntil(ContentId id, Instant until) {
        kept.computeIfPresent(id, (_, at) -> new Kept(at.since(), until, at.result(), at.finished()));
    }

    @Override
    public synchronized void finish(ContentId id) {
        kept.computeIfPresent(id, (_, at) -> new Kept(at.since(), at.leaseUntil(), at.result(), true));
    }

    @Override
    public synchronized Optional<ContentId> withReference(NoteReference reference) {
        return kept.keySet().stream()
                .filter(id -> id.reference().equals(reference))
                .findFirst();
    }

    @Override
    public synchronized void sharedBy(ContentId id, String name) {
        sharers.put(id.reference(), name);
    }

    @Override
    public synchronized Optional<String> sharer(NoteReference reference) {
        return Optional.ofNullable(sharers.get(reference));
    }
}
