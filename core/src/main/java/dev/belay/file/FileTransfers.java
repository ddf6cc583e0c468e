package dev.belay.file;

import dev.belay.chat.Platform;
import dev.belay.record.NoteReference;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What is known of files that are brought from one side to the other, for days: each is brought once. Every method throws
 * {@link dev.belay.failure.Unavailable} when a retry will help.
 */
public interface FileTransfers {
    /** Longer than a function may run over one file. */
    Duration LEASE = FileBytes.LIFE.plusSeconds(5);

    /** How long each is known, from when it was taken up or finished last. */
    Duration REMEMBERED = Duration.ofDays(14);

    /** How a transfer stands when a worker takes it up. */
    sealed interface Claim {
        /** It is this worker's now, under a lease of {@link #LEASE}. */
        record Taken(Transfer transfer) implements Claim {}

        /** Another worker has it. */
        record Held(Duration left) implements Claim {}

        /** It was finished. */
        record Done() implements Claim {}
    }

    Claim claim(ContentId id);

    /** Stores what became of the file itself, once for all. */
    void settle(ContentId id, Uploaded result);

    /** Stores who shared it, by the name that a note has; before it is attached, since another platform may be told at once. */
    void sharedBy(ContentId id, String name);

    /** Who shared what bears this reference; none where that was not stored. */
    Optional<String> sharer(NoteReference reference);

    /** Lets others take it up from that time on. */
    void leaseUntil(ContentId id, Instant until);

    /** It is brought, and everyone was told, for good. */
    void finish(ContentId id);

    /** What bears this reference; none where it is not remembered. */
    Optional<ContentId> withReference(NoteReference reference);

    /** Whether it was taken up, or remembered. */
    default boolean knows(ContentId id) {
        return withReference(id.reference()).isPresent();
    }

    /** Remembers what was brought under another id too, so that it is not brought under this one. */
    default void remember(ContentId id) {
        if (claim(id) instanceof Claim.Taken) {
            finish(id);
        }
    }

    /**
     * Whether an attachment is one that we attached ourselves for a file of this platform; or so long ago that it is not remembered for
     * which.
     *
     * @param own the reference in its name, where our own user attached it
     */
    default boolean isEcho(Optional<String> own, Platform platform) {
        return own.isPresent()
                && withReference(new NoteReference(own.get()))
                        .map(id -> id.origin().filter(platform::equals).isPresent())
                        .orElse(true);
    }
}
