package dev.belay.local.setup;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Tells what stands, what was done, and what is left for a person. */
final class SetupReport {
    /** What became of a thing. */
    enum Verb {
        /** It was there already, as it should be. */
        STANDS,
        /** There was none. */
        NEW,
        /** What setup wrote before was replaced. */
        CHANGED,
        /** What somebody else wrote was left as it is, and differs. */
        KEPT,
        /** A person has to do it. */
        TO_DO
    }

    private final PrintStream out;
    private final List<String> left = new ArrayList<>();

    SetupReport(PrintStream out) {
        this.out = out;
    }

    Verb tell(Verb verb, String what) {
        String word = verb.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        out.println(String.format("%-8s %s", word, what));
        if (verb == Verb.TO_DO || verb == Verb.KEPT) {
            left.add(what);
        }
        return verb;
    }

    /** Whether nothing is left for a person. */
    boolean isComplete() {
        return left.isEmpty();
    }

    void line(String text) {
        out.println(text);
    }
}
