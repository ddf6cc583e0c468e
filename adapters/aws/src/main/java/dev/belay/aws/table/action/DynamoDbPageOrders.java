package dev.belay.aws.table.action;

import dev.belay.aws.table.Item;
import dev.belay.aws.table.Key;
import dev.belay.aws.table.Table;
import dev.belay.failure.Rejected;
import dev.belay.pager.PageOrder;
import dev.belay.pager.PageOrders;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/** The orders in DynamoDB, beside the handled events and for as long: an item each, its value a JSON object ({@link PageOrderJson}). */
public final class DynamoDbPageOrders implements PageOrders {
    private static final Duration REMEMBERED = Duration.ofDays(14);

    private final Table events;
    private final Clock clock;

    public DynamoDbPageOrders(DynamoDbClient client, String eventTable, Clock clock) {
        this.events = new Table(client, eventTable);
        this.clock = clock;
    }

    @Override
    public PageOrder keep(PageOrder order) {
        var first = UpdateItemRequest.builder()
                .updateExpression("SET #order = if_not_exists(#order, :order), #expires = :expires")
                .expressionAttributeNames(Map.of("#order", "page_order", "#expires", "expires_at"))
                .expressionAttributeValues(Map.of(
                        ":order",
                        Item.text(PageOrderJson.written(order)),
                        ":expires",
                        Item.number(clock.instant().plus(REMEMBERED).getEpochSecond())));
        return switch (events.update(Key.ofPageOrder(order.id()), first)) {
            case Table.Written.Done(Item item) -> PageOrderJson.read(item.needText("page_order"), order);
            case Table.Written.Refused _ -> throw new Rejected(Table.SYSTEM, "a write without a condition was refused");
        };
    }
}
