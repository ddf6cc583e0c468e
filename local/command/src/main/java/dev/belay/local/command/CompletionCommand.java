package dev.belay.local.command;

import java.io.PrintStream;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code ./belay completion}: what a shell needs to complete commands, options and names. */
@Command(
        name = "completion",
        description = {
            "print what makes bash and zsh complete commands and options",
            "In bash and zsh: source <(./belay completion)",
            "For every new bash: ./belay completion > ~/.local/share/bash-completion/completions/belay"
        })
final class CompletionCommand implements Runnable {
    /** A shell looks completions up by the last part of what is typed, so it works for {@code ./belay} too. */
    private static final String SCRIPT = "belay";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private final PrintStream out;

    CompletionCommand(PrintStream out) {
        this.out = out;
    }

    @Override
    public void run() {
        out.print(AutoComplete.bash(SCRIPT, spec.root().commandLine()));
    }
}
