package dev.belay.simulator.slack.control;

import dev.belay.simulator.control.Command;
import dev.belay.simulator.control.Fields;
import dev.belay.simulator.slack.workspace.Grant;
import dev.belay.simulator.slack.workspace.Workspace;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** How the workspace's bot token dies and comes back, and what it may do. */
final class TokenCommands {
    private final Workspace workspace;

    TokenCommands(Workspace workspace) {
        this.workspace = workspace;
    }

    List<Command> all() {
        return List.of(
                Command.change(
                        "bot-token",
                        "standing (valid, revoked, inactive, expired, unknown)",
                        "says how the workspace's bot token stands from now on",
                        given -> workspace.botToken(standing(given))),
                Command.change(
                        "bot-scopes",
                        "scopes (separated by commas)",
                        "leaves the workspace's bot token these scopes only",
                        given -> workspace.botScopes(
                                Arrays.asList(given.text("scopes").split(",\\s*", -1)))));
    }

    private static Grant.Standing standing(Fields given) {
        try {
            return Grant.Standing.valueOf(given.text("standing").toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("standing is one of valid, revoked, inactive, expired, unknown", e);
        }
    }
}
