package dev.belay.local.secrets;

import dev.belay.local.stack.DeployedStack;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Where the settings document is. */
@Command
public final class SettingsOption {
    private static final String USUAL = "/belay/settings";

    @Option(
            names = "--settings",
            paramLabel = "NAME",
            description = "the parameter with the settings document (the stack's, else " + USUAL + ")")
    private Optional<String> name = Optional.empty();

    /**
     * The name of the parameter with the document: the one that was given, else what the stack says.
     *
     * @param deployed the stack, where it can be seen
     */
    public String of(Optional<DeployedStack> deployed) {
        return name.or(() -> deployed.flatMap(DeployedStack::settingsParameter)).orElse(USUAL);
    }
}
