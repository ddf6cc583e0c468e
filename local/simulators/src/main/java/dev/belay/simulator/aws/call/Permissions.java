package dev.belay.simulator.aws.call;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Which IAM permissions an operation needs, as the service authorization reference lists them
 * (docs.aws.amazon.com/service-authorization/latest/reference): a transaction needs those of its entries, an SQS batch
 * those of the single operation, a query of an index only the index.
 */
public final class Permissions {
    private static final Map<String, String> ENTRIES = Map.of(
            "Put", "PutItem",
            "Update", "UpdateItem",
            "Delete", "DeleteItem",
            "ConditionCheck", "ConditionCheckItem",
            "Get", "GetItem");

    private Permissions() {}

    public static List<Permission> of(Operation operation) {
        JsonObject arguments = operation.arguments();
        return switch (operation.service()) {
            case "dynamodb" -> ofTables(operation);
            case "sqs" -> List.of(new Permission("sqs:" + single(operation.name()), last(queue(arguments), '/')));
            case QueryProtocol.SNS ->
                List.of(new Permission("sns:" + operation.name(), last(arguments.getString("TopicArn", ""), ':')));
            case QueryProtocol.CLOUDFORMATION ->
                List.of(new Permission("cloudformation:" + operation.name(), arguments.getString("StackName", "")));
            case "monitoring" -> List.of(new Permission("cloudwatch:" + operation.name(), "*"));
            case "ssm" -> List.of(new Permission("ssm:" + operation.name(), arguments.getString("Name", "")));
            default ->
                List.of(new Permission(
                        operation.service() + ":" + operation.name(),
                        arguments.getString("SecretId", arguments.getString("Name", ""))));
        };
    }

    private static List<Permission> ofTables(Operation operation) {
        return switch (operation.name()) {
            case "TransactWriteItems", "TransactGetItems" ->
                entries(operation.arguments().getArray("TransactItems", new JsonArray()));
            case "BatchGetItem", "BatchWriteItem" ->
                operation.arguments().getObject("RequestItems", new JsonObject()).keySet().stream()
                        .map(table -> new Permission("dynamodb:" + operation.name(), table(table)))
                        .toList();
            default -> List.of(new Permission("dynamodb:" + operation.name(), resource(operation.arguments())));
        };
    }

    private static List<Permission> entries(JsonArray items) {
        return items.stream()
                .map(JsonObject.class::cast)
                .flatMap(item -> item.keySet().stream().flatMap(kind -> entry(kind, item.getObject(kind))))
                .distinct()
                .toList();
    }

    private static Stream<Permission> entry(String kind, JsonObject entry) {
        String action = Objects.requireNonNull(ENTRIES.get(kind), "a transaction has no entries of kind " + kind);
        return Stream.of(new Permission("dynamodb:" + action, resource(entry)));
    }

    private static String resource(JsonObject arguments) {
        String table = table(arguments.getString("TableName", ""));
        String index = arguments.getString("IndexName");
        return index == null ? table : table + "/index/" + index;
    }

    private static String table(String nameOrArn) {
        return last(nameOrArn, '/');
    }

    private static String single(String action) {
        return action.endsWith("Batch") ? action.substring(0, action.length() - "Batch".length()) : action;
    }

    private static String queue(JsonObject arguments) {
        return arguments.getString("QueueUrl", arguments.getString("QueueName", ""));
    }

    private static String last(String text, char separator) {
        return text.substring(text.lastIndexOf(separator) + 1);
    }
}
