package dev.belay.local.secrets;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ./belay secrets}. */
@Command(
        name = "secrets",
        description = "store the secrets of a stack and check them",
        synopsisSubcommandLabel = "COMMAND")
public final class SecretsCommand implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    private SecretsCommand() {}

    /** The command with those beneath it. */
    public static CommandLine in(Surroundings around) {
        return new CommandLine(new SecretsCommand())
                .addSubcommand(new PutCommand(around))
                .addSubcommand(new CheckCommand(around));
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "it is 'secrets put NAME' or 'secrets check FILE'");
    }
}
