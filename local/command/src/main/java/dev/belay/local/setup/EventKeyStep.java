package dev.belay.local.setup;

import dev.belay.aws.Aws;
import dev.belay.aws.Secret;
import dev.belay.aws.SecretStore.Standing;
import dev.belay.failure.ExternalFailure;
import dev.belay.local.secrets.SecretWriter;
import dev.belay.local.secrets.Surroundings;
import dev.belay.local.secrets.Terminal;
import dev.belay.local.setup.SetupReport.Verb;
import dev.belay.secret.SecretKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Sees to the key that ServiceNow signs its events with: it is generated, stored, and written into a file until it is entered in
 * ServiceNow. A key that ServiceNow may still sign with is never dropped from the secret, which holds the one before it too.
 */
final class EventKeyStep {
    /**
     * What a person wants.
     *
     * @param renews whether the key is replaced, the one before staying good
     * @param isEntered whether it is taken without a question that ServiceNow signs with the present key
     */
    record Wish(boolean renews, boolean isEntered) {}

    private final SetupReport report;
    private final SecretWriter writer;
    private final Terminal terminal;
    private final Path out;
    private final Path file;
    private final RandomGenerator random;
    private final Wish wish;

    /** @param out setup's folder, where the key is written for ServiceNow's administrator */
    EventKeyStep(Surroundings around, SetupReport report, Path out, RandomGenerator random, Wish wish) {
        this.report = report;
        this.writer = new SecretWriter(around.out(), around.errors());
        this.terminal = around.terminal();
        this.out = out;
        this.file = out.resolve(SetupCommand.KEY_FILE);
        this.random = random;
        this.wish = wish;
    }

    /**
     * Does what is to be done, and the same again where a run before it ended without an answer.
     *
     * @throws ExternalFailure when AWS does not tell what is stored
     */
    void run(Aws there, String id, Standing standing) {
        boolean filled = standing == Standing.FILLED;
        Optional<EventKey> written = EventKey.in(file);
        if (filled && !wish.renews() && written.isEmpty()) {
            report.tell(Verb.STANDS, id);
            return;
        }
        Map<String, String> stored = filled ? stored(there, id) : Map.of();
        Optional<EventKey> unstored = written.filter(key -> !key.isNamedIn(stored));
        if (filled && !wish.renews()) {
            stands(id, unstored);
        } else if (stored.containsKey("previous_key") && !isEntered(stored)) {
            notYet(id, stored, written);
        } else {
            Optional<byte[]> stood = Placement.standing(file);
            store(there, id, stored, unstored.orElseGet(() -> generated(stored)), stood);
        }
    }

    private static Map<String, String> stored(Aws there, String id) {
        return there.secrets((_, _) -> {}).findNow(id).map(Secret::texts).orElse(Map.of());
    }

    private void stands(String id, Optional<EventKey> unstored) {
        unstored.ifPresentOrElse(
                key -> report.tell(
                        Verb.TO_DO,
                        file + " holds the key " + key.id()
                                + ", which is not stored: hand it to nobody. '" + renewing()
                                + "' stores it; or delete the file"),
                () -> report.tell(Verb.STANDS, id + "; delete " + file + " when its key is in ServiceNow"));
    }

    /** The key before the present one ends with the next: ServiceNow must not sign with it any more. */
    private boolean isEntered(Map<String, String> stored) {
        return wish.isEntered()
                || (terminal.isInteractive()
                        && terminal.ask("Does ServiceNow sign with the key " + stored.get("key_id")
                                        + " by now? With another one the key before it is refused. [y/N] ")
                                .strip()
                                .matches("(?i)y|yes"));
    }

    private void notYet(String id, Map<String, String> stored, Optional<EventKey> written) {
        if (written.filter(key -> key.isCurrent(stored)).isEmpty()) {
            EventKey.current(stored).ifPresent(key -> key.write(file));
        }
        report.tell(
                Verb.TO_DO,
                id + ": no new key before ServiceNow signs with " + stored.get("key_id") + ", which " + file
                        + " holds: hand it to ServiceNow's administrator by a safe way. When it is entered, '"
                        + renewing() + " --replace' makes another");
    }

    private String renewing() {
        return Commands.setup(out) + " --new-event-key";
    }

    /** The file comes first: a key that is stored and written nowhere would be of no use to anybody. */
    private EventKey generated(Map<String, String> stored) {
        EventKey key = EventKey.generate(random, stored);
        key.write(file);
        return key;
    }

    /** @param stood what the file held before this key: it may be the one in force, which nobody has handed over yet */
    private void store(Aws there, String id, Map<String, String> before, EventKey key, Optional<byte[]> stood) {
        SecretWriter.Outcome outcome =
                writer.store(there.secretStore(), id, SecretKind.SERVICENOW_EVENTS, key.document(before));
        if (outcome == SecretWriter.Outcome.UNKNOWN && isStored(there, id, key)) {
            outcome = SecretWriter.Outcome.STORED;
        }
        switch (outcome) {
            case STORED -> {
                report.tell(before.isEmpty() ? Verb.NEW : Verb.CHANGED, id + ": the key " + key.id());
                report.tell(
                        Verb.TO_DO, "hand " + file + " to ServiceNow's administrator by a safe way, then delete it");
            }
            case REFUSED -> {
                stood.ifPresentOrElse(text -> EventKey.write(file, text), this::delete);
                report.tell(
                        Verb.TO_DO,
                        id + ": run setup again when AWS takes it"
                                + (stood.isPresent() ? "; " + file + " is as it was" : ""));
            }
            case UNKNOWN ->
                report.tell(
                        Verb.TO_DO,
                        id + ": whether the key " + key.id() + " is stored is not known, so hand " + file
                                + " to nobody yet. Run setup again with the same options: it stores that key, if it is not");
        }
    }

    private static boolean isStored(Aws there, String id, EventKey key) {
        try {
            return key.isCurrent(stored(there, id));
        } catch (ExternalFailure _) {
            return false; // nobody can tell now
        }
    }

    private void delete() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " holds a key that is not stored, and cannot be deleted", e);
        }
    }
}
