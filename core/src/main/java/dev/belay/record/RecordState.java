package dev.belay.record;

/** Where a record stands in its life: what a code of its table's {@code state} means. */
public enum RecordState {
    NEW("New"),
    IN_PROGRESS("In Progress"),
    ON_HOLD("On Hold"),
    RESOLVED("Resolved"),
    CLOSED("Closed"),
    CANCELED("Canceled"),
    /** A state that an installation has added; nothing may be done in it from chat. */
    OTHER("Other");

    private final String label;

    RecordState(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** Whether the work is over: resolved, closed or canceled. */
    public boolean ended() {
        return this == RESOLVED || this == CLOSED || this == CANCELED;
    }
}
