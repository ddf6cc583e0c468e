package dev.belay.credential;

/** Told what a credential met outside of its checks: a worker's call, or an event of the platform. */
public interface CredentialRefusals {
    /**
     * The credential is unhealthy from now on. Idempotent, and it never fails who tells it: where the state cannot be stored, that is
     * counted and logged.
     *
     * @param said what its system said, without any secret
     */
    void refused(CredentialId id, String said);

    /**
     * A call with a credential that no check can prove has succeeded: if it was unhealthy, it is healthy from now on. It never fails who
     * tells it.
     */
    void taken(CredentialId id);
}
