package dev.belay.aws.table;

import dev.belay.aws.table.Table.Written;
import dev.belay.aws.table.Transaction.Ended;
import dev.belay.chat.Platform;
import dev.belay.event.HandledEvents;
import dev.belay.record.NoteReference;
import dev.belay.record.RecordRef;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/**
 * The handled events in DynamoDB, for 14 days. A claim whose answer was lost counts twice, so its event is {@link Claim.Again}:
 * its worker looks before it writes, and finds nothing.
 */
public final class DynamoDbHandledEvents implements HandledEvents {
    private static final Duration REMEMBERED = Duration.ofDays(14);
    private static final String REFERENCE = "note_reference";
    private static final String ATTEMPTS = "attempts";
    private static final String FINISHED = "finished";
    private static final String EXPIRES = "expires_at";
    private static final String TAKE_UP =
            "SET #reference = if_not_exists(#reference, :reference), #expires = :expires ADD #attempts :one";
    private static final String FINISH = "SET #finished = :true, #expires = :expires";

    private final Table events;
    private final String linkTable;
    private final Clock clock;

    /**
     * @param eventTable where events are remembered
     * @param linkTable where the links are, whose cards are asked for
     */
    public DynamoDbHandledEvents(DynamoDbClient client, String eventTable, String linkTable, Clock clock) {
        this.events = new Table(client, eventTable);
        this.linkTable = linkTable;
        this.clock = clock;
    }

    @Override
    public Claim claim(String eventId, NoteReference proposed) {
        var takeUp = UpdateItemRequest.builder()
                .updateExpression(TAKE_UP)
                .expressionAttributeNames(Map.of("#reference", REFERENCE, "#expires", EXPIRES, "#attempts", ATTEMPTS))
                .expressionAttributeValues(Map.of(
                        ":reference", Item.text(proposed.value()), ":expires", expires(), ":one", Item.number(1)));
        return switch (events.update(Key.ofEvent(eventId), takeUp)) {
            case Written.Done(Item item) -> claimed(item);
            case Written.Refused _ -> throw new IllegalStateException("a claim has no condition");
        };
    }

    @Override
    public void release(String eventId) {
        events.update(
                Key.ofEvent(eventId),
                UpdateItemRequest.builder()
                        .updateExpression("SET #attempts = :none")
                        .conditionExpression("#attempts = :one AND attribute_not_exists(#finished)")
                        .expressionAttributeNames(Map.of("#attempts", ATTEMPTS, "#finished", FINISHED))
                        .expressionAttributeValues(Map.of(":none", Item.number(0), ":one", Item.number(1))));
    }

    @Override
    public void finish(String eventId) {
        events.update(
                Key.ofEvent(eventId),
                UpdateItemRequest.builder()
                        .updateExpression(FINISH)
                        .expressionAttributeNames(finishNames())
                        .expressionAttributeValues(finishValues()));
    }

    @Override
    public boolean finishIfCardIs(long generation, RecordRef record, Platform platform, String eventId) {
        Transaction both =
                new Transaction(events.client(), finished(eventId), drawn(generation, Key.of(record, platform)));
        return switch (both.run()) {
            case Ended.Committed() -> true;
            case Ended.Refused _ -> false;
        };
    }

    private static Claim claimed(Item item) {
        if (item.flag(FINISHED)) {
            return new Claim.Done();
        }
        NoteReference reference = new NoteReference(item.needText(REFERENCE));
        return item.needNumber(ATTEMPTS) == 1 ? new Claim.First(reference) : new Claim.Again(reference);
    }

    private TransactWriteItem finished(String eventId) {
        return TransactWriteItem.builder()
                .update(update -> update.tableName(events.name())
                        .key(Table.keyed(Key.ofEvent(eventId)))
                        .updateExpression(FINISH)
                        .expressionAttributeNames(finishNames())
                        .expressionAttributeValues(finishValues()))
                .build();
    }

    private TransactWriteItem drawn(long generation, String link) {
        return TransactWriteItem.builder()
                .update(update -> update.tableName(linkTable)
                        .key(Table.keyed(link))
                        .updateExpression(LinkItem.DRAWN)
                        .conditionExpression(LinkItem.IS_NEWEST)
                        .expressionAttributeNames(LinkItem.drawnNames())
                        .expressionAttributeValues(LinkItem.drawnValues(generation)))
                .build();
    }

    private static Map<String, String> finishNames() {
        return Map.of("#finished", FINISHED, "#expires", EXPIRES);
    }

    private Map<String, AttributeValue> finishValues() {
        return Map.of(":true", AttributeValue.fromBool(true), ":expires", expires());
    }

    private AttributeValue expires() {
        return Item.number(clock.instant().plus(REMEMBERED).getEpochSecond());
    }
}
