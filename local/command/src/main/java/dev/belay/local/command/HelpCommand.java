package dev.belay.local.command;

import dev.belay.local.command.usage.Usage;
import java.io.PrintStream;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./belay help}. */
@Command(name = "help", description = "show this page, or that of a command")
final class HelpCommand implements Runnable {
    @Parameters(paramLabel = "COMMAND", arity = "0..*", description = "such as settings check")
    private List<String> words = List.of();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private final PrintStream out;

    HelpCommand(PrintStream out) {
        this.out = out;
    }

    @Override
    public void run() {
        CommandLine command = spec.root().commandLine();
        for (String word : words) {
            CommandLine next = command.getSubcommands().get(word);
            if (next == null) {
                throw new Usage(Mistyped.noCommand(word, command));
            }
            command = next;
        }
        command.usage(out);
    }
}
