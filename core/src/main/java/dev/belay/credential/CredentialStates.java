package dev.belay.credential;

import java.util.List;
import java.util.Optional;

/** The states of all credentials: one for each, shared by all functions. Throws {@link dev.belay.failure.Unavailable}. */
public interface CredentialStates {
    /** The state of one. */
    Optional<CredentialState> find(CredentialId id);

    /** All that are known, in no order: a handful. */
    List<CredentialState> all();

    /**
     * Stores a state where nobody stored another one meanwhile.
     *
     * @param state its version is one more than that of what was read, and 1 where there was none
     * @return whether it was stored; if not, read again
     */
    boolean store(CredentialState state);
}
