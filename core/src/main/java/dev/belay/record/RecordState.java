package dev.belay.record;

/** Where a record stands in its life, as an incident's {@code state} tells. */
public enum RecordState {
    NEW("1", "New"),
    IN_PROGRESS("2", "In Progress"),
    ON_HOLD("3", "On Hold"),
    RESOLVED("6", "Resolved"),
    CLOSED("7", "Closed"),
    CANCELED("8", "Canceled"),
    /** A state that an installation has added; nothing may be done in it from chat. */
    OTHER("", "Other");

    private final String code;
    private final String label;

    RecordState(String code, String label) {
        this.code = code;
        this.label = label;
    }

    /** ServiceNow's value of the {@code state} field. */
    public String code() {
        return code;
    }

    public String label() {
        return label;
    }

    /** Whether the work is over: resolved, closed or canceled. */
    public boolean ended() {
        return this == RESOLVED || this == CLOSED || this == CANCELED;
    }

    public static RecordState of(String code) {
        for (RecordState state : values()) {
            if (state.code.equals(code)) {
                return state;
            }
        }
        return OTHER;
    }
}
