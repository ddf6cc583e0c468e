package dev.belay.local.demo.stage;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** Tells each step as a person would, with the time since the story began. */
public final class StepPrinter {
    private final PrintStream out;
    private final long begun = System.nanoTime();

    public StepPrinter(PrintStream out) {
        this.out = out;
    }

    void tell(String step) {
        double seconds = Duration.ofNanos(System.nanoTime() - begun).toMillis() / 1000.0;
        out.println(String.format(Locale.ROOT, "  %6.2f s  %s", seconds, step));
    }
}
