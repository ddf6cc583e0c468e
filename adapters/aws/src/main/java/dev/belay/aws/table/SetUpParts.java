package dev.belay.aws.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/** The writes that remember parts of a conversation's set-up, as long as there is a conversation. */
final class SetUpParts {
    /** Far below the 4 KB that an expression may have (docs.aws.amazon.com/amazondynamodb, quotas). */
    private static final int IN_ONE_WRITE = 100;

    private SetUpParts() {}

    static List<UpdateItemRequest.Builder> writes(Map<String, String> parts) {
        List<Map.Entry<String, String>> all =
                parts.entrySet().stream().sorted(Map.Entry.comparingByKey()).toList();
        List<UpdateItemRequest.Builder> writes = new ArrayList<>();
        for (int from = 0; from < all.size(); from += IN_ONE_WRITE) {
            writes.add(write(all.subList(from, Math.min(from + IN_ONE_WRITE, all.size()))));
        }
        return writes;
    }

    private static UpdateItemRequest.Builder write(List<Map.Entry<String, String>> parts) {
        Map<String, String> names = new HashMap<>(Map.of("#card", LinkItem.CARD));
        Map<String, AttributeValue> values = new HashMap<>();
        List<String> sets = new ArrayList<>();
        for (Map.Entry<String, String> part : parts) {
            String number = String.valueOf(sets.size());
            names.put("#part" + number, LinkItem.SET_UP + part.getKey());
            values.put(":what" + number, Item.text(part.getValue()));
            sets.add("#part" + number + " = :what" + number);
        }
        return UpdateItemRequest.builder()
                .updateExpression("SET " + String.join(", ", sets))
                .conditionExpression("attribute_exists(#card)")
                .expressionAttributeNames(names)
                .expressionAttributeValues(values);
    }
}
