package dev.belay.simulator.aws.dynamodb.admin;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import dev.belay.simulator.aws.dynamodb.schema.IndexSchema;
import dev.belay.simulator.aws.dynamodb.schema.SchemaWriter;
import dev.belay.simulator.aws.dynamodb.store.Table;
import java.util.ArrayList;

/** Describes tables as DynamoDB does; they are active as soon as they are made. */
final class Descriptions {
    private final String arnPrefix;

    /** @param arnPrefix what a table's ARN begins with, its name being the rest */
    Descriptions(String arnPrefix) {
        this.arnPrefix = arnPrefix;
    }

    JsonObject of(Table table) {
        JsonObject description = SchemaWriter.write(table.schema());
        String arn = arnPrefix + table.schema().name();
        description.remove("BillingMode");
        description.put(
                "BillingModeSummary",
                JsonObject.builder().value("BillingMode", "PAY_PER_REQUEST").done());
        description.put("TableArn", arn);
        description.put("TableStatus", "ACTIVE");
        description.put("CreationDateTime", table.created().toEpochMilli() / 1000.0);
        description.put("ItemCount", table.items().size());
        description.put("TableSizeBytes", table.items().bytes());
        if (!table.schema().indexes().isEmpty()) {
            description.put("GlobalSecondaryIndexes", indexes(table, arn));
        }
        return description;
    }

    private static JsonArray indexes(Table table, String arn) {
        JsonArray written = SchemaWriter.write(table.schema()).getArray("GlobalSecondaryIndexes");
        JsonArray described = new JsonArray(new ArrayList<>());
        for (int i = 0; i < written.size(); i++) {
            IndexSchema index = table.schema().indexes().get(i);
            JsonObject description = new JsonObject(written.getObject(i));
            description.put("IndexStatus", "ACTIVE");
            description.put("IndexArn", arn + "/index/" + index.name());
            description.put("ItemCount", table.items(index).size());
            description.put("IndexSizeBytes", table.items(index).bytes());
            described.add(description);
        }
        return described;
    }
}
