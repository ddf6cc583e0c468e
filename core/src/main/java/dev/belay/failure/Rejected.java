package dev.belay.failure;

/** An outside system said no, and will say so again: a right is missing, a setting is wrong, the request is not allowed. */
public sealed class Rejected extends RuntimeException permits CredentialsRefused {
    private static final long serialVersionUID = 1;

    private final String system;
    private final String said;

    /**
     * @param system which system, in one word
     * @param said what it said, without any secret or message body
     */
    public Rejected(String system, String said) {
        super(system + ": " + said);
        this.system = system;
        this.said = said;
    }

    public String system() {
        return system;
    }

    public String said() {
        return said;
    }
}
