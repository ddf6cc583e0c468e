package dev.belay.failure;

/**
 * An outside system did not do what it was asked. Adapters throw it, and nothing else does. There are four kinds, siblings of one
 * family: whoever catches one kind catches none of the others.
 */
public abstract sealed class ExternalFailure extends RuntimeException
        permits Unavailable, Rejected, CredentialsRefused, OutcomeUnknown {
    private static final long serialVersionUID = 1;

    private final String system;
    private final String said;

    ExternalFailure(String system, String said) {
        super(system + ": " + said);
        this.system = system;
        this.said = said;
    }

    /** Which system, in one word. */
    public final String system() {
        return system;
    }

    /** What was tried and what came back, without any secret or message body. */
    public final String said() {
        return said;
    }
}
