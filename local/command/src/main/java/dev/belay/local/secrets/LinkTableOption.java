package dev.belay.local.secrets;

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

    /** The table that was given. */
    public Optional<String> given() {
        return table;
    }

    /** The name of the link table: the one that was given, or the stack's own. */
    public String of(String stack) {
        return table.orElseGet(() -> stack + "-u_chat_conversation_link");
    }
}
