package dev.belay.reconcile;

import dev.belay.record.RecordRef;
import dev.belay.record.SysId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The attachments of ServiceNow's records, of all tables at once. Its methods throw what those of {@link ChangedRecords} throw. */
public interface ChangedAttachments {
    /** How many are asked for at once. */
    int PAGE = 100;

    /**
     * An attachment.
     *
     * @param own the reference in its name, where our own user attached it
     * @param made when it was attached, in whole seconds, on the instance's clock
     * @param at when it changed last, in the same way
     */
    record Attached(SysId id, RecordRef record, Optional<String> own, Instant made, Instant at) {}

    /**
     * Attachments in the order of {@link Position}.
     *
     * @param reached where the next page begins
     * @param last whether there are no more now
     */
    record Page(List<Attached> attachments, Position reached, boolean last) {
        public Page {
            attachments = List.copyOf(attachments);
        }
    }

    /**
     * What was attached to records of these tables, or changed, behind a position: at most {@link #PAGE}, without those that we may not
     * read.
     */
    Page changed(Set<String> tables, Position from);

    /** The same of these records alone, at least one and at most {@link ChangedRecords#PAGE}. */
    Page of(Set<RecordRef> records, Position from);
}
