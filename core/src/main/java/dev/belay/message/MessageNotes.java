package dev.belay.message;

import dev.belay.chat.ConversationId;
import dev.belay.record.NoteReference;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Remembers which messages stand in which work note, so that none is noted twice, and never what they say. Which messages make up a
 * note is fixed before the note is written.
 */
public interface MessageNotes {
    /**
     * Something about a message that stands in a note.
     *
     * @param key tells it from all else in the channel
     * @param words a hash of the message's words by then; empty where it says none
     * @param version of what stands there, as of a {@link ChatMessage}; empty of what was never changed
     */
    record Entry(String key, String words, String version) {
        /** Of what was never changed. */
        public Entry(String key, String words) {
            this(key, words, "");
        }
    }

    /** A note, by the reference that it ends with, and what stands in it. */
    record FixedNote(NoteReference reference, List<Entry> entries) {
        public FixedNote {
            entries = List.copyOf(entries);
        }
    }

    /** The note of this conversation that was fixed and is not known to be written. */
    Optional<FixedNote> pending(ConversationId conversation);

    /** What is in a note that is known to be written, under this key; for 90 days. */
    Optional<Entry> find(ConversationId conversation, String key);

    /**
     * Stores what a note is about to hold, in place of a note that was fixed before and is known not to be there.
     *
     * @param standing the ids of the messages whose words it is about to hold
     * @return false, and nothing is stored, where one of them has a tombstone that is not lifted
     */
    boolean fix(ConversationId conversation, FixedNote note, Set<String> standing);

    /** Stores that a note is there, with all that stands in it; no note is pending any more. Idempotent. */
    void written(ConversationId conversation, FixedNote note);

    /** The latest tombstone of a message; for 90 days, which is longer than any word of it waits in a queue and then as a dead letter. */
    Optional<Tombstone> tombstone(ConversationId conversation, String message);

    /** Remembers a tombstone, unless there is a later one. Idempotent. */
    void bury(ConversationId conversation, Tombstone tombstone);
}
