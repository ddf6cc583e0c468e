package dev.belay.failure;

/**
 * An outside system refuses our own credentials: a token or key is expired, revoked or wrong. Whoever runs this must mend it, and
 * nobody's command is at fault.
 */
public final class CredentialsRefused extends ExternalFailure {
    private static final long serialVersionUID = 1;

    /**
     * @param system which system, in one word
     * @param said what it said, without any secret or message body
     */
    public CredentialsRefused(String system, String said) {
        super(system, said);
    }
}
