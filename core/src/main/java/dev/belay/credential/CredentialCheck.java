package dev.belay.credential;

/** Shows a credential to its system, harmlessly. */
public interface CredentialCheck {
    /** What is checked. */
    CredentialId id();

    /** Never throws an {@link dev.belay.failure.ExternalFailure}: a failure is what it found. */
    Finding check();
}
