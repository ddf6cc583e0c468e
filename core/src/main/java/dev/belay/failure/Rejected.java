package dev.belay.failure;

/** An outside system said no, and a retry gets the same answer: a right is missing, a setting is wrong, the request is not allowed. */
public final class Rejected extends ExternalFailure {
    private static final long serialVersionUID = 1;

    /**
     * @param system which system, in one word
     * @param said what it said, without any secret or message body
     */
    public Rejected(String system, String said) {
        super(system, said);
    }
}
