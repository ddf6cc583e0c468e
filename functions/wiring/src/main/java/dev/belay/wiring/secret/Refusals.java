package dev.belay.wiring.secret;

import dev.belay.credential.CredentialId;
import dev.belay.credential.CredentialRefusals;
import dev.belay.failure.CredentialsRefused;
import dev.belay.health.Counters;
import dev.belay.health.Metric;

/**
 * Who is told when a credential is refused, by its system or for its shape.
 *
 * @param counters where a secret is counted that cannot be used
 * @param states what changes the credential's state
 */
public record Refusals(Counters counters, CredentialRefusals states) {
    private static final CredentialRefusals UNTOLD = new CredentialRefusals() {
        @Override
        public void refused(CredentialId id, String said) {
            // whoever checks tells it
        }

        @Override
        public void taken(CredentialId id) {
            // whoever checks tells it
        }
    };

    /** Counts, and changes no state: for a check, which tells what it finds itself. */
    public static Refusals countedOnly(Counters counters) {
        return new Refusals(counters, UNTOLD);
    }

    /**
     * A secret that cannot be used.
     *
     * @param said what is wrong with it, without any value of it
     */
    CredentialsRefused unusable(CredentialId id, String system, String said) {
        return refused(Metric.TOKEN_REJECTED, id, system, said);
    }

    /**
     * A secret that nobody has stored yet.
     *
     * @param said which, and what stores it
     */
    CredentialsRefused missing(CredentialId id, String system, String said) {
        return refused(Metric.NOT_SET_UP, id, system, said);
    }

    private CredentialsRefused refused(Metric metric, CredentialId id, String system, String said) {
        counters.count(metric, system);
        states.refused(id, said);
        return new CredentialsRefused(system, said);
    }
}
