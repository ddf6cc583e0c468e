package dev.belay.simulator.aws.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import com.grack.nanojson.JsonObject;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Updates do what AWS says, from the item as it was before. */
final class UpdatesTest {
    private static final String BEFORE =
            "'n': {'N': '5'}, 'l': {'L': [{'S': 'a'}, {'S': 'b'}, {'S': 'c'}]}, 'm': {'M': {'x': {'N': '1'}}},"
                    + " 'tags': {'SS': ['a', 'b']}";

    private final Asked asked = Asked.inMemory(Clock.systemUTC());

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            SET n = n + :v | 'N': '2' | n | {'N': '7'}
            SET n = :v - n | 'N': '2' | n | {'N': '-3'}
            SET twin = n, n = :v | 'N': '2' | twin | {'N': '5'}
            SET n = if_not_exists(n, :v) | 'N': '2' | n | {'N': '5'}
            SET aside = if_not_exists(aside, :v) + n | 'N': '2' | aside | {'N': '7'}
            SET l = list_append(l, :v) | 'L': [{'S': 'd'}] | l | {'L': [{'S': 'a'}, {'S': 'b'}, {'S': 'c'}, {'S': 'd'}]}
            SET l = list_append(:v, l) | 'L': [{'S': 'd'}] | l | {'L': [{'S': 'd'}, {'S': 'a'}, {'S': 'b'}, {'S': 'c'}]}
            SET l[1] = :v | 'S': 'B' | l | {'L': [{'S': 'a'}, {'S': 'B'}, {'S': 'c'}]}
            SET l[9] = :v, l[8] = n | 'S': 'd' | l | {'L': [{'S': 'a'}, {'S': 'b'}, {'S': 'c'}, {'N': '5'}, {'S': 'd'}]}
            SET l[2] = :v REMOVE l[0], l[1] | 'S': 'C' | l | {'L': [{'S': 'C'}]}
            SET m.y = :v | 'N': '2' | m | {'M': {'x': {'N': '1'}, 'y': {'N': '2'}}}
            ADD n :v | 'N': '2' | n | {'N': '7'}
            ADD fresh :v | 'N': '2' | fresh | {'N': '2'}
            ADD tags :v | 'SS': ['b', 'c'] | tags | {'SS': ['a', 'b', 'c']}
            DELETE tags :v | 'SS': ['b', 'z'] | tags | {'SS': ['a']}
            set n = :v remove m.x | 'N': '2' | m | {'M': {}}
            """)
    void an_attribute_becomes(String update, String value, String attribute, String after) {
        asked.put(1, BEFORE);
        update(update, value);
        assertThat(asked.item(1).getObject(attribute)).isEqualTo(Asked.json(after));
    }

    @Test
    void the_last_member_takes_the_set_with_it() {
        asked.put(1, BEFORE);
        update("DELETE tags :v", "'SS': ['a', 'b']");
        assertThat(asked.item(1)).doesNotContainKey("tags").containsKey("n");
    }

    @Test
    void what_is_not_there_can_be_removed() {
        asked.put(1, BEFORE);
        asked.done(
                "UpdateItem",
                "{'TableName': 'things', 'Key': " + Asked.key(1)
                        + ", 'UpdateExpression': 'REMOVE nothing, l[7], m.nothing'}");
        assertThat(asked.item(1)).isEqualTo(Asked.json("{" + BEFORE + "}"));
    }

    @Test
    void an_item_that_is_not_there_is_made() {
        asked.done("UpdateItem", "{'TableName': 'things', 'Key': " + Asked.key(1) + "}");
        assertThat(asked.done("GetItem", "{'TableName': 'things', 'Key': " + Asked.key(1) + "}")
                        .getObject("Item"))
                .isEqualTo(Asked.json(Asked.key(1)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            SET n = aside + :v | 'N': '1' | The provided expression refers to an attribute that does not exist in the item
            SET n = l + :v | 'N': '1' | An operand in the update expression has an incorrect data type
            ADD l :v | 'N': '1' | An operand in the update expression has an incorrect data type
            DELETE n :v | 'SS': ['a'] | An operand in the update expression has an incorrect data type
            SET nowhere.x = :v | 'N': '1' | The document path provided in the update expression is invalid for update
            SET n.x = :v | 'N': '1' | The document path provided in the update expression is invalid for update
            SET n = :v REMOVE nowhere.x | 'N': '1' | The document path provided in the update expression is invalid for update
            SET pk = :v | 'S': 'x' | One or more parameter values were invalid: Cannot update attribute pk. This attribute is part of the key
            SET st = :v | 'N': '1' | One or more parameter values were invalid: Type mismatch for Index Key st Expected: S Actual: N IndexName: whole
            SET n = n + :v | 'N': '1e38' | Attempting to store more than 38 significant digits in a Number
            SET n = :v SET m = :v | 'N': '1' | Invalid UpdateExpression: The "SET" section can only be used once in an update expression;
            SET n = :v, n = :v | 'N': '1' | Invalid UpdateExpression: Two document paths overlap with each other; must remove or rewrite one of these paths; path one: [n], path two: [n]
            SET m = :v, m.x = :v | 'N': '1' | Invalid UpdateExpression: Two document paths overlap with each other; must remove or rewrite one of these paths; path one: [m], path two: [m, x]
            SET m.x = :v, m[1] = :v | 'N': '1' | Invalid UpdateExpression: Two document paths conflict with each other; must remove or rewrite one of these paths; path one: [m, x], path two: [m, [1]]
            SET n = n + :v | 'S': 'a' | Invalid UpdateExpression: Incorrect operand type for operator or function; operator or function: +, operand type: S
            ADD n :v | 'S': 'a' | Invalid UpdateExpression: Incorrect operand type for operator or function; operator: ADD, operand type: STRING, typeSet: ALLOWED_FOR_ADD_OPERAND
            DELETE tags :v | 'N': '1' | Invalid UpdateExpression: Incorrect operand type for operator or function; operator: DELETE, operand type: NUMBER, typeSet: ALLOWED_FOR_DELETE_OPERAND
            ADD m.x :v | 'N': '1' | Invalid UpdateExpression: ADD can be used on top-level attributes only; path: [m, x]
            SET n = size(l) | 'N': '1' | Invalid UpdateExpression: The function is not allowed in an update expression; function: size
            SET n = if_not_exists(:v, n) | 'N': '1' | Invalid UpdateExpression: Operator or function requires a document path; operator or function: if_not_exists
            PUT n = :v | 'N': '1' | Invalid UpdateExpression: Syntax error; token: "PUT", near: "PUT n"
            SET n = :v m = :v | 'N': '1' | Invalid UpdateExpression: Syntax error; token: "m", near: ":v m ="
            """)
    void what_cannot_be_is_refused_and_changes_nothing(String update, String value, String said) {
        asked.put(1, BEFORE);
        assertThat(asked.refusal("UpdateItem", request(update, value, "NONE")))
                .isEqualTo("ValidationException: " + said);
        assertThat(asked.item(1)).isEqualTo(Asked.json("{" + BEFORE + "}"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            ALL_OLD | n | {'N': '5'} | 6
            ALL_NEW | n | {'N': '7'} | 6
            UPDATED_OLD | n | {'N': '5'} | 2
            UPDATED_NEW | m | {'M': {'x': {'N': '2'}}} | 2
            """)
    void what_was_asked_for_is_returned(String returned, String attribute, String value, int attributes) {
        asked.put(1, BEFORE);
        JsonObject answer = asked.done("UpdateItem", request("SET n = n + :v, m.x = :v", "'N': '2'", returned))
                .getObject("Attributes");
        assertThat(answer.getObject(attribute)).isEqualTo(Asked.json(value));
        assertThat(answer).hasSize(attributes);
    }

    private void update(String update, String value) {
        asked.done("UpdateItem", request(update, value, "NONE"));
    }

    private static String request(String update, String value, String returned) {
        return "{'TableName': 'things', 'Key': " + Asked.key(1) + ", 'UpdateExpression': '"
                + update.replace("\"", "\\\"") + "', 'ReturnValues': '" + returned
                + "', 'ExpressionAttributeValues': {':v': {" + value + "}}}";
    }
}
