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
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;
import software.amazon.awssdk.services.dynamodb.model.Select;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/** One table of DynamoDB, asked with one request at a time. */
public record Table(DynamoDbClient client, String name) {
    public static final String SYSTEM = "dynamodb";

    /** What came of a conditional write. */
    public sealed interface Written {
        /** It is stored; the item as it is now where that was asked for. */
        record Done(Item item) implements Written {}

        /** The condition did not hold; the item that stood against it, if there is one. */
        record Refused(Optional<Item> stored) implements Written {}
    }

    /** Sees every write that was finished before. */
    public Optional<Item> get(String key) {
        return Call.to(SYSTEM, "GetItem", () -> {
            var response = client.getItem(
                    request -> request.tableName(name).key(keyed(key)).consistentRead(true));
            return response.hasItem() ? Optional.of(Item.read(response.item())) : Optional.empty();
        });
    }

    public void put(Item item) {
        Call.to(
                SYSTEM,
                "PutItem",
                () -> client.putItem(request -> request.tableName(name).item(item.attributes())));
    }

    public void delete(String key) {
        Call.to(
                SYSTEM,
                "DeleteItem",
                () -> client.deleteItem(request -> request.tableName(name).key(keyed(key))));
    }

    /**
     * Deletes, and says whether there was anything.
     *
     * @return false also where the answer to the deletion was lost, and it was sent again
     */
    public boolean remove(String key) {
        return Call.to(SYSTEM, "DeleteItem", () -> client.deleteItem(
                        request -> request.tableName(name).key(keyed(key)).returnValues(ReturnValue.ALL_OLD))
                .hasAttributes());
    }

    /**
     * Deletes under a condition.
     *
     * @return false when it did not hold
     */
    public boolean delete(String key, DeleteItemRequest.Builder condition) {
        DeleteItemRequest request = condition.tableName(name).key(keyed(key)).build();
        return Call.to(SYSTEM, "DeleteItem", () -> {
            try {
                client.deleteItem(request);
                return true;
            } catch (ConditionalCheckFailedException e) {
                return false;
            }
        });
    }

    public Written put(Item item, PutItemRequest.Builder condition) {
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

    public Written update(String key, UpdateItemRequest.Builder update) {
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

    /**
     * Some items.
     *
     * @param next the key that the next page begins after; none where this is the last
     */
    public record Page(List<Item> items, Optional<String> next) {}

    /**
     * A place in an index, up to a number.
     *
     * @param key the name of the index' key, and what it is there
     * @param sort the name of the number that it is sorted by, and up to which
     */
    public record Place(String index, String key, String at, String sort, long most) {}

    /** One page of everything. */
    public Page page(Optional<String> after, int most) {
        ScanRequest.Builder from = ScanRequest.builder().tableName(name).limit(most);
        ScanRequest request = after.map(key -> from.exclusiveStartKey(keyed(key)))
                .orElse(from)
                .build();
        ScanResponse response = Call.to(SYSTEM, "Scan", () -> client.scan(request));
        return new Page(
                response.items().stream().map(Item::read).toList(),
                response.hasLastEvaluatedKey()
                        ? Optional.of(Item.read(response.lastEvaluatedKey()).needText(Item.KEY))
                        : Optional.empty());
    }

    /** How many items an index has under a key. */
    public int count(String index, String key, String at) {
        int count = 0;
        Map<String, AttributeValue> from = Map.of();
        do {
            QueryRequest.Builder query = QueryRequest.builder()
                    .tableName(name)
                    .indexName(index)
                    .select(Select.COUNT)
                    .keyConditionExpression("#key = :at")
                    .expressionAttributeNames(Map.of("#key", key))
                    .expressionAttributeValues(Map.of(":at", Item.text(at)));
            QueryRequest request = (from.isEmpty() ? query : query.exclusiveStartKey(from)).build();
            QueryResponse response = Call.to(SYSTEM, "Query", () -> client.query(request));
            count += response.count();
            from = response.hasLastEvaluatedKey() ? response.lastEvaluatedKey() : Map.of();
        } while (!from.isEmpty());
        return count;
    }

    /** The first items of a place, as the index has them: the keys alone. */
    public List<Item> upTo(Place place, int most) {
        QueryRequest request = QueryRequest.builder()
                .tableName(name)
                .indexName(place.index())
                .limit(most)
                .keyConditionExpression("#key = :at AND #sort <= :most")
                .expressionAttributeNames(Map.of("#key", place.key(), "#sort", place.sort()))
                .expressionAttributeValues(Map.of(":at", Item.text(place.at()), ":most", Item.number(place.most())))
                .build();
        return Call.to(SYSTEM, "Query", () -> client.query(request)).items().stream()
                .map(Item::read)
                .toList();
    }

    /** Everything, page after page. */
    public Stream<Item> all() {
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

    public static Map<String, AttributeValue> keyed(String key) {
        return Map.of(Item.KEY, Item.text(key));
    }

    private static Written refused(ConditionalCheckFailedException e) {
        return new Written.Refused(e.hasItem() ? Optional.of(Item.read(e.item())) : Optional.empty());
    }
}
