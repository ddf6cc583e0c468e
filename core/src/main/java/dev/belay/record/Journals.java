package dev.belay.record;

import java.time.Instant;
import java.util.List;

/**
 * The journals of ServiceNow's records, as they are read. Throws as {@link Records} does; where entries are hidden from us it is
 * {@link dev.belay.failure.Rejected}.
 */
public interface Journals {
    /**
     * What was written on a record at that second or after it, oldest first.
     *
     * @param comments whether comments are wanted beside work notes
     */
    List<JournalEntry> since(RecordRef record, Instant from, boolean comments);
}
