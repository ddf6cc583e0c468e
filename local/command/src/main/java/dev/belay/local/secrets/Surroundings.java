package dev.belay.local.secrets;

import java.io.PrintStream;
import java.time.Clock;
import java.util.Map;

/**
 * What the commands about secrets run in.
 *
 * @param environment where AWS's region, address and keys are said
 * @param terminal where a secret is typed
 */
public record Surroundings(
        PrintStream out, PrintStream errors, Map<String, String> environment, Terminal terminal, Clock clock) {
    public Surroundings {
        environment = Map.copyOf(environment);
    }

    /** Those of this process. */
    public static Surroundings ofProcess(PrintStream out, PrintStream errors) {
        return new Surroundings(out, errors, System.getenv(), new ProcessTerminal(), Clock.systemUTC());
    }

    /** Where nobody is at a terminal. */
    public static Surroundings of(PrintStream out, PrintStream errors, Map<String, String> environment, Clock clock) {
        return new Surroundings(out, errors, environment, new NoTerminal(), clock);
    }

    /** Without the environment, which holds keys. */
    @Override
    public String toString() {
        return "Surroundings";
    }
}
