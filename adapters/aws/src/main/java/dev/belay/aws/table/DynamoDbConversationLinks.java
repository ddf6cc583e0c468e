package dev.belay.aws.table;

import dev.belay.aws.table.Table.Written;
import dev.belay.aws.table.Transaction.Ended;
import dev.belay.chat.ConversationId;
import dev.belay.chat.Platform;
import dev.belay.failure.Rejected;
import dev.belay.link.ConversationLink;
import dev.belay.link.ConversationLinks;
import dev.belay.link.LinkState;
import dev.belay.record.RecordRef;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
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
    private static final String UNCHANGED = "#state IN (:provisioning, :unplaced, :ambiguous) AND #version = :version";
    private static final String UNBOUND = "attribute_not_exists(pk) OR (#table = :table AND #sys_id = :sys_id)";
    private static final String NEWER = "attribute_exists(#card) AND #generation < :generation";

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
    public Optional<ConversationLink> find(RecordRef record, Platform platform) {
        return table.get(Key.of(record, platform)).map(LinkItem::link);
    }

    @Override
    public Optional<RecordRef> recordOf(ConversationId conversation) {
        return table.get(Key.of(conversation)).map(LinkItem::record);
    }

    @Override
    public boolean claim(ConversationLink first) {
        var absent = PutItemRequest.builder().conditionExpression("attribute_not_exists(pk)");
        return switch (table.put(LinkItem.of(first, writer()), absent)) {
            case Written.Done _ -> true;
            case Written.Refused(Optional<Item> stored) ->
                stored.map(LinkItem::link).filter(first::equals).isPresent();
        };
    }

    @Override
    public Optional<ConversationLink> save(ConversationLink changed) {
        ConversationLink next = changed.next();
        String writer = writer();
        var unchanged = PutItemRequest.builder()
                .conditionExpression(UNCHANGED)
                .expressionAttributeNames(stateAndVersion())
                .expressionAttributeValues(openAt(changed.version()));
        return switch (table.put(LinkItem.of(next, writer), unchanged)) {
            case Written.Done _ -> Optional.of(next);
            case Written.Refused(Optional<Item> stored) -> ours(stored, writer).map(_ -> next);
        };
    }

    @Override
    public Optional<ConversationLink> ready(ConversationLink finished) {
        ConversationId conversation = finished.conversation().orElseThrow();
        ConversationLink ready = finished.with(LinkState.READY).next();
        String writer = writer();
        Transaction both = new Transaction(
                table.client(),
                unchanged(LinkItem.of(ready, writer), finished.version()),
                unbound(LinkItem.of(conversation, finished.record()), finished.record()));
        return switch (both.run()) {
            case Ended.Committed() -> Optional.of(ready);
            case Ended.Refused refused -> ours(refused.stored(0), writer).map(_ -> ready);
        };
    }

    @Override
    public long raise(RecordRef record, Platform platform, long generation) {
        var newer = UpdateItemRequest.builder()
                .updateExpression("SET #generation = :generation")
                .conditionExpression(NEWER)
                .expressionAttributeNames(Map.of("#generation", LinkItem.GENERATION, "#card", LinkItem.CARD))
                .expressionAttributeValues(Map.of(":generation", Item.number(generation)));
        return switch (table.update(Key.of(record, platform), newer)) {
            case Written.Done _ -> generation;
            case Written.Refused(Optional<Item> stored) ->
                stored.flatMap(item -> item.findNumber(LinkItem.GENERATION))
                        .orElseThrow(() -> new Rejected("links", record + " has no card"));
        };
    }

    @Override
    public boolean drawn(RecordRef record, Platform platform, long generation) {
        var sent = UpdateItemRequest.builder()
                .updateExpression(LinkItem.DRAWN)
                .conditionExpression(LinkItem.IS_NEWEST)
                .expressionAttributeNames(LinkItem.drawnNames())
                .expressionAttributeValues(LinkItem.drawnValues(generation));
        return table.update(Key.of(record, platform), sent) instanceof Written.Done;
    }

    @Override
    public void fitted(RecordRef record, Platform platform) {
        var linked = UpdateItemRequest.builder()
                .updateExpression("SET #fitted = :true")
                .conditionExpression("attribute_exists(pk)")
                .expressionAttributeNames(Map.of("#fitted", LinkItem.FITTED))
                .expressionAttributeValues(Map.of(":true", AttributeValue.fromBool(true)));
        table.update(Key.of(record, platform), linked);
    }

    @Override
    public boolean turn(RecordRef record, Platform platform, LinkState from, LinkState to) {
        String writer = writer();
        var turned = UpdateItemRequest.builder()
                .updateExpression("SET #state = :to, #writer = :writer")
                .conditionExpression("#state = :from")
                .expressionAttributeNames(Map.of("#state", LinkItem.STATE, "#writer", LinkItem.WRITTEN_BY))
                .expressionAttributeValues(Map.of(
                        ":from", Item.text(from.name()), ":to", Item.text(to.name()), ":writer", Item.text(writer)));
        return switch (table.update(Key.of(record, platform), turned)) {
            case Written.Done _ -> true;
            case Written.Refused(Optional<Item> stored) -> ours(stored, writer).isPresent();
        };
    }

    @Override
    public void renamed(RecordRef record, Platform platform, String name) {
        var named = UpdateItemRequest.builder()
                .updateExpression("SET #name = :name")
                .conditionExpression("attribute_exists(#channel)")
                .expressionAttributeNames(Map.of("#name", LinkItem.CHANNEL_NAME, "#channel", LinkItem.CHANNEL_ID))
                .expressionAttributeValues(Map.of(":name", Item.text(name)));
        table.update(Key.of(record, platform), named);
    }

    @Override
    public List<ConversationLink> within(Platform platform, String workspace) {
        return table.all()
                .filter(item -> item.findText(LinkItem.STATE).isPresent())
                .filter(item -> item.needText(LinkItem.PLATFORM).equals(platform.word()))
                .map(LinkItem::link)
                .filter(link -> link.conversation()
                        .filter(there -> there.workspace().equals(workspace))
                        .isPresent())
                .toList();
    }

    private TransactWriteItem unchanged(Item item, long version) {
        return TransactWriteItem.builder()
                .put(put -> put.tableName(table.name())
                        .item(item.attributes())
                        .conditionExpression(UNCHANGED)
                        .expressionAttributeNames(stateAndVersion())
                        .expressionAttributeValues(openAt(version))
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

    private static Map<String, String> stateAndVersion() {
        return Map.of("#state", LinkItem.STATE, "#version", LinkItem.VERSION);
    }

    private static Map<String, AttributeValue> openAt(long version) {
        return Map.of(
                ":provisioning", Item.text(LinkState.PROVISIONING.name()),
                ":unplaced", Item.text(LinkState.UNPLACED.name()),
                ":ambiguous", Item.text(LinkState.AMBIGUOUS.name()),
                ":version", Item.number(version));
    }

    private static Optional<Item> ours(Optional<Item> stored, String writer) {
        return stored.filter(item -> item.text(LinkItem.WRITTEN_BY, "").equals(writer));
    }

    private String writer() {
        return "%016x%016x".formatted(random.nextLong(), random.nextLong());
    }
}
