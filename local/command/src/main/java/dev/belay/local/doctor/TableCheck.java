package dev.belay.local.doctor;

import dev.belay.aws.deployed.DeployedTables;
import dev.belay.aws.deployed.TableState;
import dev.belay.wiring.credential.Inspection;
import java.util.List;
import java.util.Optional;

/** Whether the three tables are there, and let expire what is to expire. */
final class TableCheck {
    private static final String AREA = "tables";
    private static final String EXPIRES_BY = "expires_at";

    /** What is lost with a table is lost for ever, unless it can be restored; the others are rebuilt in days. */
    private enum Loss {
        FOR_EVER,
        FOR_DAYS
    }

    private final DeployedTables tables;
    private final String stack;
    private final Inspection.Tables named;

    /** @param named the tables of links and of events; the former may be one that an earlier stack left */
    TableCheck(DeployedTables tables, String stack, Inspection.Tables named) {
        this.tables = tables;
        this.stack = stack;
        this.named = named;
    }

    List<Result> results() {
        return List.of(
                result(named.links(), Optional.empty(), Loss.FOR_EVER),
                result(stack + "-u_chat_user_map", Optional.of(EXPIRES_BY), Loss.FOR_DAYS),
                result(named.events(), Optional.of(EXPIRES_BY), Loss.FOR_DAYS));
    }

    private Result result(String table, Optional<String> expiresBy, Loss loss) {
        return Result.of(AREA, table, () -> tables.find(table)
                .map(state -> result(table, state, expiresBy, loss))
                .orElseGet(() -> Result.wrong(
                        AREA,
                        table,
                        "there is no such table",
                        "deploy the stack, or give --stack, --link-table and --region")));
    }

    private static Result result(String table, TableState state, Optional<String> expiresBy, Loss loss) {
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
        if (loss == Loss.FOR_EVER && !state.isRecoverable()) {
            return Result.wrong(
                    AREA,
                    table,
                    "it cannot be restored to a point in time, so that links that are lost stay lost",
                    "switch point-in-time recovery on: 'aws dynamodb update-continuous-backups --table-name " + table
                            + " --point-in-time-recovery-specification PointInTimeRecoveryEnabled=true'");
        }
        return Result.good(
                AREA,
                table,
                expiresBy.map(name -> "expires by " + name).orElse("nothing expires")
                        + (loss == Loss.FOR_EVER ? ", and it can be restored to a point in time" : ""));
    }
}
