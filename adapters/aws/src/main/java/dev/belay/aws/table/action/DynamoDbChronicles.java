package dev.belay.aws.table.action;

import dev.belay.aws.table.Item;
import dev.belay.aws.table.Key;
import dev.belay.aws.table.Table;
import dev.belay.aws.table.link.LinkItem;
import dev.belay.failure.Rejected;
import dev.belay.record.Chronicle;
import dev.belay.record.Chronicles;
import dev.belay.record.Happening;
import dev.belay.record.RecordRef;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/**
 * The chronicles in DynamoDB, beside the links: one item for each record, one attribute for each happening, under its id. Its value is
 * a JSON object ({@link HappeningJson}).
 */
public final class DynamoDbChronicles implements Chronicles {
    private static final String HAPPENING = "happening_";

    private final Table table;

    public DynamoDbChronicles(DynamoDbClient client, String linkTable) {
        this.table = new Table(client, linkTable);
    }

    @Override
    public Chronicle of(RecordRef record) {
        return table.get(Key.ofChronicle(record))
                .map(DynamoDbChronicles::chronicle)
                .orElse(Chronicle.EMPTY);
    }

    @Override
    public Chronicle add(RecordRef record, Happening happening) {
        var added = UpdateItemRequest.builder()
                .updateExpression(
                        "SET #happening = if_not_exists(#happening, :happening), #table = :table, #sys_id = :sys_id")
                .expressionAttributeNames(Map.of(
                        "#happening", HAPPENING + happening.id(), "#table", LinkItem.TABLE, "#sys_id", LinkItem.SYS_ID))
                .expressionAttributeValues(Map.of(
                        ":happening", Item.text(HappeningJson.written(happening)),
                        ":table", Item.text(record.table()),
                        ":sys_id", Item.text(record.sysId().value())));
        return switch (table.update(Key.ofChronicle(record), added)) {
            case Table.Written.Done(Item item) -> chronicle(item);
            case Table.Written.Refused _ -> throw new Rejected(Table.SYSTEM, "a write without a condition was refused");
        };
    }

    private static Chronicle chronicle(Item item) {
        return new Chronicle(item.textsUnder(HAPPENING).entrySet().stream()
                .map(entry -> HappeningJson.read(entry.getKey(), entry.getValue()))
                .toList());
    }
}
