package dev.belay.press;

import dev.belay.action.Refusal;
import dev.belay.action.Refusal.Reason;
import java.time.Duration;
import java.util.function.Function;

/**
 * One rule that a press must pass, by its name.
 *
 * @param check reads only
 */
record Gate(String name, Function<Inquiry, Verdict> check) {
    /** What one gate says. */
    sealed interface Verdict {
        /** Nothing against it. */
        record Pass() implements Verdict {}

        /** No. */
        record Deny(Refusal refusal) implements Verdict {}

        /** It cannot be said yet: ask again after this time. */
        record NotYet(Duration retryAfter) implements Verdict {}
    }

    static final Verdict PASS = new Verdict.Pass();

    static Verdict deny(Reason reason, String sentence) {
        return new Verdict.Deny(Refusal.of(reason, sentence));
    }

    static Verdict passIf(boolean allowed, Reason reason, String sentence) {
        return allowed ? PASS : deny(reason, sentence);
    }
}
