package dev.belay.teams.call;

/** Where the app's credential is. */
public interface Credentials {
    /**
     * As it was read lately; asked for at each token, so it answers from memory.
     *
     * @param tenant the tenant that a token is wanted from
     */
    Credential current(String tenant);

    /** Read afresh: after it was refused. */
    Credential reread(String tenant);

    /**
     * Told that our app is not let in a tenant: Entra ID refuses the credential also as it was read again, or a service a fresh token.
     *
     * @param said what was said, without any secret or token
     */
    void refused(String tenant, String said);
}
