package dev.belay.aws.table.event;

import dev.belay.aws.table.Item;
import dev.belay.aws.table.Key;
import dev.belay.aws.table.Table;
import dev.belay.aws.table.Table.Written;
import dev.belay.health.FailureHistory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/** Since when a message has been failing, in DynamoDB, for as long as a queue may hold the message. */
public final class DynamoDbFailureHistory implements FailureHistory {
    private static final Duration REMEMBERED = Duration.ofDays(15);

    private final Table table;
    private final Clock clock;

    public DynamoDbFailureHistory(DynamoDbClient client, String eventTable, Clock clock) {
        this.table = new Table(client, eventTable);
        this.clock = clock;
    }

    @Override
    public FailureStreak record(String messageId) {
        Instant now = clock.instant();
        var begun = UpdateItemRequest.builder()
                .updateExpression("SET #since = if_not_exists(#since, :now), #expires = :expires ADD #times :one")
                .expressionAttributeNames(Map.of("#since", "since", "#expires", "expires_at", "#times", "times"))
                .expressionAttributeValues(Map.of(
                        ":now",
                        Item.number(now.toEpochMilli()),
                        ":expires",
                        Item.number(now.plus(REMEMBERED).getEpochSecond()),
                        ":one",
                        Item.number(1)));
        return switch (table.update(Key.ofMessage(messageId), begun)) {
            case Written.Done(Item item) ->
                new FailureStreak(Instant.ofEpochMilli(item.needNumber("since")), item.needNumber("times"));
            case Written.Refused _ -> throw new IllegalStateException("a failure's record has no condition");
        };
    }
}
