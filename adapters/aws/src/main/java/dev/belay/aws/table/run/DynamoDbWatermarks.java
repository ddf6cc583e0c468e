package dev.belay.aws.table.run;

import dev.belay.aws.table.Item;
import dev.belay.aws.table.Key;
import dev.belay.aws.table.Table;
import dev.belay.reconcile.Position;
import dev.belay.reconcile.Watermarks;
import dev.belay.record.SysId;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/** How far reconciliation came, in DynamoDB: one item for each instance, which does not expire. */
public final class DynamoDbWatermarks implements Watermarks {
    /** Before a table's name: a moment in milliseconds, and a key. */
    private static final String AT = "at_";

    private static final String AFTER = "after_";
    private static final String BEGAN = "sweep_began";
    private static final String DONE = "sweep_done";
    private static final String NEXT = "sweep_next";

    private final Table table;
    private final String key;

    /** @param instance whose records are read */
    public DynamoDbWatermarks(DynamoDbClient client, String eventTable, String instance) {
        this.table = new Table(client, eventTable);
        this.key = Key.ofWatermarks(instance);
    }

    @Override
    public Optional<Position> of(String records) {
        return table.get(key).flatMap(item -> item.findNumber(AT + records)
                .map(at -> new Position(
                        Instant.ofEpochMilli(at), item.findText(AFTER + records).map(SysId::new))));
    }

    @Override
    public void store(String records, Position next) {
        store(
                Map.of(AT + records, Item.number(next.at().toEpochMilli())),
                AFTER + records,
                next.after().map(SysId::value));
    }

    @Override
    public Optional<SweepMark> sweep() {
        return table.get(key).flatMap(item -> item.findNumber(BEGAN)
                .map(began -> new SweepMark(Instant.ofEpochMilli(began), item.flag(DONE), item.findText(NEXT))));
    }

    @Override
    public void store(SweepMark mark) {
        store(
                Map.of(BEGAN, Item.number(mark.began().toEpochMilli()), DONE, AttributeValue.fromBool(mark.done())),
                NEXT,
                mark.next());
    }

    /** @param name what is set to this text, or removed where there is none */
    private void store(Map<String, AttributeValue> set, String name, Optional<String> text) {
        Map<String, AttributeValue> all = new HashMap<>(set);
        text.ifPresent(value -> all.put(name, Item.text(value)));
        Map<String, String> names = new HashMap<>();
        Map<String, AttributeValue> values = new HashMap<>();
        StringBuilder expression = new StringBuilder();
        all.forEach((attribute, value) -> {
            String number = Integer.toString(names.size());
            expression
                    .append(expression.isEmpty() ? "SET #n" : ", #n")
                    .append(number)
                    .append(" = :v")
                    .append(number);
            names.put("#n" + number, attribute);
            values.put(":v" + number, value);
        });
        if (text.isEmpty()) {
            expression.append(" REMOVE #gone");
            names.put("#gone", name);
        }
        table.update(
                key,
                UpdateItemRequest.builder()
                        .updateExpression(expression.toString())
                        .expressionAttributeNames(names)
                        .expressionAttributeValues(values));
    }
}
