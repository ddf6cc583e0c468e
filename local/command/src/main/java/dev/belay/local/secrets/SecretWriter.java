package dev.belay.local.secrets;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonWriter;
import dev.belay.aws.SecretStore;
import dev.belay.failure.ExternalFailure;
import dev.belay.failure.Unavailable;
import dev.belay.secret.SecretKind;
import java.io.PrintStream;
import java.util.List;

/** Stores a secret whose shape was checked, and says what became of it; never what it is. */
public final class SecretWriter {
    private final PrintStream out;
    private final PrintStream errors;

    public SecretWriter(PrintStream out, PrintStream errors) {
        this.out = out;
        this.errors = errors;
    }

    /** Asks a person for all that a secret of this kind holds, without showing what is typed. */
    public static JsonObject ask(SecretKind kind, Terminal terminal) {
        return Questions.ask(kind, terminal);
    }

    /** Whether the document has the shape of its kind; where it has not, what is wrong is said. */
    public boolean isGood(String id, SecretKind kind, JsonObject document) {
        List<String> problems = kind.problems(document);
        if (problems.isEmpty()) {
            return true;
        }
        errors.println(id + " is not stored:");
        problems.forEach(problem -> errors.println("  " + problem));
        errors.println("It holds " + kind.document());
        return false;
    }

    /** What became of a secret that was to be stored. */
    public enum Outcome {
        STORED,
        REFUSED,
        /** AWS did not answer: it may have stored it. Storing it again is harmless. */
        UNKNOWN
    }

    /** Stores what {@link #isGood}, and says what became of it. */
    public Outcome store(SecretStore store, String id, SecretKind kind, JsonObject document) {
        try {
            SecretStore.Stored stored = store.put(id, JsonWriter.string(document));
            out.println(id + (stored == SecretStore.Stored.CREATED ? " is stored" : " has a new value")
                    + ". The functions use it within five minutes.");
            kind.remarks(document).forEach(remark -> out.println("  warning: " + remark));
            return Outcome.STORED;
        } catch (Unavailable e) {
            if (e.mayBeDone()) {
                errors.println("whether " + id + " is stored is not known: " + e.getMessage()
                        + ". Storing it again is harmless");
                return Outcome.UNKNOWN;
            }
            return refused(id, e);
        } catch (ExternalFailure e) {
            return refused(id, e);
        }
    }

    private Outcome refused(String id, ExternalFailure e) {
        errors.println(id + " is not stored: " + e.getMessage());
        return Outcome.REFUSED;
    }
}
