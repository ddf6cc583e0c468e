package dev.belay.local.doctor;

import dev.belay.local.secrets.SecretFinding;
import dev.belay.secret.SecretNames;
import dev.belay.wiring.credential.StoredCredential;
import java.util.List;
import java.util.stream.Stream;

/** Whether every secret that the settings name is there, has its shape, and is taken by its system with the scopes and rights it needs. */
final class SecretCheck {
    private static final String AREA = "secrets";
    private static final String REMEDY =
            "', or grant what is missing: docs/secrets.md and docs/credentials.md say how for each sentence";

    private final List<StoredCredential> stored;
    private final SecretNames names;

    SecretCheck(List<StoredCredential> stored, SecretNames names) {
        this.stored = stored;
        this.names = names;
    }

    List<Result> results() {
        return stored.stream()
                .flatMap(credential -> results(credential, SecretFinding.of(credential, names, true)))
                .toList();
    }

    /** Their shapes alone: none is shown to its system. */
    List<Result> shapes() {
        return stored.stream()
                .map(credential -> shape(credential, SecretFinding.of(credential, names, false)))
                .toList();
    }

    private Result shape(StoredCredential credential, SecretFinding found) {
        return found.state() == SecretFinding.State.GOOD
                ? Result.good(AREA, found.what(), "its shape is right; its system was not asked")
                : result(credential, found);
    }

    private Stream<Result> results(StoredCredential credential, SecretFinding found) {
        Stream<Result> remarks = found.remarks().stream()
                .map(remark -> Result.warning(AREA, found.what(), remark, "grant it where you want what it is for"));
        return Stream.concat(Stream.of(result(credential, found)), remarks);
    }

    private Result result(StoredCredential credential, SecretFinding found) {
        return switch (found.state()) {
            case GOOD -> Result.good(AREA, found.what(), found.said().replaceFirst("^good; ", ""));
            case UNUSABLE ->
                Result.wrong(
                        AREA,
                        found.what(),
                        found.said(),
                        "store the right one with '" + SecretFinding.put(credential, names) + REMEDY);
            case UNKNOWN ->
                Result.unknown(AREA, found.what(), found.said(), "look again when what did not answer answers");
        };
    }
}
