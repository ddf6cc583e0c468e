package dev.belay.local.command;

import dev.belay.local.command.usage.Usage;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * The commands that the script carries out itself, because they are Maven's: here they have their help, and a place in the
 * completion.
 */
final class ScriptCommands {
    private ScriptCommands() {}

    /** {@code ./belay verify}. */
    @Command(name = "verify", description = "build everything and run all tests, as CI does")
    static final class Verify implements Runnable {
        @Parameters(
                paramLabel = "MAVEN OPTION",
                arity = "0..*",
                description = "handed to Maven, such as -pl core or -Dtest=GatesTest")
        private List<String> options = List.of();

        @Override
        public void run() {
            throw ofTheScript("verify", options);
        }
    }

    /** {@code ./belay build}. */
    @Command(
            name = "build",
            description = {
                "build the zips that are deployed, without tests, with checksums",
                "From nothing, each with its SBOM (CycloneDX) beside it; their SHA-256 checksums are printed and kept",
                "in target/SHA256SUMS, where 'sha256sum -c target/SHA256SUMS' proves them."
            })
    static final class Build implements Runnable {
        @Parameters(paramLabel = "MAVEN OPTION", arity = "0..*", description = "handed to Maven, such as -o")
        private List<String> options = List.of();

        @Override
        public void run() {
            throw ofTheScript("build", options);
        }
    }

    /** {@code ./belay bench}. */
    @Command(name = "bench", description = "measure ingress, cold and warm, against Node.js")
    static final class Bench implements Runnable {
        @Parameters(paramLabel = "MAVEN OPTION", arity = "0..*", description = "handed to Maven")
        private List<String> options = List.of();

        @Override
        public void run() {
            throw ofTheScript("bench", options);
        }
    }

    /** {@code ./belay picture}. */
    @Command(
            name = "picture",
            hidden = true,
            description = {
                "make the picture of the README again",
                "From the page of './belay local' in Chromium, at the end of a test that acknowledges an incident there."
            })
    static final class Picture implements Runnable {
        @Parameters(paramLabel = "MAVEN OPTION", arity = "0..*", description = "handed to Maven")
        private List<String> options = List.of();

        @Override
        public void run() {
            throw ofTheScript("picture", options);
        }
    }

    private static Usage ofTheScript(String command, List<String> options) {
        return new Usage("the script runs Maven for it: type it as '" + Belay.NAME + " " + command
                + (options.isEmpty() ? "'" : " " + String.join(" ", options) + "'"));
    }
}
