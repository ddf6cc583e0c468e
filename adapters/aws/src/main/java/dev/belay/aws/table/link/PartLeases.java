package dev.belay.aws.table.link;

import dev.belay.aws.table.Item;
import dev.belay.aws.table.Key;
import dev.belay.aws.table.Table;
import dev.belay.aws.table.Table.Written;
import dev.belay.link.ConversationLink.Made;
import dev.belay.link.PartLease;
import dev.belay.link.Upkeep.Begun;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/**
 * Who is at a part of what is done once in a conversation, in the attribute that tells later that it is done. It is taken only as it
 * was read, and a write whose answer was lost is known by what it wrote.
 */
record PartLeases(Table table, RandomGenerator random) {
    private static final String OURS = "attribute_exists(#made) AND #marker = :marker AND ";

    Begun begin(Made link, String part, String id, Instant lease, Instant now) {
        Optional<String> before =
                Optional.ofNullable(link.conversation().setUp().get(part));
        if (!PartLease.isFree(before, id, now)) {
            return Begun.NOT;
        }
        String mine = PartLease.begun(id, lease) + " %016x".formatted(random.nextLong());
        Map<String, AttributeValue> values =
                new HashMap<>(Map.of(":marker", LinkItem.marker(link), ":mine", Item.text(mine)));
        before.ifPresent(text -> values.put(":before", Item.text(text)));
        var begun = UpdateItemRequest.builder()
                .updateExpression("SET #part = :mine")
                .conditionExpression(OURS + (before.isPresent() ? "#part = :before" : "attribute_not_exists(#part)"))
                .expressionAttributeNames(names(part))
                .expressionAttributeValues(values);
        boolean won =
                switch (table.update(Key.of(link.key()), begun)) {
                    case Written.Done _ -> true;
                    case Written.Refused(Optional<Item> stored) ->
                        stored.filter(item ->
                                        item.text(LinkItem.SET_UP + part, "").equals(mine))
                                .isPresent();
                };
        return won ? PartLease.won(before) : Begun.NOT;
    }

    void lease(Made link, String part, String id, Instant until) {
        var given = UpdateItemRequest.builder()
                .updateExpression("SET #part = :mine")
                .conditionExpression(OURS + "begins_with(#part, :begun)")
                .expressionAttributeNames(names(part))
                .expressionAttributeValues(Map.of(
                        ":marker", LinkItem.marker(link),
                        ":begun", Item.text(PartLease.begun(id)),
                        ":mine", Item.text(PartLease.begun(id, until))));
        table.update(Key.of(link.key()), given);
    }

    private static Map<String, String> names(String part) {
        return Map.of("#made", LinkItem.CREATED_BY, "#marker", LinkItem.MARKER, "#part", LinkItem.SET_UP + part);
    }
}
