package dev.belay.local.secrets;

import dev.belay.credential.CredentialCheck;
import dev.belay.credential.Finding;
import dev.belay.failure.CredentialsRefused;
import dev.belay.failure.ExternalFailure;
import dev.belay.secret.SecretKind;
import dev.belay.secret.SecretNames;
import dev.belay.secret.SecretPlace;
import dev.belay.wiring.credential.StoredCredential;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What was found of one secret. Its texts never hold a value of it.
 *
 * @param what the secret's name, and for whom it is where it is for several
 * @param said in words, without a full stop
 * @param remarks what is hardly meant, or lacks without being of no use
 */
public record SecretFinding(String what, State state, String said, List<String> remarks) {
    /** Whether it can be used. */
    public enum State {
        GOOD,
        /** It is missing, has another shape, or its system refuses it. */
        UNUSABLE,
        /** What would tell did not answer. */
        UNKNOWN
    }

    public SecretFinding {
        remarks = List.copyOf(remarks);
    }

    /**
     * Looks at a secret.
     *
     * @param live whether it is tried at its system, once and harmlessly
     */
    public static SecretFinding of(StoredCredential credential, SecretNames names, boolean live) {
        String what = String.join(", ", credential.ids())
                + (credential.kind() == SecretKind.PAGERS ? " (" + credential.owner() + ")" : "");
        try {
            StoredCredential.Shape shape = credential.shape().get();
            if (!shape.found()) {
                return new SecretFinding(
                        what, State.UNUSABLE, "missing: store it with '" + put(credential, names) + "'", List.of());
            }
            if (!shape.isGood()) {
                return new SecretFinding(
                        what, State.UNUSABLE, "wrong: " + String.join("; ", shape.problems()), List.of());
            }
            return live ? tried(what, credential, shape.remarks()) : good(what, "", shape.remarks());
        } catch (CredentialsRefused e) { // it is there and cannot be read as one
            return new SecretFinding(
                    what,
                    State.UNUSABLE,
                    "wrong: " + e.said() + "; store it with '" + put(credential, names) + "'",
                    List.of());
        } catch (ExternalFailure e) {
            return new SecretFinding(what, State.UNKNOWN, "not proved: " + e.getMessage(), List.of());
        }
    }

    /** The command that stores it. */
    public static String put(StoredCredential credential, SecretNames names) {
        return SecretPlace.put(names.stack(), credential.kind().name(credential.owner()));
    }

    private static SecretFinding tried(String what, StoredCredential credential, List<String> remarks) {
        Optional<CredentialCheck> check = credential.live();
        if (check.isEmpty()) {
            return good(what, "; nothing harmless to call with it: the next request that comes in proves it", remarks);
        }
        return switch (check.get().check()) {
            case Finding.Taken(String proof, Optional<Instant> ends, List<String> more) ->
                good(
                        what,
                        "; " + proof + ends.map(end -> ", until " + end).orElse(""),
                        Stream.concat(remarks.stream(), more.stream()).toList());
            case Finding.NotProvable(String why) -> good(what, "; " + why, remarks);
            case Finding.Refused(String why) ->
                new SecretFinding(what, State.UNUSABLE, "not proved: " + why, List.of());
            case Finding.NotChecked(String why) ->
                new SecretFinding(what, State.UNKNOWN, "not proved: " + why, List.of());
        };
    }

    private static SecretFinding good(String what, String proof, List<String> remarks) {
        return new SecretFinding(what, State.GOOD, "good" + proof, remarks);
    }
}
