package dev.belay.local.user;

import dev.belay.local.secrets.Surroundings;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ./belay user}: what is remembered of who is who. */
@Command(
        name = "user",
        description = "show or forget what is remembered of a person",
        synopsisSubcommandLabel = "COMMAND")
public final class UserCommand implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    private UserCommand() {}

    /** The command with those beneath it. */
    public static CommandLine in(Surroundings around) {
        return new CommandLine(new UserCommand())
                .addSubcommand(new ShowCommand(around))
                .addSubcommand(new ForgetCommand(around));
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "it is 'user show EMAIL' or 'user forget EMAIL'");
    }
}
