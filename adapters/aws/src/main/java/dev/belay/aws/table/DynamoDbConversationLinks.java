package dev.belay.aws.table;

import dev.belay.aws.table.Table.Written;
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
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/**
 * The links in DynamoDB: one item under each record, one under each conversation, and no index, since an index is neither unique
 * nor consistent. A write that was committed and whose answer was lost is sent again by the SDK and then fails its own condition;
 * it is known by what it wrote.
 */
public final class DynamoDbConversationLinks implements ConversationLinks {
    private static final String UNBOUND = "attribute_not_exists(pk) OR (#table = :table AND #sys_id = :sys_id)";
    private static final String NOT_OLDER = "attribute_exists(#card) AND #generation <= :generation";

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
    public Optional<Claimed> move(Standing from, Claimed to) {
        from.status().checkMove(LinkStatus.MOVED);
        String writer = writer();
        Item old = LinkItem.of(from.id(), from.record()).with(LinkItem.STATUS, LinkStatus.MOVED.name());
        Transaction both = new Transaction(
                table.client(),
                put(LinkItem.of(to, writer), Condition.is(from.status(), from.version())),
                unbound(old, from.record()));
        return written(both, writer, to);
    }

    private <T extends ConversationLink> Optional<T> written(Transaction both, String writer, T link) {
        return switch (both.run()) {
            case Transaction.Ended.Committed() -> Optional.of(link);
            case Transaction.Ended.Refused refused ->
                ours(refused.stored(0), writer).map(_ -> link);
        };
    }

    @Override
    public long announceCard(LinkKey key, long generation, Drawn drawn) {
        var newer = UpdateItemRequest.builder()
                .updateExpression("SET #generation = :generation, #shown = :shown, #at = :at REMOVE #waiting")
                .conditionExpression(NOT_OLDER)
                .expressionAttributeNames(Map.of(
                        "#generation", LinkItem.GENERATION,
                        "#card", LinkItem.CARD,
                        "#shown", KeptAttributes.SHOWN,
                        "#at", KeptAttributes.DRAWN_AT,
                        "#waiting", KeptAttributes.WAITING))
                .expressionAttributeValues(Map.of(
                        ":generation", Item.number(generation),
                        ":shown", Item.text(drawn.shown()),
                        ":at", Item.number(drawn.at().toEpochMilli())));
        return switch (table.update(Key.of(key), newer)) {
            case Written.Done _ -> generation;
            case Written.Refused(Optional<Item> stored) ->
                stored.flatMap(item -> item.findNumber(LinkItem.GENERATION))
                        .orElseThrow(() -> new Rejected("links", key + " has no card"));
        };
    }

    @Override
    public boolean confirmCard(LinkKey key, long generation) {
        var sent = UpdateItemRequest.builder()
                .updateExpression(LinkItem.CONFIRM)
                .conditionExpression(LinkItem.IS_NEWEST)
                .expressionAttributeNames(LinkItem.confirmNames())
                .expressionAttributeValues(LinkItem.confirmValues(generation));
        return table.update(Key.of(key), sent) instanceof Written.Done;
    }

    @Override
    public void markSetUp(LinkKey key, Map<String, String> parts) {
        SetUpParts.writes(parts).forEach(write -> table.update(Key.of(key), write));
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
    public boolean transition(LinkKey key, LinkStatus from, LinkStatus to) {
        from.checkMove(to);
        String writer = writer();
        var turned = UpdateItemRequest.builder()
                .updateExpression("SET #state = :to, #writer = :writer")
                .conditionExpression("#state = :from")
                .expressionAttributeNames(Map.of("#state", LinkItem.STATUS, "#writer", LinkItem.WRITTEN_BY))
                .expressionAttributeValues(Map.of(
                        ":from", Item.text(from.name()), ":to", Item.text(to.name()), ":writer", Item.text(writer)));
        return switch (table.update(Key.of(key), turned)) {
            case Written.Done _ -> true;
            case Written.Refused(Optional<Item> stored) -> ours(stored, writer).isPresent();
        };
    }

    @Override
    public void renamed(LinkKey key, String name) {
        var named = UpdateItemRequest.builder()
                .updateExpression("SET #name = :name")
                .conditionExpression("attribute_exists(#channel)")
                .expressionAttributeNames(Map.of("#name", LinkItem.CHANNEL_NAME, "#channel", LinkItem.CHANNEL_ID))
                .expressionAttributeValues(Map.of(":name", Item.text(name)));
        table.update(Key.of(key), named);
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

    /** That a link stands in one of these statuses with this version: an optimistic lock. */
    private record Condition(String expression, Map<String, String> names, Map<String, AttributeValue> values) {
        /** Claimed, in a status that the next one may follow. */
        static Condition unchanged(LinkStatus next, long version) {
            return of(next.before().stream().filter(LinkStatus::isClaimed).collect(Collectors.toSet()), version);
        }

        static Condition is(LinkStatus status, long version) {
            return of(Set.of(status), version);
        }

        private static Condition of(Set<LinkStatus> statuses, long version) {
            Map<String, AttributeValue> values = new HashMap<>();
            values.put(":version", Item.number(version));
            statuses.forEach(
                    status -> values.put(":" + status.name().toLowerCase(Locale.ROOT), Item.text(status.name())));
            String any = values.keySet().stream()
                    .filter(name -> !name.equals(":version"))
                    .sorted()
                    .collect(Collectors.joining(", "));
            return new Condition(
                    "#state IN (" + any + ") AND #version = :version",
                    Map.of("#state", LinkItem.STATUS, "#version", LinkItem.VERSION),
                    values);
        }
    }

    private static Optional<Item> ours(Optional<Item> stored, String writer) {
        return stored.filter(item -> item.text(LinkItem.WRITTEN_BY, "").equals(writer));
    }

    private String writer() {
        return "%016x%016x".formatted(random.nextLong(), random.nextLong());
    }
}
