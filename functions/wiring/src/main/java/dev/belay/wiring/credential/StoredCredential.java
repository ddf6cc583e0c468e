package dev.belay.wiring.credential;

import dev.belay.credential.CredentialCheck;
import dev.belay.secret.SecretKind;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * One secret of an installation, and how it is checked.
 *
 * @param kind what it is
 * @param owner the workspace, tenant, instance or pager that it is for; none where there is one for all
 * @param ids the secrets that may hold it
 * @param shape looks at it; throws {@link dev.belay.failure.ExternalFailure} where the store does not hand it out
 * @param live shows it to its system; none where it is what others prove themselves with to us, which cannot be shown to anyone
 */
public record StoredCredential(
        SecretKind kind, String owner, List<String> ids, Supplier<Shape> shape, Optional<CredentialCheck> live) {
    public StoredCredential {
        ids = List.copyOf(ids);
    }

    /**
     * What the shape of a secret says.
     *
     * @param found whether there is a secret at all
     * @param problems what keeps it from being used
     * @param remarks what is hardly meant
     */
    public record Shape(boolean found, List<String> problems, List<String> remarks) {
        static final Shape MISSING = new Shape(false, List.of(), List.of());

        public Shape {
            problems = List.copyOf(problems);
            remarks = List.copyOf(remarks);
        }

        /** Whether it can be used. */
        public boolean isGood() {
            return found && problems.isEmpty();
        }
    }
}
