package dev.belay.failure;

/**
 * A write was sent to an outside system and nobody knows whether it happened: a time-out, a dropped connection, an answer that
 * says so. It is settled by looking, never by writing again.
 */
public final class OutcomeUnknown extends RuntimeException {
    private final String system;

    /**
     * @param system which system, in one word
     * @param what what was tried, without any secret or message body
     */
    public OutcomeUnknown(String system, String what) {
        super(system + ": " + what);
        this.system = system;
    }

    public String system() {
        return system;
    }
}
