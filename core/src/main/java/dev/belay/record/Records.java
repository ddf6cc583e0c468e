package dev.belay.record;

import java.util.Optional;

/**
 * The records of ServiceNow. Every method throws {@link dev.belay.failure.Unavailable} when a retry will help,
 * {@link dev.belay.failure.Rejected} when it will not, and {@link dev.belay.failure.CredentialsRefused} when our OAuth client is
 * refused.
 */
public interface Records {
    /** The word for ServiceNow in failures. */
    String SYSTEM = "servicenow";

    /**
     * The record as it is now, read afresh.
     *
     * @return none when there is no such record or we may not read it: ServiceNow does not tell which
     */
    Optional<RecordSnapshot> find(RecordRef ref);

    /**
     * The one record of a table that has exactly this number, read afresh.
     *
     * @return none when there is no such record or more than one, or it cannot be told whether there are more
     */
    Optional<RecordSnapshot> findByNumber(String table, RecordNumber number);

    /**
     * Writes a change in one request and returns the record as it is afterwards, read back.
     *
     * @throws PartlyTaken when it was written, and a field does not hold what was written
     * @throws dev.belay.failure.OutcomeUnknown when it may have been written. Look with {@link #hasNote} before writing again
     */
    RecordSnapshot change(RecordRef ref, RecordChange change);

    /** Whether a work note that ends with this reference, written by our own user, is on the record. */
    boolean hasNote(RecordRef ref, NoteReference reference);

    /** Where a person opens the record in a browser. */
    String link(RecordRef ref);
}
