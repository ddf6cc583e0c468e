package dev.belay.ingress.bench;

import java.io.IOException;
import java.util.Locale;

/** Compares a warm invoke of Teams, proved and parsed, with the bare RS256 verification of its token in the same JVM at C1. */
final class WarmInvoke {
    private final WarmJvm jvm;

    WarmInvoke(WarmJvm jvm) {
        this.jvm = jvm;
    }

    boolean run() throws IOException, InterruptedException {
        double[] micros = jvm.micros(InvokeRounds.class);
        Report.print(String.format(
                Locale.ROOT, "%nWarm invoke, microseconds: RS256 alone %.1f, ours %.1f%n", micros[0], micros[1]));
        return Report.bar("warm: ours / RS256", micros[1] / micros[0], 4.0);
    }
}
