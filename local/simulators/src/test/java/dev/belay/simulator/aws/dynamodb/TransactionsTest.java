package dev.belay.simulator.aws.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import com.grack.nanojson.JsonObject;
import dev.belay.simulator.time.PassingClock;
import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import org.junit.jupiter.api.Test;

/** A transaction happens whole or not at all, once for each token, and says why. */
final class TransactionsTest {
    private static final String ABSENT = "'ConditionExpression': 'attribute_not_exists(pk)'";

    private final PassingClock clock = new PassingClock(Clock.systemUTC());
    private final Asked asked = Asked.inMemory(clock);

    @Test
    void all_four_kinds_happen_together() {
        asked.put(1, "'n': {'N': '1'}");
        asked.put(2, "");
        asked.put(3, "");
        assertThat(asked.done(
                        "TransactWriteItems",
                        items(
                                put(4, ""),
                                add(1),
                                "{'Delete': {'TableName': 'things', 'Key': " + Asked.key(2) + "}}",
                                "{'ConditionCheck': {'TableName': 'things', 'Key': " + Asked.key(3)
                                        + ", 'ConditionExpression': 'attribute_exists(pk)'}}")))
                .isEmpty();
        assertThat(Asked.ranges(asked.done("Scan", "{'TableName': 'things'}"))).containsExactly("1", "3", "4");
        assertThat(asked.item(1).getObject("n").getString("N")).isEqualTo("2");
    }

    @Test
    void a_refusal_tells_the_reasons_in_order_and_changes_nothing() {
        asked.put(1, "'s': {'S': 'text'}");
        asked.put(2, "'n': {'N': '1'}");
        JsonObject refused = asked.refused(
                "TransactWriteItems",
                items(
                        put(3, ""),
                        put(2, ABSENT + ", 'ReturnValuesOnConditionCheckFailure': 'ALL_OLD'"),
                        update(1, "'SET m.x = :v'")));
        assertThat(refused.getString("__type"))
                .isEqualTo("com.amazonaws.dynamodb.v20120810#TransactionCanceledException");
        assertThat(refused.getString("Message"))
                .isEqualTo("Transaction cancelled, please refer cancellation reasons for specific reasons"
                        + " [None, ConditionalCheckFailed, ValidationError]");
        assertThat(refused.getArray("CancellationReasons").getObject(0)).isEqualTo(Asked.json("{'Code': 'None'}"));
        assertThat(refused.getArray("CancellationReasons").getObject(1))
                .isEqualTo(Asked.json("{'Code': 'ConditionalCheckFailed', 'Message': 'The conditional request failed',"
                        + " 'Item': {'pk': {'S': 'p'}, 'sk': {'N': '2'}, 'n': {'N': '1'}}}"));
        assertThat(refused.getArray("CancellationReasons").getObject(2).getString("Message"))
                .isEqualTo("The document path provided in the update expression is invalid for update");
        assertThat(Asked.ranges(asked.done("Scan", "{'TableName': 'things'}"))).containsExactly("1", "2");
    }

    @Test
    void an_item_of_another_key_type_is_a_reason() {
        JsonObject refused = asked.refused(
                "TransactWriteItems",
                items("{'Put': {'TableName': 'things', 'Item': {'pk': {'N': '1'}, 'sk': {'N': '1'}}}}"));
        assertThat(refused.getArray("CancellationReasons").getObject(0))
                .isEqualTo(
                        Asked.json("{'Code': 'ValidationError', 'Message': 'One or more parameter values were invalid:"
                                + " Type mismatch for key pk expected: S actual: N'}"));
    }

    @Test
    void a_mistake_in_the_request_is_refused_as_one() {
        assertThat(refusal(put(1, ""), "{'Delete': {'TableName': 'things', 'Key': " + Asked.key(1) + "}}"))
                .isEqualTo("ValidationException: Transaction request cannot include multiple operations on one item");
        assertThat(refusal("{'Put': {'TableName': 'things', 'Item': " + Asked.key(1)
                        + "}, 'Delete': {'TableName': 'things', 'Key': " + Asked.key(2) + "}}"))
                .isEqualTo("ValidationException: TransactItems can only contain one of Check, Put, Update or Delete");
        assertThat(refusal(put(1, "'ConditionExpression': 'attribute_exists('")))
                .startsWith("ValidationException: Invalid ConditionExpression: Syntax error");
        assertThat(refusal("{'Put': {'TableName': 'none', 'Item': " + Asked.key(1) + "}}"))
                .isEqualTo("ResourceNotFoundException: Requested resource not found");
        assertThat(refusal("{'ConditionCheck': {'TableName': 'things', 'Key': " + Asked.key(1) + "}}"))
                .contains("Value null at 'conditionExpression'");
        assertThat(refusal()).contains("Member must have length greater than or equal to 1");
        assertThat(refusal(Collections.nCopies(101, put(1, "")).toArray(String[]::new)))
                .contains("Member must have length less than or equal to 100");
    }

    @Test
    void the_same_token_does_it_once_for_ten_minutes() {
        asked.put(1, "'n': {'N': '0'}");
        String request = items(add(1)).replaceFirst("\\{", "{'ClientRequestToken': 'token', ");
        asked.done("TransactWriteItems", request);
        asked.done("TransactWriteItems", request);
        clock.pass(Duration.ofMinutes(9));
        asked.done("TransactWriteItems", request);
        assertThat(asked.item(1).getObject("n").getString("N")).isEqualTo("1");
        clock.pass(Duration.ofMinutes(1));
        asked.done("TransactWriteItems", request);
        assertThat(asked.item(1).getObject("n").getString("N")).isEqualTo("2");
    }

    @Test
    void the_same_token_with_another_request_is_refused() {
        asked.done("TransactWriteItems", items(put(1, "")).replaceFirst("\\{", "{'ClientRequestToken': 'token', "));
        assertThat(asked.refusal(
                        "TransactWriteItems",
                        items(put(2, "")).replaceFirst("\\{", "{'ClientRequestToken': 'token', ")))
                .startsWith("IdempotentParameterMismatchException: ");
        assertThat(asked.refusal(
                        "TransactWriteItems",
                        items(put(2, "")).replaceFirst("\\{", "{'ClientRequestToken': '" + "t".repeat(37) + "', ")))
                .contains("Member must have length less than or equal to 36");
    }

    @Test
    void a_token_whose_request_was_cancelled_may_try_again() {
        asked.put(1, "");
        String request = items(put(1, ABSENT)).replaceFirst("\\{", "{'ClientRequestToken': 'token', ");
        assertThat(asked.refusal("TransactWriteItems", request)).startsWith("TransactionCanceledException");
        asked.done("DeleteItem", "{'TableName': 'things', 'Key': " + Asked.key(1) + "}");
        asked.done("TransactWriteItems", request);
        assertThat(Asked.ranges(asked.done("Scan", "{'TableName': 'things'}"))).containsExactly("1");
    }

    private String refusal(String... items) {
        return asked.refusal("TransactWriteItems", items(items));
    }

    private static String items(String... items) {
        return "{'TransactItems': [" + String.join(", ", items) + "]}";
    }

    private static String put(int sk, String more) {
        return "{'Put': {'TableName': 'things', 'Item': " + Asked.key(sk) + (more.isEmpty() ? "" : ", " + more) + "}}";
    }

    private static String add(int sk) {
        return update(sk, "'ADD n :v'");
    }

    private static String update(int sk, String expression) {
        return "{'Update': {'TableName': 'things', 'Key': " + Asked.key(sk) + ", 'UpdateExpression': " + expression
                + ", 'ExpressionAttributeValues': {':v': {'N': '1'}}}}";
    }
}
