package dev.belay.local.command;

import dev.belay.chat.Platform;
import dev.belay.local.command.usage.PlatformNames;
import dev.belay.local.command.usage.Usage;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./belay settings}. */
@Command(name = "settings", description = "look after the settings document", synopsisSubcommandLabel = "COMMAND")
final class SettingsCommand implements Runnable {
    private static final String DEPLOYED = "--deployed";

    private final PrintStream out;
    private final PrintStream errors;

    SettingsCommand(PrintStream out, PrintStream errors) {
        this.out = out;
        this.errors = errors;
    }

    @Command(name = "check", description = "say what is wrong in a settings document, and where")
    int check(
            @Parameters(paramLabel = "FILE", description = "the document") Path file,
            @Option(
                            names = DEPLOYED,
                            paramLabel = "slack,teams",
                            description = "warn of platforms that the stack does not have")
                    Optional<String> deployed) {
        return new CheckSettings(out, errors).check(file, deployed.map(SettingsCommand::platforms));
    }

    private static Set<Platform> platforms(String words) {
        return Arrays.stream(words.split(",", -1))
                .map(word -> PlatformNames.of(DEPLOYED, word.strip()))
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public void run() {
        throw new Usage("it is 'settings check FILE'");
    }
}
