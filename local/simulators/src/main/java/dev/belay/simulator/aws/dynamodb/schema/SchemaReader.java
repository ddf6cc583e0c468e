package dev.belay.simulator.aws.dynamodb.schema;

import com.grack.nanojson.JsonObject;
import dev.belay.simulator.aws.dynamodb.request.Arguments;
import dev.belay.simulator.aws.dynamodb.request.Refused;
import dev.belay.simulator.aws.dynamodb.schema.IndexSchema.Projected;
import dev.belay.simulator.aws.dynamodb.schema.KeySchema.Attribute;
import dev.belay.simulator.aws.dynamodb.value.Type;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads what {@code CreateTable} says of a table. */
public final class SchemaReader {
    private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9_.-]{3,255}");

    private final Map<String, Type> types = new LinkedHashMap<>();
    private final Set<String> unused = new TreeSet<>();

    private SchemaReader() {}

    public static TableSchema read(JsonObject json) {
        Arguments arguments = Arguments.of(
                "CreateTable",
                json,
                List.of("TableName", "AttributeDefinitions", "KeySchema", "BillingMode", "GlobalSecondaryIndexes"));
        arguments.word("BillingMode", "PROVISIONED", List.of("PAY_PER_REQUEST"));
        return new SchemaReader().table(arguments);
    }

    private TableSchema table(Arguments arguments) {
        arguments.objects("AttributeDefinitions").orElse(List.of()).forEach(this::define);
        unused.addAll(types.keySet());
        KeySchema key = key(arguments);
        List<IndexSchema> indexes = arguments.objects("GlobalSecondaryIndexes").orElse(List.of()).stream()
                .map(this::index)
                .toList();
        if (!unused.isEmpty()) {
            throw Refused.invalid("Some AttributeDefinitions are not used. AttributeDefinitions: " + types.keySet()
                    + ", keys used: "
                    + types.keySet().stream()
                            .filter(name -> !unused.contains(name))
                            .toList());
        }
        if (indexes.stream().map(IndexSchema::name).distinct().count() < indexes.size()) {
            throw Refused.invalid("Duplicate index name: "
                    + indexes.stream().map(IndexSchema::name).toList());
        }
        return new TableSchema(name(arguments.needText("TableName")), key, indexes);
    }

    private static String name(String name) {
        if (!NAME.matcher(name).matches()) {
            throw Refused.constraint(
                    "'" + name + "'", "tableName", "satisfy regular expression pattern: " + NAME.pattern());
        }
        return name;
    }

    private void define(JsonObject json) {
        Arguments definition = Arguments.of("AttributeDefinition", json, List.of("AttributeName", "AttributeType"));
        String type = definition.word("AttributeType", "", List.of("B", "N", "S"));
        types.put(definition.needText("AttributeName"), Type.valueOf(type));
    }

    private KeySchema key(Arguments arguments) {
        List<Arguments> elements = arguments.objects("KeySchema").orElse(List.of()).stream()
                .map(json -> Arguments.of("KeySchemaElement", json, List.of("AttributeName", "KeyType")))
                .toList();
        List<String> kinds = elements.stream()
                .map(element -> element.word("KeyType", "", List.of("HASH", "RANGE")))
                .toList();
        if (!kinds.equals(List.of("HASH")) && !kinds.equals(List.of("HASH", "RANGE"))) {
            throw Refused.invalid(
                    "Invalid KeySchema: a hash key and at most one range key in this order, not " + kinds);
        }
        List<Attribute> attributes = elements.stream()
                .map(element -> attribute(element.needText("AttributeName")))
                .toList();
        return new KeySchema(attributes.getFirst(), attributes.stream().skip(1).findFirst());
    }

    private Attribute attribute(String name) {
        unused.remove(name);
        Type type = Optional.ofNullable(types.get(name))
                .orElseThrow(() ->
                        Refused.invalid("Some index key attributes are not defined in AttributeDefinitions. Keys: ["
                                + name + "], AttributeDefinitions: " + types.keySet()));
        return new Attribute(name, type);
    }

    private IndexSchema index(JsonObject json) {
        Arguments index = Arguments.of("GlobalSecondaryIndex", json, List.of("IndexName", "KeySchema", "Projection"));
        Arguments projection = Arguments.of(
                "Projection", index.needObject("Projection"), List.of("ProjectionType", "NonKeyAttributes"));
        Projected projected = Projected.valueOf(projection.word(
                "ProjectionType",
                "",
                Stream.of(Projected.values()).map(Projected::name).toList()));
        List<String> included = projection.texts("NonKeyAttributes").orElse(List.of());
        if (included.isEmpty() == (projected == Projected.INCLUDE)) {
            throw Refused.invalid("ProjectionType is " + projected + ", and NonKeyAttributes are " + included);
        }
        return new IndexSchema(name(index.needText("IndexName")), key(index), projected, included);
    }
}
