package dev.belay.record;

/** A change was written, and ServiceNow dropped or overruled a field of it: a rule of the table, or a right that we lack. */
public final class PartlyTaken extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient RecordSnapshot record;
    private final String field;

    /**
     * @param record as it is after the write
     * @param field the first field that does not hold what was written
     */
    public PartlyTaken(RecordSnapshot record, String field) {
        super(record.ref().table() + "." + field
                + " was not written: read-only for the integration user, or set otherwise by a rule");
        this.record = record;
        this.field = field;
    }

    /** The same of the record with more that is known of it. */
    PartlyTaken of(RecordSnapshot more) {
        return new PartlyTaken(more, field);
    }

    public RecordSnapshot record() {
        return record;
    }
}
