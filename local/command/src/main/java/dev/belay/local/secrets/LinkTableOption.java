package dev.belay.local.secrets;

import dev.belay.local.stack.DeployedStack;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Where the links are, of a stack that took a table which was there before it. */
@Command
public final class LinkTableOption {
    @Option(
            names = "--link-table",
            paramLabel = "TABLE",
            description = "the link table, where the stack was given one as ExistingLinkTable")
    private Optional<String> table = Optional.empty();

    /**
     * The name of the link table: the one that was given, else what the stack says, else the stack's own.
     *
     * @param deployed the stack, where it can be seen
     */
    public String of(String stack, Optional<DeployedStack> deployed) {
        return table.or(() -> deployed.flatMap(DeployedStack::linkTable)).orElseGet(() -> own(stack));
    }

    /** The name of the table that a stack makes. */
    public static String own(String stack) {
        return stack + "-u_chat_conversation_link";
    }
}
