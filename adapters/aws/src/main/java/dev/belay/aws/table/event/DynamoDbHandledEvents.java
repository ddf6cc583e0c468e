package dev.belay.aws.table.event;

import dev.belay.aws.table.Item;
import dev.belay.aws.table.Key;
import dev.belay.aws.table.Table;
import dev.belay.aws.table.Table.Written;
import dev.belay.aws.table.Transaction;
import dev.belay.aws.table.Transaction.Ended;
import dev.belay.aws.table.link.LinkItem;
import dev.belay.event.HandledEvents;
import dev.belay.link.ConversationLink.Made;
import dev.belay.record.NoteReference;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
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
    private static final String LEASE_UNTIL = "lease_until";
    private static final String TAKE_UP =
            "SET #reference = if_not_exists(#reference, :reference), #expires = :expires, #lease = :lease ADD #attempts :one";
    private static final String IS_FREE =
            "attribute_not_exists(#lease) OR #lease <= :now OR attribute_exists(#finished)";
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
        Instant now = clock.instant();
        var takeUp = UpdateItemRequest.builder()
                .updateExpression(TAKE_UP)
                .conditionExpression(IS_FREE)
                .expressionAttributeNames(Map.of(
                        "#reference",
                        REFERENCE,
                        "#expires",
                        EXPIRES,
                        "#attempts",
                        ATTEMPTS,
                        "#lease",
                        LEASE_UNTIL,
                        "#finished",
                        FINISHED))
                .expressionAttributeValues(Map.of(
                        ":reference",
                        Item.text(proposed.value()),
                        ":expires",
                        expires(),
                        ":one",
                        Item.number(1),
                        ":now",
                        Item.number(now.toEpochMilli()),
                        ":lease",
                        Item.number(now.plus(LEASE).toEpochMilli())));
        return switch (events.update(Key.ofEvent(eventId), takeUp)) {
            case Written.Done(Item item) -> claimed(item);
            case Written.Refused(Optional<Item> stored) -> held(stored, proposed, now);
        };
    }

    /** A claim whose answer was lost is sent again by the SDK and meets its own lease: it is known by its reference. */
    private static Claim held(Optional<Item> stored, NoteReference proposed, Instant now) {
        if (stored.filter(item -> item.text(REFERENCE, "").equals(proposed.value()))
                .isPresent()) {
            return new Claim.Again(proposed);
        }
        long until = stored.flatMap(item -> item.findNumber(LEASE_UNTIL)).orElse(now.toEpochMilli());
        return new Claim.Held(Duration.between(now, Instant.ofEpochMilli(until)));
    }

    @Override
    public boolean isTakenUp(String eventId) {
        return events.get(Key.ofEvent(eventId))
                .flatMap(item -> item.findNumber(ATTEMPTS))
                .filter(attempts -> attempts > 0)
                .isPresent();
    }

    @Override
    public void endLease(String eventId) {
        events.update(
                Key.ofEvent(eventId),
                UpdateItemRequest.builder()
                        .updateExpression("REMOVE #lease")
                        .conditionExpression("attribute_exists(#lease)")
                        .expressionAttributeNames(Map.of("#lease", LEASE_UNTIL)));
    }

    @Override
    public void release(String eventId) {
        events.update(
                Key.ofEvent(eventId),
                UpdateItemRequest.builder()
                        .updateExpression("SET #attempts = :none REMOVE #lease")
                        .conditionExpression("#attempts = :one AND attribute_not_exists(#finished)")
                        .expressionAttributeNames(
                                Map.of("#attempts", ATTEMPTS, "#finished", FINISHED, "#lease", LEASE_UNTIL))
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
    public boolean finishWithCard(String eventId, Made link, long generation) {
        Transaction both = new Transaction(events.client(), finished(eventId), confirmed(link, generation));
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

    private TransactWriteItem confirmed(Made link, long generation) {
        return TransactWriteItem.builder()
                .update(update -> update.tableName(linkTable)
                        .key(Table.keyed(Key.of(link.key())))
                        .updateExpression(LinkItem.CONFIRM)
                        .conditionExpression(LinkItem.IS_NEWEST)
                        .expressionAttributeNames(LinkItem.confirmNames())
                        .expressionAttributeValues(LinkItem.confirmValues(link, generation)))
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
