package dev.belay.credential;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How a credential stands, as the events table holds it.
 *
 * @param why what was found last, in a sentence without a full stop; never a value of the credential
 * @param since when this state began
 * @param checkedAt when it was last found to be so
 * @param ends when the credential ends, where that is known
 * @param owed the changes that people were not told of yet, oldest first
 * @param version grows with each write: the optimistic lock
 */
public record CredentialState(
        CredentialId id,
        Health health,
        String why,
        Instant since,
        Instant checkedAt,
        Optional<Instant> ends,
        List<Change> owed,
        long version) {
    public CredentialState {
        owed = List.copyOf(owed);
    }

    /**
     * A change of state that people are told of, once.
     *
     * @param from none where nothing was known before
     */
    public record Change(Optional<Health> from, Health to, String why, Instant at) {}
}
