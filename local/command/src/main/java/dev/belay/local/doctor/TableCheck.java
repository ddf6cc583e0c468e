package dev.belay.local.doctor;

import dev.belay.aws.deployed.DeployedTables;
import dev.belay.aws.deployed.TableState;
import java.util.List;
import java.util.Optional;

/** Whether the three tables are there, and let expire what is to expire. */
final class TableCheck {
    private static final String AREA = "tables";
    private static final String EXPIRES_BY = "expires_at";

    private final DeployedTables tables;
    private final String stack;
    private final String links;

    TableCheck(DeployedTables tables, String stack, String links) {
        this.tables = tables;
        this.stack = stack;
        this.links = links;
    }

    /** The table of handled events that a stack of this name has. */
    static String events(String stack) {
        return stack + "-events";
    }

    List<Result> results() {
        return List.of(
                result(links, Optional.empty()),
                result(stack + "-u_chat_user_map", Optional.of(EXPIRES_BY)),
                result(events(stack), Optional.of(EXPIRES_BY)));
    }

    private Result result(String table, Optional<String> expiresBy) {
        return Result.of(AREA, table, () -> tables.find(table)
                .map(state -> result(table, state, expiresBy))
                .orElseGet(() -> Result.wrong(
                        AREA,
                        table,
                        "there is no such table",
                        "deploy the stack, or give --stack, --link-table and --region")));
    }

    private static Result result(String table, TableState state, Optional<String> expiresBy) {
        if (!state.isActive()) {
            return Result.wrong(AREA, table, "it is " + state.status(), "wait until it is ACTIVE, and look again");
        }
        if (!state.expiresBy().equals(expiresBy)) {
            return Result.wrong(
                    AREA,
                    table,
                    expiresBy.isPresent()
                            ? "nothing expires in it, so that identities and handled events are kept for ever"
                            : "links expire in it, so that conversations are forgotten",
                    "deploy the stack again: its time to live was changed by hand");
        }
        return Result.good(
                AREA, table, expiresBy.map(name -> "expires by " + name).orElse("nothing expires"));
    }
}
