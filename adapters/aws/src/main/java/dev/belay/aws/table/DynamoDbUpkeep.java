package dev.belay.aws.table;

import dev.belay.aws.table.Table.Written;
import dev.belay.link.LinkKey;
import dev.belay.link.Told.Account;
import dev.belay.link.Told.Telling;
import dev.belay.link.Upkeep;
import java.time.Instant;
import java.util.Map;
import java.util.random.RandomGenerator;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/**
 * What keeping conversations true remembers, in DynamoDB, on the items of the links. A write that was committed and whose answer was
 * lost is sent again by the SDK and then fails its own condition; it is known by what it wrote.
 */
public final class DynamoDbUpkeep implements Upkeep {
    private final Table table;
    private final RandomGenerator random;

    /**
     * @param random tells this worker's tellings from another's
     */
    public DynamoDbUpkeep(DynamoDbClient client, String table, RandomGenerator random) {
        this.table = new Table(client, table);
        this.random = random;
    }

    @Override
    public boolean begin(LinkKey key, Telling telling, Instant now) {
        String writer = "%016x%016x".formatted(random.nextLong(), random.nextLong());
        Account account = telling.account();
        var begun = UpdateItemRequest.builder()
                .updateExpression("SET #telling = :telling, #number = :number, #until = :until, #by = :by")
                .conditionExpression("#told = :before AND (attribute_not_exists(#until) OR #until <= :now)")
                .expressionAttributeNames(Map.of(
                        "#telling", KeptAttributes.TELLING,
                        "#number", KeptAttributes.TELLING_NUMBER,
                        "#until", KeptAttributes.TELLING_UNTIL,
                        "#by", KeptAttributes.TELLING_BY,
                        "#told", KeptAttributes.TOLD_NUMBER))
                .expressionAttributeValues(Map.of(
                        ":telling", Item.text(AccountJson.written(account)),
                        ":number", Item.number(account.number()),
                        ":until", Item.number(telling.leaseUntil().toEpochMilli()),
                        ":by", Item.text(writer),
                        ":before", Item.number(account.number() - 1),
                        ":now", Item.number(now.toEpochMilli())));
        return switch (table.update(Key.of(key), begun)) {
            case Written.Done _ -> true;
            case Written.Refused(var stored) ->
                stored.filter(item -> item.text(KeptAttributes.TELLING_BY, "").equals(writer))
                        .isPresent();
        };
    }

    @Override
    public void told(LinkKey key, Account account) {
        var told = UpdateItemRequest.builder()
                .updateExpression("SET #account = :account, #told = :number REMOVE #telling, #number, #until, #by")
                .conditionExpression("attribute_exists(#card) AND (attribute_not_exists(#told) OR #told < :number)")
                .expressionAttributeNames(Map.of(
                        "#account", KeptAttributes.TOLD,
                        "#told", KeptAttributes.TOLD_NUMBER,
                        "#telling", KeptAttributes.TELLING,
                        "#number", KeptAttributes.TELLING_NUMBER,
                        "#until", KeptAttributes.TELLING_UNTIL,
                        "#by", KeptAttributes.TELLING_BY,
                        "#card", LinkItem.CARD))
                .expressionAttributeValues(Map.of(
                        ":account", Item.text(AccountJson.written(account)), ":number", Item.number(account.number())));
        table.update(Key.of(key), told);
    }

    @Override
    public void notTold(LinkKey key, long number) {
        var forgotten = UpdateItemRequest.builder()
                .updateExpression("REMOVE #telling, #number, #until, #by")
                .conditionExpression("#number = :number")
                .expressionAttributeNames(Map.of(
                        "#telling", KeptAttributes.TELLING,
                        "#number", KeptAttributes.TELLING_NUMBER,
                        "#until", KeptAttributes.TELLING_UNTIL,
                        "#by", KeptAttributes.TELLING_BY))
                .expressionAttributeValues(Map.of(":number", Item.number(number)));
        table.update(Key.of(key), forgotten);
    }

    @Override
    public void lookFrom(LinkKey key, long number, Instant then) {
        var settling = UpdateItemRequest.builder()
                .updateExpression("SET #until = :until")
                .conditionExpression("#number = :number")
                .expressionAttributeNames(
                        Map.of("#number", KeptAttributes.TELLING_NUMBER, "#until", KeptAttributes.TELLING_UNTIL))
                .expressionAttributeValues(
                        Map.of(":number", Item.number(number), ":until", Item.number(then.toEpochMilli())));
        table.update(Key.of(key), settling);
    }

    @Override
    public void waits(LinkKey key, String message) {
        var waiting = UpdateItemRequest.builder()
                .updateExpression("SET #waiting = :message")
                .conditionExpression("attribute_exists(#card)")
                .expressionAttributeNames(Map.of("#waiting", KeptAttributes.WAITING, "#card", LinkItem.CARD))
                .expressionAttributeValues(Map.of(":message", Item.text(message)));
        table.update(Key.of(key), waiting);
    }
}
