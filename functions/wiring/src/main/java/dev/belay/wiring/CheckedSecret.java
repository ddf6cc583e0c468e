package dev.belay.wiring;

import dev.belay.aws.Secret;
import dev.belay.failure.CredentialsRefused;
import dev.belay.health.Counters;
import dev.belay.health.Metric;
import dev.belay.secret.SecretKind;
import java.util.List;

/**
 * A secret whose shape was checked when it was read: one of the wrong kind is refused here, with what it is, before it is sent to
 * anyone. It is never shown.
 */
final class CheckedSecret {
    private CheckedSecret() {}

    /**
     * @param problems what its shape says
     * @throws CredentialsRefused when there is any
     */
    static Secret of(Secret secret, SecretKind kind, List<String> problems, Counters counters) {
        if (problems.isEmpty()) {
            return secret;
        }
        counters.count(Metric.TOKEN_REJECTED, kind.system());
        throw new CredentialsRefused(kind.system(), secret + " is wrong: " + String.join("; ", problems));
    }

    /** To be thrown where there is no secret: nothing works until one is stored, as with one that is refused. */
    static CredentialsRefused missing(SecretKind kind, String which, Counters counters) {
        counters.count(Metric.TOKEN_REJECTED, kind.system());
        return new CredentialsRefused(
                kind.system(), "there is no secret " + which + ": store it with './belay secrets put'");
    }

    static Secret of(Secret secret, SecretKind kind, Counters counters) {
        return of(secret, kind, kind.problems(secret.texts()), counters);
    }
}
