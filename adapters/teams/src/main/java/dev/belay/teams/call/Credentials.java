package dev.belay.teams.call;

/** Where the app's credential is. */
public interface Credentials {
    /** As it was read lately. */
    Credential current();

    /** Read afresh: after it was refused. */
    Credential reread();
}
