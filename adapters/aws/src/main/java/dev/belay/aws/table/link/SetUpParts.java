package dev.belay.aws.table.link;

import dev.belay.aws.table.Item;
import dev.belay.link.ConversationLink.Made;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/** The writes that remember parts of a conversation's set-up, as long as the conversation is the record's. */
final class SetUpParts {
    /** Far below the 4 KB that an expression may have (docs.aws.amazon.com/amazondynamodb, quotas). */
    private static final int IN_ONE_WRITE = 100;

    private SetUpParts() {}

    static List<UpdateItemRequest.Builder> writes(Made link, Map<String, String> parts) {
        List<Map.Entry<String, String>> all =
                parts.entrySet().stream().sorted(Map.Entry.comparingByKey()).toList();
        List<UpdateItemRequest.Builder> writes = new ArrayList<>();
        for (int from = 0; from < all.size(); from += IN_ONE_WRITE) {
            writes.add(write(link, all.subList(from, Math.min(from + IN_ONE_WRITE, all.size()))));
        }
        return writes;
    }

    private static UpdateItemRequest.Builder write(Made link, List<Map.Entry<String, String>> parts) {
        Map<String, String> names = new HashMap<>(Map.of("#made", LinkItem.CREATED_BY, "#marker", LinkItem.MARKER));
        Map<String, AttributeValue> values = new HashMap<>(Map.of(":marker", LinkItem.marker(link)));
        List<String> sets = new ArrayList<>();
        for (Map.Entry<String, String> part : parts) {
            String number = String.valueOf(sets.size());
            names.put("#part" + number, LinkItem.SET_UP + part.getKey());
            values.put(":what" + number, Item.text(part.getValue()));
            sets.add("#part" + number + " = :what" + number);
        }
        return UpdateItemRequest.builder()
                .updateExpression("SET " + String.join(", ", sets))
                .conditionExpression("attribute_exists(#made) AND #marker = :marker")
                .expressionAttributeNames(names)
                .expressionAttributeValues(values);
    }
}
