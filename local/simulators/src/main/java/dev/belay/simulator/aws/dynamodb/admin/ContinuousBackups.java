package dev.belay.simulator.aws.dynamodb.admin;

import com.grack.nanojson.JsonObject;
import dev.belay.simulator.aws.dynamodb.request.Arguments;
import dev.belay.simulator.aws.dynamodb.request.Refused;
import dev.belay.simulator.aws.dynamodb.store.Table;
import dev.belay.simulator.aws.dynamodb.store.Tables;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;

/**
 * Whether a table can be restored to a point in time. Each table has continuous backups; only recovery is switched
 * (docs.aws.amazon.com/amazondynamodb/latest/APIReference: API_UpdateContinuousBackups, API_DescribeContinuousBackups). Nothing is
 * backed up here, and a new start has it off.
 */
public final class ContinuousBackups {
    private static final String SPECIFICATION = "PointInTimeRecoverySpecification";
    private static final String ENABLED = "PointInTimeRecoveryEnabled";

    private final Set<Table> recoverable = Collections.newSetFromMap(new WeakHashMap<>());

    public JsonObject update(Tables tables, JsonObject json) {
        Arguments arguments = Arguments.of("UpdateContinuousBackups", json, List.of("TableName", SPECIFICATION));
        Arguments wanted = Arguments.of(SPECIFICATION, arguments.needObject(SPECIFICATION), List.of(ENABLED));
        Table table = table(tables, arguments);
        if (wanted.flag(ENABLED, false)) {
            recoverable.add(table);
        } else {
            recoverable.remove(table);
        }
        return description(table);
    }

    public JsonObject describe(Tables tables, JsonObject json) {
        Arguments arguments = Arguments.of("DescribeContinuousBackups", json, List.of("TableName"));
        return description(table(tables, arguments));
    }

    private static Table table(Tables tables, Arguments arguments) {
        String name = arguments.needText("TableName");
        if (!tables.names().contains(name)) {
            throw Refused.noTable(name);
        }
        return tables.describe(name);
    }

    private JsonObject description(Table table) {
        return JsonObject.builder()
                .object("ContinuousBackupsDescription")
                .value("ContinuousBackupsStatus", "ENABLED")
                .object("PointInTimeRecoveryDescription")
                .value("PointInTimeRecoveryStatus", recoverable.contains(table) ? "ENABLED" : "DISABLED")
                .end()
                .end()
                .done();
    }
}
