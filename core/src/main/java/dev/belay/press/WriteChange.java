package dev.belay.press;

import dev.belay.action.Judgement;
import dev.belay.event.Press;
import dev.belay.failure.CredentialsRefused;
import dev.belay.failure.OutcomeUnknown;
import dev.belay.failure.Rejected;
import dev.belay.failure.Unavailable;
import dev.belay.press.DecidePress.Decision;
import dev.belay.record.NoteReference;
import dev.belay.record.PartlyTaken;
import dev.belay.record.RecordChange;
import dev.belay.record.RecordChange.Fields;
import dev.belay.record.RecordRef;
import dev.belay.record.RecordSnapshot;
import dev.belay.record.Records;
import dev.belay.record.WorkNote;

/** Writes what was decided on under the record's lease, and gives the lease back once it is known what became of it. */
final class WriteChange {
    private static final System.Logger LOG = System.getLogger(WriteChange.class.getName());

    private final Records records;
    private final RecordLease lease;

    WriteChange(Records records, RecordLease lease) {
        this.records = records;
        this.lease = lease;
    }

    /**
     * @param noteCounts whether the note is written alone where the rest is refused
     * @return the record as it is afterwards
     * @throws PartlyTaken when not all of it was taken
     */
    RecordSnapshot write(Press press, Judgement.Write change, NoteReference reference, boolean noteCounts) {
        WorkNote note = new WorkNote(change.note(), reference);
        RecordSnapshot after;
        try {
            after = noteCounts && !change.fields().equals(Fields.NONE)
                    ? allOrNote(press.record(), change.fields(), note)
                    : records.change(press.record(), new RecordChange(change.fields(), note));
        } catch (OutcomeUnknown e) {
            lease.keepUntilSettled(press);
            throw e;
        } catch (PartlyTaken | Unavailable | Rejected | CredentialsRefused e) {
            lease.release(press);
            throw e;
        }
        lease.release(press);
        return after;
    }

    /** ServiceNow knows no conditional write: that somebody was overwritten shows afterwards only, in the count. */
    static boolean overtook(Decision.Write write, RecordSnapshot after) {
        return write.change().fields().assignee().isPresent()
                && after.modCount() > write.before().modCount() + 1;
    }

    /** A record that takes no field any more, as a closed one, may still take the note. Of what was refused nothing was written. */
    private RecordSnapshot allOrNote(RecordRef record, Fields fields, WorkNote note) {
        try {
            return records.change(record, new RecordChange(fields, note));
        } catch (Rejected e) {
            LOG.log(System.Logger.Level.WARNING, "{0}: the note alone is written: {1}", record, e.said());
            RecordSnapshot noted = records.change(record, new RecordChange(Fields.NONE, note));
            throw new PartlyTaken(noted, String.join(", ", fields.others().keySet()));
        }
    }
}
