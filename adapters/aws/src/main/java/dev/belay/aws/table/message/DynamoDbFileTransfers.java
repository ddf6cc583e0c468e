package dev.belay.aws.table.message;

import dev.belay.aws.table.Item;
import dev.belay.aws.table.Key;
import dev.belay.aws.table.Table;
import dev.belay.aws.table.Table.Written;
import dev.belay.failure.Rejected;
import dev.belay.file.ContentId;
import dev.belay.file.FileRefusal;
import dev.belay.file.FileTransfers;
import dev.belay.file.Transfer;
import dev.belay.file.Uploaded;
import dev.belay.record.NoteReference;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/**
 * The transfers of files in DynamoDB, beside the handled events and for as long: an item for each, found by its reference. A claim whose
 * answer was lost and that the SDK asks for again meets itself, and is known by its holder.
 */
public final class DynamoDbFileTransfers implements FileTransfers {
    private static final Duration REMEMBERED = Duration.ofDays(14);
    private static final String CONTENT = "content_id";
    private static final String SINCE = "since";
    private static final String LEASE_UNTIL = "lease_until";
    private static final String HOLDER = "holder";
    private static final String ATTEMPTS = "attempts";
    private static final String RESULT = "result";
    private static final String FINISHED = "finished";
    private static final String EXPIRES = "expires_at";
    private static final String STORED = "stored:";
    private static final String REFUSED = "refused:";
    private static final String TAKE_UP =
            "SET #content = :content, #since = if_not_exists(#since, :now), #lease = :lease,"
                    + " #holder = :holder, #expires = :expires ADD #attempts :one";
    private static final String IS_FREE =
            "attribute_not_exists(#finished) AND (attribute_not_exists(#lease) OR #lease <= :now)";

    private final Table events;
    private final Clock clock;
    private final RandomGenerator random;

    public DynamoDbFileTransfers(DynamoDbClient client, String eventTable, Clock clock, RandomGenerator random) {
        this.events = new Table(client, eventTable);
        this.clock = clock;
        this.random = random;
    }

    @Override
    public Claim claim(ContentId id) {
        Instant now = clock.instant();
        String holder = Long.toHexString(random.nextLong()) + Long.toHexString(random.nextLong());
        var takeUp = UpdateItemRequest.builder()
                .updateExpression(TAKE_UP)
                .conditionExpression(IS_FREE)
                .expressionAttributeNames(Map.of(
                        "#content", CONTENT,
                        "#since", SINCE,
                        "#lease", LEASE_UNTIL,
                        "#holder", HOLDER,
                        "#attempts", ATTEMPTS,
                        "#finished", FINISHED,
                        "#expires", EXPIRES))
                .expressionAttributeValues(Map.of(
                        ":content", Item.text(id.value()),
                        ":now", Item.number(now.toEpochMilli()),
                        ":lease", Item.number(now.plus(LEASE).toEpochMilli()),
                        ":holder", Item.text(holder),
                        ":one", Item.number(1),
                        ":expires", Item.number(now.plus(REMEMBERED).getEpochSecond())));
        return switch (events.update(Key.ofFile(id.reference()), takeUp)) {
            case Written.Done(Item item) -> taken(id, item);
            case Written.Refused(Optional<Item> stored) ->
                stored.map(item -> refused(id, item, holder, now)).orElseGet(() -> new Claim.Held(Duration.ZERO));
        };
    }

    private static Claim refused(ContentId id, Item stored, String holder, Instant now) {
        if (stored.flag(FINISHED)) {
            return new Claim.Done();
        }
        return stored.text(HOLDER, "").equals(holder)
                ? taken(id, stored)
                : new Claim.Held(Duration.between(now, Instant.ofEpochMilli(stored.needNumber(LEASE_UNTIL))));
    }

    private static Claim taken(ContentId id, Item item) {
        return new Claim.Taken(new Transfer(
                id,
                Instant.ofEpochMilli(item.needNumber(SINCE)),
                item.needNumber(ATTEMPTS) > 1,
                item.findText(RESULT).map(DynamoDbFileTransfers::result)));
    }

    private static Uploaded result(String stored) {
        if (stored.startsWith(STORED)) {
            return new Uploaded.Stored(stored.substring(STORED.length()));
        }
        try {
            return new Uploaded.Refused(FileRefusal.valueOf(stored.substring(REFUSED.length())));
        } catch (IllegalArgumentException | StringIndexOutOfBoundsException e) {
            throw new Rejected(Table.SYSTEM, "what became of a file cannot be read");
        }
    }

    @Override
    public void settle(ContentId id, Uploaded result) {
        String text =
                switch (result) {
                    case Uploaded.Stored(String where) -> STORED + where;
                    case Uploaded.Refused(FileRefusal why) -> REFUSED + why.name();
                };
        events.update(
                Key.ofFile(id.reference()),
                UpdateItemRequest.builder()
                        .updateExpression("SET #result = :result")
                        .expressionAttributeNames(Map.of("#result", RESULT))
                        .expressionAttributeValues(Map.of(":result", Item.text(text))));
    }

    @Override
    public void leaseUntil(ContentId id, Instant until) {
        events.update(
                Key.ofFile(id.reference()),
                UpdateItemRequest.builder()
                        .updateExpression("SET #lease = :until")
                        .expressionAttributeNames(Map.of("#lease", LEASE_UNTIL))
                        .expressionAttributeValues(Map.of(":until", Item.number(until.toEpochMilli()))));
    }

    @Override
    public void finish(ContentId id) {
        events.update(
                Key.ofFile(id.reference()),
                UpdateItemRequest.builder()
                        .updateExpression("SET #finished = :true, #expires = :expires")
                        .expressionAttributeNames(Map.of("#finished", FINISHED, "#expires", EXPIRES))
                        .expressionAttributeValues(Map.of(
                                ":true",
                                AttributeValue.fromBool(true),
                                ":expires",
                                Item.number(clock.instant().plus(REMEMBERED).getEpochSecond()))));
    }

    @Override
    public Optional<ContentId> withReference(NoteReference reference) {
        return events.get(Key.ofFile(reference)).map(item -> new ContentId(item.needText(CONTENT)));
    }
}
