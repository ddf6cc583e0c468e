package dev.belay.simulator.aws.dynamodb.schema;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import dev.belay.simulator.aws.dynamodb.schema.KeySchema.Attribute;
import java.util.List;
import java.util.stream.Stream;

/** Writes what a table is, as {@link SchemaReader} reads it. */
public final class SchemaWriter {
    private SchemaWriter() {}

    public static JsonObject write(TableSchema table) {
        JsonObject json = new JsonObject();
        json.put("TableName", table.name());
        json.put("BillingMode", "PAY_PER_REQUEST");
        json.put("AttributeDefinitions", definitions(table));
        json.put("KeySchema", key(table.key()));
        if (!table.indexes().isEmpty()) {
            json.put("GlobalSecondaryIndexes", indexes(table));
        }
        return json;
    }

    static JsonArray definitions(TableSchema table) {
        return new JsonArray(
                Stream.concat(Stream.of(table.key()), table.indexes().stream().map(IndexSchema::key))
                        .flatMap(key -> key.attributes().stream())
                        .distinct()
                        .map(attribute -> JsonObject.builder()
                                .value("AttributeName", attribute.name())
                                .value("AttributeType", attribute.type().name())
                                .done())
                        .toList());
    }

    static JsonArray key(KeySchema key) {
        JsonArray elements = JsonArray.from(element(key.hash(), "HASH"));
        key.range().ifPresent(range -> elements.add(element(range, "RANGE")));
        return elements;
    }

    private static JsonObject element(Attribute attribute, String kind) {
        return JsonObject.builder()
                .value("AttributeName", attribute.name())
                .value("KeyType", kind)
                .done();
    }

    static JsonArray indexes(TableSchema table) {
        return new JsonArray(table.indexes().stream().map(SchemaWriter::index).toList());
    }

    private static JsonObject index(IndexSchema index) {
        JsonObject projection = new JsonObject();
        projection.put("ProjectionType", index.projected().name());
        List<String> included = index.included();
        if (!included.isEmpty()) {
            projection.put("NonKeyAttributes", new JsonArray(included));
        }
        return JsonObject.builder()
                .value("IndexName", index.name())
                .value("KeySchema", key(index.key()))
                .value("Projection", projection)
                .done();
    }
}
