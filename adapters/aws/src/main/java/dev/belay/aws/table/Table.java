package dev.belay.aws.table;

import dev.belay.aws.call.Call;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/** One table of DynamoDB, asked with one request at a time. */
record Table(DynamoDbClient client, String name) {
    static final String SYSTEM = "dynamodb";

    /** What came of a conditional write. */
    sealed interface Written {
        /** It is stored; the item as it is now where that was asked for. */
        record Done(Item item) implements Written {}

        /** The condition did not hold; the item that stood against it, if there is one. */
        record Refused(Optional<Item> stored) implements Written {}
    }

    /** Sees every write that was finished before. */
    Optional<Item> get(String key) {
        return Call.to(SYSTEM, "GetItem", () -> {
            var response = client.getItem(
                    request -> request.tableName(name).key(keyed(key)).consistentRead(true));
            return response.hasItem() ? Optional.of(Item.read(response.item())) : Optional.empty();
        });
    }

    void put(Item item) {
        Call.to(
                SYSTEM,
                "PutItem",
                () -> client.putItem(request -> request.tableName(name).item(item.attributes())));
    }

    void delete(String key) {
        Call.to(
                SYSTEM,
                "DeleteItem",
                () -> client.deleteItem(request -> request.tableName(name).key(keyed(key))));
    }

    Written put(Item item, PutItemRequest.Builder condition) {
        PutItemRequest request = condition
                .tableName(name)
                .item(item.attributes())
                .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
                .build();
        return Call.to(SYSTEM, "PutItem", () -> {
            try {
                client.putItem(request);
                return new Written.Done(item);
            } catch (ConditionalCheckFailedException e) {
                return refused(e);
            }
        });
    }

    Written update(String key, UpdateItemRequest.Builder update) {
        UpdateItemRequest request = update.tableName(name)
                .key(keyed(key))
                .returnValues(ReturnValue.ALL_NEW)
                .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
                .build();
        return Call.to(SYSTEM, "UpdateItem", () -> {
            try {
                return new Written.Done(Item.read(client.updateItem(request).attributes()));
            } catch (ConditionalCheckFailedException e) {
                return refused(e);
            }
        });
    }

    /** Everything, page after page. */
    Stream<Item> all() {
        List<Item> items = new ArrayList<>();
        Map<String, AttributeValue> from = Map.of();
        do {
            ScanRequest.Builder page = ScanRequest.builder().tableName(name).consistentRead(true);
            ScanRequest request = (from.isEmpty() ? page : page.exclusiveStartKey(from)).build();
            ScanResponse response = Call.to(SYSTEM, "Scan", () -> client.scan(request));
            response.items().forEach(item -> items.add(Item.read(item)));
            from = response.hasLastEvaluatedKey() ? response.lastEvaluatedKey() : Map.of();
        } while (!from.isEmpty());
        return items.stream();
    }

    static Map<String, AttributeValue> keyed(String key) {
        return Map.of(Item.KEY, Item.text(key));
    }

    private static Written refused(ConditionalCheckFailedException e) {
        return new Written.Refused(e.hasItem() ? Optional.of(Item.read(e.item())) : Optional.empty());
    }
}
