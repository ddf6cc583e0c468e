package dev.belay.wiring.secret;

import dev.belay.aws.Secret;
import dev.belay.credential.CredentialId;
import dev.belay.failure.CredentialsRefused;
import dev.belay.secret.SecretKind;
import dev.belay.secret.SecretPlace;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A secret whose shape is checked when it is read: one of the wrong kind is refused here, with what it is, before it is sent to
 * anyone. It is never shown. One that is wrong is read again before it is refused: it may have been mended since.
 *
 * @param problems what its shape says
 */
record CheckedSecret(CredentialId id, SecretKind kind, Function<Secret, List<String>> problems, Refusals refusals) {
    CheckedSecret(CredentialId id, SecretKind kind, Refusals refusals) {
        this(id, kind, secret -> kind.problems(secret.texts()), refusals);
    }

    /**
     * @param again reads it past every cache
     * @throws CredentialsRefused when its shape is wrong
     */
    Secret of(Secret read, Supplier<Secret> again) {
        return problems.apply(read).isEmpty() ? read : of(again.get());
    }

    /**
     * @param read it was read just now
     * @throws CredentialsRefused when its shape is wrong
     */
    Secret of(Secret read) {
        List<String> wrong = problems.apply(read);
        if (wrong.isEmpty()) {
            return read;
        }
        throw refused(read + " is wrong: " + String.join("; ", wrong));
    }

    CredentialsRefused refused(String said) {
        return refusals.unusable(id, kind.system(), said);
    }

    /**
     * To be thrown where there is no secret, or it is empty: nothing works until one is stored, as with one that is refused.
     *
     * @param secretId where it was looked for
     */
    CredentialsRefused missing(String secretId) {
        return refusals.missing(id, kind.system(), new SecretPlace(secretId, kind, id.owner()).missing());
    }
}
