package dev.belay.wiring;

import dev.belay.secret.SecretKind;
import java.util.List;

/**
 * One credential of an installation, and how it is checked.
 *
 * @param kind what it is
 * @param owner the workspace, tenant, instance or pager that it is for; none where there is one for all
 * @param ids the secrets that may hold it
 * @param shape looks at it, and tells what is wrong with its shape and what is hardly meant
 * @param live shows it to its system once, harmlessly, and tells what came of it
 */
public record CredentialCheck(SecretKind kind, String owner, List<String> ids, Check<Shape> shape, Check<String> live) {
    public CredentialCheck {
        ids = List.copyOf(ids);
    }

    /**
     * A look at a credential.
     *
     * @param <R> what comes of it
     */
    public interface Check<R> {
        /**
         * @throws dev.belay.failure.ExternalFailure when the system refuses or does not answer; never with a value
         */
        R run();
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
