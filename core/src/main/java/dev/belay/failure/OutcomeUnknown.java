package dev.belay.failure;

/**
 * A write was sent to an outside system and its outcome is unknown: a time-out, a dropped connection, an answer that says so. It
 * is settled by reading, never by writing again.
 */
public final class OutcomeUnknown extends ExternalFailure {
    private static final long serialVersionUID = 1;

    /**
     * @param system which system, in one word
     * @param what what was tried, without any secret or message body
     */
    public OutcomeUnknown(String system, String what) {
        super(system, what);
    }
}
