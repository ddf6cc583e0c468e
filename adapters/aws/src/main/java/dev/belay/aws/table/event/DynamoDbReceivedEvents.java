package dev.belay.aws.table.event;

import dev.belay.aws.table.Item;
import dev.belay.aws.table.Key;
import dev.belay.aws.table.Table;
import dev.belay.aws.table.Table.Written;
import dev.belay.inbound.ReceivedEvents;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/** When the newest event came, in DynamoDB: one item for each instance, which does not expire. */
public final class DynamoDbReceivedEvents implements ReceivedEvents {
    private static final String NEWEST = "newest";
    private static final String WATCHED = "watched_since";

    private final Table table;
    private final Clock clock;

    public DynamoDbReceivedEvents(DynamoDbClient client, String eventTable, Clock clock) {
        this.table = new Table(client, eventTable);
        this.clock = clock;
    }

    /** What stands against it is as good. */
    @Override
    public void accepted(String instance, Instant at) {
        table.update(
                Key.ofReception(instance),
                UpdateItemRequest.builder()
                        .updateExpression("SET #newest = :at")
                        .conditionExpression("attribute_not_exists(#newest) OR #newest < :before")
                        .expressionAttributeNames(Map.of("#newest", NEWEST))
                        .expressionAttributeValues(Map.of(
                                ":at",
                                Item.number(at.toEpochMilli()),
                                ":before",
                                Item.number(at.minus(GRAIN).toEpochMilli()))));
    }

    @Override
    public Reception of(String instance) {
        Instant now = clock.instant();
        var watched = UpdateItemRequest.builder()
                .updateExpression("SET #watched = if_not_exists(#watched, :now)")
                .expressionAttributeNames(Map.of("#watched", WATCHED))
                .expressionAttributeValues(Map.of(":now", Item.number(now.toEpochMilli())));
        return switch (table.update(Key.ofReception(instance), watched)) {
            case Written.Done(Item item) -> reception(item);
            case Written.Refused _ -> throw new IllegalStateException("to watch has no condition");
        };
    }

    private static Reception reception(Item item) {
        Optional<Instant> newest = item.findNumber(NEWEST).map(Instant::ofEpochMilli);
        return new Reception(newest, Instant.ofEpochMilli(item.needNumber(WATCHED)));
    }
}
