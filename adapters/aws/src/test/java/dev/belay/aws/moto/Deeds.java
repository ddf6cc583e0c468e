package dev.belay.aws.moto;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/** Requests drawn at random, on few keys and attributes so that they meet. */
final class Deeds {
    static final String TABLE = "compared";
    static final String INDEX = "by_state";

    private static final ReturnValuesOnConditionCheckFailure SHOWN = ReturnValuesOnConditionCheckFailure.ALL_OLD;
    private static final List<ReturnValue> OF_UPDATE = List.of(
            ReturnValue.ALL_NEW,
            ReturnValue.ALL_OLD,
            ReturnValue.UPDATED_NEW,
            ReturnValue.UPDATED_OLD,
            ReturnValue.NONE);
    private static final List<String> RANGES =
            List.of("pk = :s", "pk = :s AND sk > :n", "pk = :s AND sk BETWEEN :n1 AND :n2", "pk = :s AND sk = :n");

    private final Random random;

    Deeds(Random random) {
        this.random = random;
    }

    Deed next() {
        return switch (random.nextInt(12)) {
            case 0, 1, 2 -> put();
            case 3, 4, 5, 6 -> update();
            case 7 -> delete();
            case 8 -> get();
            case 9 -> query();
            case 10 -> random.nextBoolean() ? index() : scan();
            default -> transaction();
        };
    }

    private Deed put() {
        PutItemRequest.Builder put = PutItemRequest.builder().tableName(TABLE).item(item());
        put.returnValues(ReturnValue.ALL_OLD).returnValuesOnConditionCheckFailure(SHOWN);
        if (random.nextBoolean()) {
            Phrase condition = Phrase.condition(random);
            put.conditionExpression(condition.text()).expressionAttributeValues(values(condition.values()));
        }
        PutItemRequest request = put.build();
        return new Deed(
                request.toString(), client -> Deed.item(client.putItem(request).attributes()));
    }

    private Deed update() {
        Phrase update = Phrase.update(random);
        UpdateItemRequest.Builder changed = UpdateItemRequest.builder()
                .tableName(TABLE)
                .key(key())
                .updateExpression(update.text())
                .returnValues(OF_UPDATE.get(random.nextInt(OF_UPDATE.size())))
                .returnValuesOnConditionCheckFailure(SHOWN)
                .expressionAttributeValues(values(update.values()));
        if (random.nextInt(3) == 0) {
            Phrase condition = Phrase.condition(random);
            changed.conditionExpression(condition.text())
                    .expressionAttributeValues(values(update.valuesWith(condition)));
        }
        UpdateItemRequest request = changed.build();
        return new Deed(
                request.toString(),
                client -> Deed.item(client.updateItem(request).attributes()));
    }

    private Deed delete() {
        DeleteItemRequest.Builder delete = DeleteItemRequest.builder()
                .tableName(TABLE)
                .key(key())
                .returnValues(ReturnValue.ALL_OLD)
                .returnValuesOnConditionCheckFailure(SHOWN);
        if (random.nextBoolean()) {
            Phrase condition = Phrase.condition(random);
            delete.conditionExpression(condition.text()).expressionAttributeValues(values(condition.values()));
        }
        DeleteItemRequest request = delete.build();
        return new Deed(
                request.toString(),
                client -> Deed.item(client.deleteItem(request).attributes()));
    }

    private Deed get() {
        GetItemRequest.Builder get = GetItemRequest.builder().tableName(TABLE).key(key());
        GetItemRequest request =
                (random.nextBoolean() ? get : get.projectionExpression("pk, m.x, l[1], n, nowhere")).build();
        return new Deed(
                request.toString(), client -> Deed.item(client.getItem(request).item()));
    }

    private Deed query() {
        Phrase keys = Phrase.of(RANGES.get(random.nextInt(RANGES.size())), random);
        Map<String, AttributeValue> values = new HashMap<>(keys.values());
        values.put(":s", AttributeValue.fromS(partition()));
        ordered(values);
        return listed(QueryRequest.builder()
                .tableName(TABLE)
                .keyConditionExpression(keys.text())
                .expressionAttributeValues(values)
                .scanIndexForward(random.nextBoolean()));
    }

    private Deed index() {
        Phrase keys = Phrase.of(random.nextBoolean() ? "st = :s" : "st = :s AND due >= :n", random);
        return listed(QueryRequest.builder()
                .tableName(TABLE)
                .indexName(INDEX)
                .keyConditionExpression(keys.text())
                .expressionAttributeValues(keys.values())
                .scanIndexForward(random.nextBoolean()));
    }

    /** All pages of it, of one item or two or of all, since pages may end elsewhere. */
    private Deed listed(QueryRequest.Builder query) {
        if (random.nextBoolean()) {
            query.limit(1 + random.nextInt(2));
        }
        QueryRequest request = query.build();
        return new Deed(request.toString(), client -> client.queryPaginator(request).items().stream()
                .map(Deed::item)
                .toList());
    }

    private Deed scan() {
        Phrase filter = Phrase.condition(random);
        ScanRequest.Builder scan = ScanRequest.builder()
                .tableName(TABLE)
                .filterExpression(filter.text())
                .limit(3);
        ScanRequest request =
                scan.expressionAttributeValues(values(filter.values())).build();
        return new Deed(request.toString(), client -> client.scanPaginator(request).items().stream()
                .map(Deed::item)
                .sorted(Comparator.comparing(Object::toString))
                .toList());
    }

    private Deed transaction() {
        List<TransactWriteItem> writes = new ArrayList<>();
        for (String partition : List.of("a", "b", "c")) {
            writes.add(entry(partition));
        }
        TransactWriteItemsRequest request =
                TransactWriteItemsRequest.builder().transactItems(writes).build();
        return new Deed(request.toString(), client -> {
            client.transactWriteItems(request);
            return "";
        });
    }

    private TransactWriteItem entry(String partition) {
        Phrase condition = Phrase.condition(random);
        Phrase update = Phrase.update(random);
        Map<String, AttributeValue> key = key(partition);
        return switch (random.nextInt(4)) {
            case 0 ->
                TransactWriteItem.builder()
                        .put(put -> put.tableName(TABLE).item(filled(key)))
                        .build();
            case 1 ->
                TransactWriteItem.builder()
                        .update(changed -> changed.tableName(TABLE)
                                .key(key)
                                .updateExpression(update.text())
                                .expressionAttributeValues(values(update.values())))
                        .build();
            case 2 ->
                TransactWriteItem.builder()
                        .conditionCheck(check -> check.tableName(TABLE)
                                .key(key)
                                .conditionExpression(condition.text())
                                .returnValuesOnConditionCheckFailure(SHOWN)
                                .expressionAttributeValues(values(condition.values())))
                        .build();
            default ->
                TransactWriteItem.builder()
                        .delete(delete -> delete.tableName(TABLE)
                                .key(key)
                                .conditionExpression(condition.text())
                                .returnValuesOnConditionCheckFailure(SHOWN)
                                .expressionAttributeValues(values(condition.values())))
                        .build();
        };
    }

    private Map<String, AttributeValue> item() {
        return filled(key());
    }

    private Map<String, AttributeValue> filled(Map<String, AttributeValue> key) {
        Map<String, AttributeValue> item = new HashMap<>(key);
        Map.of("n", 'n', "s", 's', "l", 'l', "t", 't', "m", 'm', "st", 's', "due", 'n')
                .forEach((name, kind) -> {
                    if (random.nextInt(3) > 0) {
                        item.put(name, Phrase.value(kind, random));
                    }
                });
        return item;
    }

    private Map<String, AttributeValue> key() {
        return key(partition());
    }

    private Map<String, AttributeValue> key(String partition) {
        return Map.of(
                "pk", AttributeValue.fromS(partition), "sk", AttributeValue.fromN(Integer.toString(random.nextInt(4))));
    }

    private String partition() {
        return List.of("a", "b", "c").get(random.nextInt(3));
    }

    /** A lower bound above the upper one is refused, and not what is compared here. */
    private static void ordered(Map<String, AttributeValue> values) {
        if (values.containsKey(":n1")) {
            values.put(":n1", AttributeValue.fromN("-1"));
        }
    }

    private static @Nullable Map<String, AttributeValue> values(Map<String, AttributeValue> values) {
        return values.isEmpty() ? null : values;
    }
}
