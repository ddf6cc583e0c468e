package dev.belay.local.chatapp;

import dev.belay.local.secrets.Surroundings;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ./belay slack}. */
@Command(name = "slack", description = "install the Slack app", synopsisSubcommandLabel = "COMMAND")
public final class SlackCommand implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    private SlackCommand() {}

    /** The command with those beneath it. */
    public static CommandLine in(Surroundings around) {
        return new CommandLine(new SlackCommand()).addSubcommand(new SlackManifestCommand(around));
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "it is 'slack manifest'");
    }
}
