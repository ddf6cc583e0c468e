package dev.belay.simulator.aws.dynamodb.admin;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import dev.belay.simulator.aws.dynamodb.request.Arguments;
import dev.belay.simulator.aws.dynamodb.schema.SchemaReader;
import dev.belay.simulator.aws.dynamodb.store.Table;
import dev.belay.simulator.aws.dynamodb.store.Tables;
import java.util.List;

/** What is done with whole tables. */
public final class TableOperations {
    private final Descriptions descriptions;

    public TableOperations(String arnPrefix) {
        this.descriptions = new Descriptions(arnPrefix);
    }

    public JsonObject create(Tables tables, JsonObject json) {
        return answer("TableDescription", descriptions.of(tables.create(SchemaReader.read(json))));
    }

    public JsonObject describe(Tables tables, JsonObject json) {
        return answer("Table", descriptions.of(table("DescribeTable", tables, json)));
    }

    public JsonObject delete(Tables tables, JsonObject json) {
        Table table = table("DeleteTable", tables, json);
        JsonObject description = descriptions.of(table);
        description.put("TableStatus", "DELETING");
        tables.drop(table);
        return answer("TableDescription", description);
    }

    public JsonObject list(Tables tables, JsonObject json) {
        Arguments.of("ListTables", json, List.of());
        return answer("TableNames", new JsonArray(tables.names()));
    }

    private static Table table(String operation, Tables tables, JsonObject json) {
        return tables.describe(
                Arguments.of(operation, json, List.of("TableName")).needText("TableName"));
    }

    private static JsonObject answer(String name, Object value) {
        JsonObject answer = new JsonObject();
        answer.put(name, value);
        return answer;
    }
}
