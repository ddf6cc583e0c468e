package dev.belay.aws.table.link;

import dev.belay.aws.table.Item;
import dev.belay.aws.table.Key;
import dev.belay.aws.table.Table;
import dev.belay.aws.table.Table.Written;
import dev.belay.link.ConversationLink.Made;
import dev.belay.link.Ending;
import dev.belay.link.LinkStatus;
import dev.belay.link.NoRoom;
import dev.belay.link.Told.Account;
import dev.belay.link.Told.Telling;
import dev.belay.link.Upkeep;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/**
 * What keeping conversations true remembers, in DynamoDB, on the items of the links. A write that was committed and whose answer was
 * lost is sent again by the SDK and then fails its own condition; it is known by what it wrote.
 */
public final class DynamoDbUpkeep implements Upkeep {
    /** That the conversation was made, and is the record's. */
    private static final String MADE = "attribute_exists(#made) AND #marker = :marker";

    /** That it stands, and is the record's. */
    private static final String STANDS = "#state = :ready AND #marker = :marker";

    /** That this number is being told, in the record's conversation. */
    private static final String IS_NUMBER = "#number = :number AND #marker = :marker";

    private final Table table;
    private final PartLeases parts;
    private final RandomGenerator random;

    /**
     * @param random tells this worker's tellings from another's
     */
    public DynamoDbUpkeep(DynamoDbClient client, String table, RandomGenerator random) {
        this.table = new Table(client, table);
        this.parts = new PartLeases(this.table, random);
        this.random = random;
    }

    @Override
    public boolean begin(Made link, Telling telling, Instant now) {
        String writer = "%016x%016x".formatted(random.nextLong(), random.nextLong());
        Account account = telling.account();
        var begun = UpdateItemRequest.builder()
                .updateExpression("SET #telling = :telling, #number = :number, #until = :until, #by = :by")
                .conditionExpression(
                        "#told = :before AND (attribute_not_exists(#until) OR #until <= :now) AND #marker = :marker")
                .expressionAttributeNames(Map.of(
                        "#marker", LinkItem.MARKER,
                        "#telling", KeptAttributes.TELLING,
                        "#number", KeptAttributes.TELLING_NUMBER,
                        "#until", KeptAttributes.TELLING_UNTIL,
                        "#by", KeptAttributes.TELLING_BY,
                        "#told", KeptAttributes.TOLD_NUMBER))
                .expressionAttributeValues(Map.of(
                        ":marker", LinkItem.marker(link),
                        ":telling", Item.text(AccountJson.written(account)),
                        ":number", Item.number(account.number()),
                        ":until", Item.number(telling.leaseUntil().toEpochMilli()),
                        ":by", Item.text(writer),
                        ":before", Item.number(account.number() - 1),
                        ":now", Item.number(now.toEpochMilli())));
        return switch (table.update(Key.of(link.key()), begun)) {
            case Written.Done _ -> true;
            case Written.Refused(var stored) ->
                stored.filter(item -> item.text(KeptAttributes.TELLING_BY, "").equals(writer))
                        .isPresent();
        };
    }

    @Override
    public void told(Made link, Account account) {
        var told = UpdateItemRequest.builder()
                .updateExpression("SET #account = :account, #told = :number REMOVE #telling, #number, #until, #by")
                .conditionExpression(MADE + " AND (attribute_not_exists(#told) OR #told < :number)")
                .expressionAttributeNames(Map.of(
                        "#marker", LinkItem.MARKER,
                        "#account", KeptAttributes.TOLD,
                        "#told", KeptAttributes.TOLD_NUMBER,
                        "#telling", KeptAttributes.TELLING,
                        "#number", KeptAttributes.TELLING_NUMBER,
                        "#until", KeptAttributes.TELLING_UNTIL,
                        "#by", KeptAttributes.TELLING_BY,
                        "#made", LinkItem.CREATED_BY))
                .expressionAttributeValues(Map.of(
                        ":marker",
                        LinkItem.marker(link),
                        ":account",
                        Item.text(AccountJson.written(account)),
                        ":number",
                        Item.number(account.number())));
        table.update(Key.of(link.key()), told);
    }

    @Override
    public void notTold(Made link, long number) {
        var forgotten = UpdateItemRequest.builder()
                .updateExpression("REMOVE #telling, #number, #until, #by")
                .conditionExpression(IS_NUMBER)
                .expressionAttributeNames(Map.of(
                        "#marker", LinkItem.MARKER,
                        "#telling", KeptAttributes.TELLING,
                        "#number", KeptAttributes.TELLING_NUMBER,
                        "#until", KeptAttributes.TELLING_UNTIL,
                        "#by", KeptAttributes.TELLING_BY))
                .expressionAttributeValues(Map.of(":marker", LinkItem.marker(link), ":number", Item.number(number)));
        table.update(Key.of(link.key()), forgotten);
    }

    @Override
    public void lookFrom(Made link, long number, Instant then) {
        var settling = UpdateItemRequest.builder()
                .updateExpression("SET #until = :until")
                .conditionExpression(IS_NUMBER)
                .expressionAttributeNames(Map.of(
                        "#marker", LinkItem.MARKER,
                        "#number", KeptAttributes.TELLING_NUMBER,
                        "#until", KeptAttributes.TELLING_UNTIL))
                .expressionAttributeValues(Map.of(
                        ":marker",
                        LinkItem.marker(link),
                        ":number",
                        Item.number(number),
                        ":until",
                        Item.number(then.toEpochMilli())));
        table.update(Key.of(link.key()), settling);
    }

    @Override
    public void waits(Made link, String message) {
        var waiting = UpdateItemRequest.builder()
                .updateExpression("SET #waiting = :message")
                .conditionExpression(MADE)
                .expressionAttributeNames(Map.of(
                        "#marker", LinkItem.MARKER,
                        "#waiting", KeptAttributes.WAITING,
                        "#made", LinkItem.CREATED_BY))
                .expressionAttributeValues(Map.of(":marker", LinkItem.marker(link), ":message", Item.text(message)));
        table.update(Key.of(link.key()), waiting);
    }

    @Override
    public Begun begin(Made link, String part, String id, Instant lease, Instant now) {
        return parts.begin(link, part, id, lease, now);
    }

    @Override
    public void lease(Made link, String part, String id, Instant until) {
        parts.lease(link, part, id, until);
    }

    @Override
    public void ending(Made link, Ending ending) {
        Map<String, String> names = new HashMap<>(Map.of(
                "#marker", LinkItem.MARKER,
                "#made", LinkItem.CREATED_BY,
                "#number", KeptAttributes.ENDING_NUMBER,
                "#over", KeptAttributes.ENDING_OVER,
                "#at", KeptAttributes.ENDING_AT));
        Map<String, AttributeValue> values = new HashMap<>(Map.of(
                ":marker", LinkItem.marker(link),
                ":number", Item.number(ending.number()),
                ":over", AttributeValue.fromBool(ending.over()),
                ":at", Item.number(ending.at().toEpochMilli())));
        String update = "SET #number = :number, #over = :over, #at = :at";
        if (link.placement().isDedicated()) {
            update += ", #place = :place";
            names.put("#place", IndexAttributes.PLACE);
            values.put(":place", Item.text(IndexAttributes.ownPlace(link, ending.over())));
        }
        var ended = UpdateItemRequest.builder()
                .updateExpression(update)
                .conditionExpression(MADE + " AND (attribute_not_exists(#number) OR #number <= :number)")
                .expressionAttributeNames(names)
                .expressionAttributeValues(values);
        table.update(Key.of(link.key()), ended);
    }

    @Override
    public void due(Made link, Optional<Instant> at) {
        if (link.placement().isDedicated()) {
            table.update(Key.of(link.key()), dueInOwn(link, at));
        } else {
            table.update(Key.of(link.key()), at.isPresent() ? indexed(link, at) : notIndexed(link));
        }
    }

    /** A channel of its own is in the index already: under which place, its record's end says. */
    private static UpdateItemRequest.Builder dueInOwn(Made link, Optional<Instant> at) {
        return UpdateItemRequest.builder()
                .updateExpression("SET #due = :due")
                .conditionExpression(STANDS)
                .expressionAttributeNames(
                        Map.of("#marker", LinkItem.MARKER, "#state", LinkItem.STATUS, "#due", IndexAttributes.DUE))
                .expressionAttributeValues(Map.of(
                        ":marker", LinkItem.marker(link),
                        ":ready", Item.text(LinkStatus.READY.name()),
                        ":due", Item.number(IndexAttributes.number(at))));
    }

    private static UpdateItemRequest.Builder indexed(Made link, Optional<Instant> at) {
        return UpdateItemRequest.builder()
                .updateExpression("SET #place = :place, #due = :due")
                .conditionExpression(STANDS)
                .expressionAttributeNames(indexNames())
                .expressionAttributeValues(Map.of(
                        ":marker", LinkItem.marker(link),
                        ":ready", Item.text(LinkStatus.READY.name()),
                        ":place", Item.text(IndexAttributes.place(link)),
                        ":due", Item.number(IndexAttributes.number(at))));
    }

    private static UpdateItemRequest.Builder notIndexed(Made link) {
        return UpdateItemRequest.builder()
                .updateExpression("REMOVE #place, #due")
                .conditionExpression(STANDS)
                .expressionAttributeNames(indexNames())
                .expressionAttributeValues(
                        Map.of(":marker", LinkItem.marker(link), ":ready", Item.text(LinkStatus.READY.name())));
    }

    private static Map<String, String> indexNames() {
        return Map.of(
                "#marker", LinkItem.MARKER,
                "#state", LinkItem.STATUS,
                "#place", IndexAttributes.PLACE,
                "#due", IndexAttributes.DUE);
    }

    @Override
    public void noRoom(Made link, Optional<NoRoom> why) {
        table.update(Key.of(link.key()), why.map(reason -> noRoom(link, reason)).orElseGet(() -> forgotten(link)));
    }

    private static UpdateItemRequest.Builder forgotten(Made link) {
        return UpdateItemRequest.builder()
                .updateExpression("REMOVE #kind, #reason, #tried, #wanted")
                .conditionExpression(STANDS)
                .expressionAttributeNames(noRoomNames())
                .expressionAttributeValues(
                        Map.of(":marker", LinkItem.marker(link), ":ready", Item.text(LinkStatus.READY.name())));
    }

    private static Map<String, String> noRoomNames() {
        return Map.of(
                "#marker", LinkItem.MARKER,
                "#state", LinkItem.STATUS,
                "#kind", LinkItem.NO_ROOM_KIND,
                "#reason", LinkItem.NO_ROOM,
                "#tried", LinkItem.NO_ROOM_TRIED,
                "#wanted", LinkItem.NO_ROOM_WANTED);
    }

    private static UpdateItemRequest.Builder noRoom(Made link, NoRoom why) {
        return UpdateItemRequest.builder()
                .updateExpression("SET #kind = :kind, #reason = :reason, #tried = :tried, #wanted = :wanted")
                .conditionExpression(STANDS)
                .expressionAttributeNames(noRoomNames())
                .expressionAttributeValues(Map.of(
                        ":marker", LinkItem.marker(link),
                        ":ready", Item.text(LinkStatus.READY.name()),
                        ":kind", Item.text(why.kind().name()),
                        ":reason", Item.text(why.reason()),
                        ":tried", Item.text(why.tried().toString()),
                        ":wanted", Item.text(why.wanted())));
    }
}
