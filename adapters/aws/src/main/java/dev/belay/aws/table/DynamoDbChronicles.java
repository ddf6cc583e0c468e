package dev.belay.aws.table;

import dev.belay.failure.Rejected;
import dev.belay.record.Chronicle;
import dev.belay.record.Chronicles;
import dev.belay.record.Happening;
import dev.belay.record.RecordRef;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/**
 * The chronicles in DynamoDB, beside the links: one item for each record, one attribute for each happening, under its id. Its value is
 * kind, time in ISO-8601, who and what, a line each.
 */
public final class DynamoDbChronicles implements Chronicles {
    private static final String HAPPENING = "happening_";
    private static final int LINES = 4;

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
                        ":happening", Item.text(written(happening)),
                        ":table", Item.text(record.table()),
                        ":sys_id", Item.text(record.sysId().value())));
        return switch (table.update(Key.ofChronicle(record), added)) {
            case Table.Written.Done(Item item) -> chronicle(item);
            case Table.Written.Refused _ -> throw new Rejected(Table.SYSTEM, "a write without a condition was refused");
        };
    }

    private static Chronicle chronicle(Item item) {
        return new Chronicle(item.textsUnder(HAPPENING).entrySet().stream()
                .map(entry -> read(entry.getKey(), entry.getValue()))
                .toList());
    }

    private static String written(Happening happening) {
        return String.join(
                "\n",
                happening.kind().name(),
                happening.at().toString(),
                happening.who().replace('\n', ' '),
                happening.what());
    }

    private static Happening read(String id, String text) {
        List<String> lines = List.of(text.split("\n", LINES));
        try {
            return new Happening(
                    id, Happening.Kind.valueOf(lines.get(0)), Instant.parse(lines.get(1)), lines.get(2), lines.get(3));
        } catch (IllegalArgumentException | DateTimeException | IndexOutOfBoundsException e) {
            throw new Rejected(Table.SYSTEM, "the chronicle's entry " + id + " cannot be read");
        }
    }
}
