package dev.belay.servicenow.credential;

/** Where our OAuth client of one instance is kept. */
public interface ClientSource {
    /** The client as its keeper has it now: asked once for each token, and once more when it was refused. */
    ClientCredentials get();

    /**
     * Told that the instance refuses the client, also as it was read again, or a fresh token of it.
     *
     * @param said what was said, without any secret or token
     */
    default void refused(String said) {
        // a check tells what it finds itself
    }
}
