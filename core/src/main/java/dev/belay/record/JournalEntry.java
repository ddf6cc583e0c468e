package dev.belay.record;

import java.time.Instant;

/**
 * What somebody wrote into a record's journal.
 *
 * @param id the entry's own key
 * @param comment whether the customer reads it; else it is a work note
 * @param userName the {@code user_name} that it was written under
 * @param author what that user is called
 * @param at when, to the second
 */
public record JournalEntry(String id, boolean comment, String userName, String author, String text, Instant at) {
    /** Without the words. */
    @Override
    public String toString() {
        return "JournalEntry[" + id + "]";
    }
}
