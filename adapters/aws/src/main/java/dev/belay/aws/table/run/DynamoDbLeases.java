package dev.belay.aws.table.run;

import dev.belay.aws.table.Item;
import dev.belay.aws.table.Key;
import dev.belay.aws.table.Table;
import dev.belay.aws.table.Table.Written;
import dev.belay.lease.Leases;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/**
 * Leases in DynamoDB, one request each. One whose answer was lost and that the SDK asks for again meets itself, and is its holder's
 * all the same.
 */
public final class DynamoDbLeases implements Leases {
    private static final Duration REMEMBERED = Duration.ofHours(1);
    private static final String HOLDER = "holder";
    private static final String UNTIL = "lease_until";

    private final Table table;
    private final Clock clock;

    public DynamoDbLeases(DynamoDbClient client, String eventTable, Clock clock) {
        this.table = new Table(client, eventTable);
        this.clock = clock;
    }

    @Override
    public Optional<Duration> acquire(String name, String holder, Duration length) {
        Instant now = clock.instant();
        Instant until = now.plus(length);
        var taken = UpdateItemRequest.builder()
                .updateExpression("SET #holder = :holder, #until = :until, #expires = :expires")
                .conditionExpression("attribute_not_exists(#until) OR #until <= :now OR #holder = :holder")
                .expressionAttributeNames(Map.of("#holder", HOLDER, "#until", UNTIL, "#expires", "expires_at"))
                .expressionAttributeValues(Map.of(
                        ":holder",
                        Item.text(holder),
                        ":until",
                        Item.number(until.toEpochMilli()),
                        ":now",
                        Item.number(now.toEpochMilli()),
                        ":expires",
                        Item.number(until.plus(REMEMBERED).getEpochSecond())));
        return switch (table.update(Key.ofLease(name), taken)) {
            case Written.Done _ -> Optional.empty();
            case Written.Refused(Optional<Item> stored) ->
                Optional.of(Duration.between(
                        now,
                        stored.flatMap(item -> item.findNumber(UNTIL))
                                .map(Instant::ofEpochMilli)
                                .orElse(now)));
        };
    }

    @Override
    public void release(String name, String holder) {
        table.update(
                Key.ofLease(name),
                UpdateItemRequest.builder()
                        .updateExpression("REMOVE #until")
                        .conditionExpression("#holder = :holder")
                        .expressionAttributeNames(Map.of("#holder", HOLDER, "#until", UNTIL))
                        .expressionAttributeValues(Map.of(":holder", Item.text(holder))));
    }
}
