package dev.belay.credential;

/** Told of each refusal of a credential, by whoever met it: a worker's call, or an event of the platform. */
public interface CredentialRefusals {
    /**
     * The credential is unhealthy from now on. Idempotent, and it never fails who tells it: where the state cannot be stored, that is
     * counted and logged.
     *
     * @param said what its system said, without any secret
     */
    void refused(CredentialId id, String said);
}
