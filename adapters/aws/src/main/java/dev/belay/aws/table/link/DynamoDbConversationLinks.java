package dev.belay.aws.table.link;

import dev.belay.aws.table.Item;
import dev.belay.aws.table.Key;
import dev.belay.aws.table.Table;
import dev.belay.aws.table.Table.Written;
import dev.belay.aws.table.Transaction;
import dev.belay.chat.ConversationId;
import dev.belay.chat.Platform;
import dev.belay.failure.Rejected;
import dev.belay.link.ConversationLink;
import dev.belay.link.ConversationLink.Claimed;
import dev.belay.link.ConversationLink.Made;
import dev.belay.link.ConversationLink.Standing;
import dev.belay.link.ConversationLinks;
import dev.belay.link.Drawn;
import dev.belay.link.LinkKey;
import dev.belay.link.LinkStatus;
import dev.belay.link.PagerIncident;
import dev.belay.record.RecordRef;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/**
 * The links in DynamoDB: one item under each record, one under each conversation. Nothing is decided by an index, since an index is
 * neither unique nor consistent. A write that was committed and whose answer was lost is sent again by the SDK and then fails its own condition;
 * it is known by what it wrote.
 */
public final class DynamoDbConversationLinks implements ConversationLinks {
    private static final String UNBOUND = "attribute_not_exists(pk) OR (#table = :table AND #sys_id = :sys_id)";
    private static final String NOT_OLDER =
            "attribute_exists(#made) AND #marker = :marker AND #generation <= :generation";

    private final Table table;
    private final RandomGenerator random;

    /**
     * @param random tells this worker's writes from another's: hard to guess is not needed, other for each worker is
     */
    public DynamoDbConversationLinks(DynamoDbClient client, String table, RandomGenerator random) {
        this.table = new Table(client, table);
        this.random = random;
    }

    @Override
    public Optional<ConversationLink> find(LinkKey key) {
        return table.get(Key.of(key)).map(LinkItem::link);
    }

    @Override
    public Optional<RecordRef> recordOf(ConversationId conversation) {
        return table.get(Key.of(conversation)).map(LinkItem::record);
    }

    @Override
    public boolean claim(Claimed first) {
        var absent = PutItemRequest.builder().conditionExpression("attribute_not_exists(pk)");
        return switch (table.put(LinkItem.of(first, writer()), absent)) {
            case Written.Done _ -> true;
            case Written.Refused(Optional<Item> stored) ->
                stored.map(LinkItem::link).filter(first::equals).isPresent();
        };
    }

    @Override
    public Optional<Claimed> save(Claimed changed) {
        Claimed next = changed.next();
        String writer = writer();
        Condition unchanged = Condition.unchanged(next.status(), changed.version());
        var put = PutItemRequest.builder()
                .conditionExpression(unchanged.expression())
                .expressionAttributeNames(unchanged.names())
                .expressionAttributeValues(unchanged.values());
        return switch (table.put(LinkItem.of(next, writer), put)) {
            case Written.Done _ -> Optional.of(next);
            case Written.Refused(Optional<Item> stored) -> ours(stored, writer).map(_ -> next);
        };
    }

    @Override
    public Optional<Standing> ready(Standing finished) {
        Standing ready = finished.next();
        String writer = writer();
        Transaction both = new Transaction(
                table.client(),
                put(LinkItem.of(ready, writer), Condition.unchanged(LinkStatus.READY, finished.version())),
                unbound(LinkItem.of(ready.id(), ready.record()), ready.record()));
        return written(both, writer, ready);
    }

    @Override
    public Optional<Claimed> move(Made from, Claimed to) {
        from.status().checkMove(LinkStatus.MOVED);
        String writer = writer();
        Transaction both = new Transaction(
                table.client(),
                put(LinkItem.of(to, writer), Condition.is(from.status(), from.version())),
                unbound(moved(from), from.record()));
        return written(both, writer, to);
    }

    private static Item moved(Made from) {
        return LinkItem.of(from.id(), from.record()).with(LinkItem.STATUS, LinkStatus.MOVED.name());
    }

    @Override
    public Optional<Standing> succeed(Standing current, Standing finished) {
        Standing succeeding = finished.succeeding(current);
        String writer = writer();
        Transaction all = new Transaction(
                table.client(),
                put(LinkItem.of(succeeding, writer), Condition.isAsRead(current)),
                delete(finished.key(), Condition.unchanged(LinkStatus.READY, finished.version())),
                unbound(LinkItem.of(succeeding.id(), succeeding.record()), succeeding.record()),
                unbound(moved(current), current.record()));
        return written(all, writer, succeeding);
    }

    @Override
    public boolean claimNext(Standing current, Claimed next) {
        Transaction both = new Transaction(
                table.client(),
                TransactWriteItem.builder()
                        .put(put -> put.tableName(table.name())
                                .item(LinkItem.of(next, writer()).attributes())
                                .conditionExpression("attribute_not_exists(pk)")
                                .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD))
                        .build(),
                check(current.key(), Condition.stands(current)));
        return switch (both.run()) {
            case Transaction.Ended.Committed() -> true;
            case Transaction.Ended.Refused refused ->
                refused.stored(0).map(LinkItem::link).filter(next::equals).isPresent();
        };
    }

    private TransactWriteItem check(LinkKey key, Condition condition) {
        return TransactWriteItem.builder()
                .conditionCheck(check -> check.tableName(table.name())
                        .key(Table.keyed(Key.of(key)))
                        .conditionExpression(condition.expression())
                        .expressionAttributeNames(condition.names())
                        .expressionAttributeValues(condition.values()))
                .build();
    }

    @Override
    public boolean abandon(Claimed next) {
        if (!next.isNext()) {
            throw new IllegalArgumentException("the claim on a record's first conversation is not given up");
        }
        Condition unchanged = Condition.unchanged(LinkStatus.AMBIGUOUS, next.version());
        var delete = DeleteItemRequest.builder()
                .conditionExpression(unchanged.expression())
                .expressionAttributeNames(unchanged.names())
                .expressionAttributeValues(unchanged.values());
        return table.delete(Key.of(next.key()), delete);
    }

    private <T extends ConversationLink> Optional<T> written(Transaction both, String writer, T link) {
        return switch (both.run()) {
            case Transaction.Ended.Committed() -> Optional.of(link);
            case Transaction.Ended.Refused refused ->
                ours(refused.stored(0), writer).map(_ -> link);
        };
    }

    @Override
    public long announceCard(Made link, long generation, Drawn drawn) {
        var newer = UpdateItemRequest.builder()
                .updateExpression("SET #generation = :generation, #shown = :shown, #at = :at REMOVE #waiting")
                .conditionExpression(NOT_OLDER)
                .expressionAttributeNames(Map.of(
                        "#generation", LinkItem.GENERATION,
                        "#made", LinkItem.CREATED_BY,
                        "#marker", LinkItem.MARKER,
                        "#shown", KeptAttributes.SHOWN,
                        "#at", KeptAttributes.DRAWN_AT,
                        "#waiting", KeptAttributes.WAITING))
                .expressionAttributeValues(Map.of(
                        ":generation", Item.number(generation),
                        ":marker", LinkItem.marker(link),
                        ":shown", Item.text(drawn.shown()),
                        ":at", Item.number(drawn.at().toEpochMilli())));
        return switch (table.update(Key.of(link.key()), newer)) {
            case Written.Done _ -> generation;
            case Written.Refused(Optional<Item> stored) ->
                stored.map(item -> newest(item, link)).orElseThrow(() -> noCard(link));
        };
    }

    private static long newest(Item stored, Made link) {
        return stored.needText(LinkItem.MARKER).equals(link.claim().marker())
                ? stored.findNumber(LinkItem.GENERATION).orElseThrow(() -> noCard(link))
                : ELSEWHERE;
    }

    private static Rejected noCard(Made link) {
        return new Rejected("links", link.key() + " has no card");
    }

    @Override
    public boolean confirmCard(Made link, long generation) {
        var sent = UpdateItemRequest.builder()
                .updateExpression(LinkItem.CONFIRM)
                .conditionExpression(LinkItem.IS_NEWEST)
                .expressionAttributeNames(LinkItem.confirmNames())
                .expressionAttributeValues(LinkItem.confirmValues(link, generation));
        return table.update(Key.of(link.key()), sent) instanceof Written.Done;
    }

    @Override
    public void markSetUp(Made link, Map<String, String> parts) {
        SetUpParts.writes(link, parts).forEach(write -> table.update(Key.of(link.key()), write));
    }

    @Override
    public void paged(LinkKey key, PagerIncident incident) {
        var remembered = UpdateItemRequest.builder()
                .updateExpression("SET #incident = :incident, #order = :order")
                .conditionExpression("attribute_exists(#createdBy)")
                .expressionAttributeNames(Map.of(
                        "#incident",
                        LinkItem.PAGER_INCIDENT,
                        "#order",
                        LinkItem.PAGER_ORDER,
                        "#createdBy",
                        LinkItem.CREATED_BY))
                .expressionAttributeValues(
                        Map.of(":incident", Item.text(incident.id()), ":order", Item.text(incident.order())));
        table.update(Key.of(key), remembered);
    }

    @Override
    public boolean transition(Made link, LinkStatus from, LinkStatus to) {
        from.checkMove(to);
        String writer = writer();
        boolean indexed = to == LinkStatus.READY && IndexAttributes.isIndexed(link, Optional.empty());
        Map<String, AttributeValue> values = new HashMap<>(Map.of(
                ":from", Item.text(from.name()),
                ":to", Item.text(to.name()),
                ":writer", Item.text(writer),
                ":marker", LinkItem.marker(link)));
        if (indexed) {
            values.put(":place", Item.text(IndexAttributes.place(link)));
            values.put(":due", Item.number(IndexAttributes.number(Optional.empty())));
        }
        var turned = UpdateItemRequest.builder()
                .updateExpression("SET #state = :to, #writer = :writer"
                        + (indexed ? ", #place = :place, #due = :due" : " REMOVE #place, #due"))
                .conditionExpression("#state = :from AND #marker = :marker")
                .expressionAttributeNames(Map.of(
                        "#state", LinkItem.STATUS,
                        "#writer", LinkItem.WRITTEN_BY,
                        "#marker", LinkItem.MARKER,
                        "#place", IndexAttributes.PLACE,
                        "#due", IndexAttributes.DUE))
                .expressionAttributeValues(values);
        return switch (table.update(Key.of(link.key()), turned)) {
            case Written.Done _ -> true;
            case Written.Refused(Optional<Item> stored) -> ours(stored, writer).isPresent();
        };
    }

    @Override
    public void renamed(Made link, String name) {
        var named = UpdateItemRequest.builder()
                .updateExpression("SET #name = :name")
                .conditionExpression("attribute_exists(#made) AND #marker = :marker")
                .expressionAttributeNames(Map.of(
                        "#name", LinkItem.CHANNEL_NAME,
                        "#made", LinkItem.CREATED_BY,
                        "#marker", LinkItem.MARKER))
                .expressionAttributeValues(Map.of(":name", Item.text(name), ":marker", LinkItem.marker(link)));
        table.update(Key.of(link.key()), named);
    }

    @Override
    public List<Made> inWorkspace(Platform platform, String workspace) {
        return table.all()
                .filter(item -> item.findText(LinkItem.MARKER).isPresent())
                .filter(item -> item.needText(LinkItem.PLATFORM).equals(platform.id()))
                .map(LinkItem::link)
                .filter(Made.class::isInstance)
                .map(Made.class::cast)
                .filter(link -> link.conversation().channel().workspace().equals(workspace))
                .toList();
    }

    private TransactWriteItem put(Item item, Condition condition) {
        return TransactWriteItem.builder()
                .put(put -> put.tableName(table.name())
                        .item(item.attributes())
                        .conditionExpression(condition.expression())
                        .expressionAttributeNames(condition.names())
                        .expressionAttributeValues(condition.values())
                        .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD))
                .build();
    }

    private TransactWriteItem delete(LinkKey key, Condition condition) {
        return TransactWriteItem.builder()
                .delete(delete -> delete.tableName(table.name())
                        .key(Table.keyed(Key.of(key)))
                        .conditionExpression(condition.expression())
                        .expressionAttributeNames(condition.names())
                        .expressionAttributeValues(condition.values()))
                .build();
    }

    private TransactWriteItem unbound(Item item, RecordRef record) {
        return TransactWriteItem.builder()
                .put(put -> put.tableName(table.name())
                        .item(item.attributes())
                        .conditionExpression(UNBOUND)
                        .expressionAttributeNames(Map.of("#table", LinkItem.TABLE, "#sys_id", LinkItem.SYS_ID))
                        .expressionAttributeValues(Map.of(
                                ":table",
                                Item.text(record.table()),
                                ":sys_id",
                                Item.text(record.sysId().value()))))
                .build();
    }

    private static Optional<Item> ours(Optional<Item> stored, String writer) {
        return stored.filter(item -> item.text(LinkItem.WRITTEN_BY, "").equals(writer));
    }

    private String writer() {
        return "%016x%016x".formatted(random.nextLong(), random.nextLong());
    }
}
