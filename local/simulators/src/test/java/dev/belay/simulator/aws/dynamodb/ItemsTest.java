package dev.belay.simulator.aws.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import com.grack.nanojson.JsonObject;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Items come back as they were written, and what cannot be an item or a key is refused in AWS's words. */
final class ItemsTest {
    private static final String INVALID = "ValidationException: One or more parameter values were invalid: ";

    private final Asked asked = Asked.inMemory(Clock.systemUTC());

    @Test
    void every_type_comes_back() {
        String all =
                "'s': {'S': ''}, 'n': {'N': '-1.5'}, 'b': {'B': 'AP8='}, 'bool': {'BOOL': false}, 'null': {'NULL': true},"
                        + " 'l': {'L': [{'S': 'a'}, {'M': {}}]}, 'm': {'M': {'x': {'L': []}}}, 'ss': {'SS': ['b', 'a']},"
                        + " 'ns': {'NS': ['1', '2']}, 'bs': {'BS': ['AA==']}";
        asked.put(1, all);
        assertThat(asked.item(1)).isEqualTo(Asked.json("{" + all + "}"));
    }

    @ParameterizedTest
    @CsvSource({
        "1.0, 1",
        "-0, 0",
        "1e3, 1000",
        "000.50, 0.5",
        "+7, 7",
        "12345678901234567890123456789012345678, 12345678901234567890123456789012345678"
    })
    void numbers_lose_what_says_nothing(String written, String read) {
        asked.put(1, "'n': {'N': '" + written + "'}");
        assertThat(asked.item(1).getObject("n").getString("N")).isEqualTo(read);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            {'N': 'one'} | The parameter cannot be converted to a numeric value: one
            {'N': '123456789012345678901234567890123456789'} | Attempting to store more than 38 significant digits in a Number
            {'N': '1e126'} | Number overflow. Attempting to store a number with magnitude larger than supported range
            {'N': '1e-131'} | Number underflow. Attempting to store a number with magnitude smaller than supported range
            {} | Supplied AttributeValue is empty, must contain exactly one of the supported datatypes
            {'X': '1'} | Supplied AttributeValue is empty, must contain exactly one of the supported datatypes
            {'S': 'a', 'N': '1'} | Supplied AttributeValue has more than one datatypes set, must contain exactly one of the supported datatypes
            {'SS': []} | One or more parameter values were invalid: An string set  may not be empty
            {'NS': ['1', '1.0']} | One or more parameter values were invalid: Input collection [1, 1.0] contains duplicates.
            {'NULL': false} | One or more parameter values were invalid: Null attribute value types must have the value of true
            """)
    void what_is_no_value_is_refused(String value, String said) {
        assertThat(put("'x': " + value)).isEqualTo("ValidationException: " + said);
    }

    @Test
    void a_value_of_another_shape_is_malformed() {
        assertThat(put("'n': {'N': 1}"))
                .isEqualTo("SerializationException: NUMBER_VALUE cannot be converted to String");
        assertThat(put("'l': {'L': 'a'}")).startsWith("SerializationException: ");
        assertThat(put("'s': 'a'")).startsWith("SerializationException: ");
        assertThat(put("'s': {'S': null}")).startsWith("SerializationException: ");
    }

    @Test
    void a_value_is_nested_32_deep_at_most() {
        assertThat(asked.answer("PutItem", Asked.json(item("'x': " + nested(31))))
                        .status())
                .isEqualTo(200);
        assertThat(put("'x': " + nested(32)))
                .isEqualTo("ValidationException: Nesting Levels have exceeded supported limits");
    }

    private static String nested(int depth) {
        return "{'L': [".repeat(depth) + "{'S': 'a'}" + "]}".repeat(depth);
    }

    @Test
    void an_item_has_400_kb_at_most_names_and_all() {
        int rest = "pk".length() + "p".length() + "sk".length() + 2 + "x".length();
        asked.put(1, "'x': {'S': '" + "a".repeat(400 * 1024 - rest) + "'}");
        assertThat(put("'x': {'S': '" + "a".repeat(400 * 1024 - rest + 1) + "'}"))
                .isEqualTo("ValidationException: Item size has exceeded the maximum allowed size");
        assertThat(
                        asked.refusal(
                                "UpdateItem",
                                "{'TableName': 'things', 'Key': " + Asked.key(1)
                                        + ", 'UpdateExpression': 'SET y = :y', 'ExpressionAttributeValues': {':y': {'S': 'b'}}}"))
                .isEqualTo("ValidationException: Item size to update has exceeded the maximum allowed size");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            'pk': {'S': 'a'} | Missing the key sk in the item
            'pk': {'N': '1'}, 'sk': {'N': '1'} | Type mismatch for key pk expected: S actual: N
            'pk': {'S': 'a'}, 'sk': {'N': '1'}, 'due': {'S': '1'} | Type mismatch for Index Key due Expected: N Actual: S IndexName: whole
            """)
    void an_item_without_its_key_is_refused(String item, String said) {
        assertThat(asked.refusal("PutItem", "{'TableName': 'things', 'Item': {" + item + "}}"))
                .isEqualTo(INVALID + said);
    }

    @Test
    void keys_are_never_empty_nor_long() {
        String empty = "ValidationException: One or more parameter values are not valid. ";
        assertThat(putKey(""))
                .isEqualTo(
                        empty + "The AttributeValue for a key attribute cannot contain an empty string value. Key: pk");
        assertThat(put("'st': {'S': ''}"))
                .isEqualTo(empty
                        + "A value specified for a secondary index key is not supported. The AttributeValue for a key"
                        + " attribute cannot contain an empty string value. IndexName: whole, IndexKey: st");
        assertThat(putKey("a".repeat(2049)))
                .isEqualTo(INVALID + "Size of hashkey has exceeded the maximum size limit of2048 bytes");
        assertThat(asked.answer("PutItem", Asked.json(keyed("a".repeat(2048)))).status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            {'pk': {'S': 'p'}}
            {'pk': {'N': '1'}, 'sk': {'N': '1'}}
            {'pk': {'S': 'p'}, 'sk': {'N': '1'}, 'n': {'N': '1'}}
            """)
    void a_key_has_the_attributes_of_the_schema_and_no_others(String key) {
        for (String operation : new String[] {"GetItem", "DeleteItem", "UpdateItem"}) {
            assertThat(asked.refusal(operation, "{'TableName': 'things', 'Key': " + key + "}"))
                    .isEqualTo("ValidationException: The provided key element does not match the schema");
        }
    }

    @Test
    void what_is_deleted_is_gone_and_returned_where_asked() {
        asked.put(1, "'n': {'N': '1'}");
        String request = "{'TableName': 'things', 'ReturnValues': 'ALL_OLD', 'Key': " + Asked.key(1) + "}";
        assertThat(asked.done("DeleteItem", request).getObject("Attributes")).containsKey("n");
        assertThat(asked.done("DeleteItem", request)).isEmpty();
        assertThat(asked.item(1)).isEmpty();
    }

    @Test
    void a_failed_condition_shows_the_item_where_asked() {
        asked.put(1, "'n': {'N': '1'}");
        String request = "{'TableName': 'things', 'Item': " + Asked.key(1)
                + ", 'ConditionExpression': 'attribute_not_exists(pk)'";
        JsonObject silent = asked.refused("PutItem", request + "}");
        assertThat(silent.getString("__type"))
                .isEqualTo("com.amazonaws.dynamodb.v20120810#ConditionalCheckFailedException");
        assertThat(silent).doesNotContainKey("Item");
        JsonObject shown = asked.refused("PutItem", request + ", 'ReturnValuesOnConditionCheckFailure': 'ALL_OLD'}");
        assertThat(shown.getObject("Item")).containsKeys("pk", "sk", "n");
        assertThat(asked.item(1)).containsKey("n");
    }

    @Test
    void a_projection_keeps_what_was_asked_for_and_its_way() {
        asked.put(
                1,
                "'n': {'N': '1'}, 'm': {'M': {'x': {'N': '1'}, 'y': {'N': '2'}}}, 'l': {'L': [{'S': 'a'}, {'S': 'b'}, {'S': 'c'}]}");
        assertThat(asked.done(
                                "GetItem",
                                "{'TableName': 'things', 'Key': " + Asked.key(1)
                                        + ", 'ProjectionExpression': '#m.y, l[2], l[0], nothing', 'ExpressionAttributeNames': {'#m': 'm'}}")
                        .getObject("Item"))
                .isEqualTo(Asked.json("{'m': {'M': {'y': {'N': '2'}}}, 'l': {'L': [{'S': 'a'}, {'S': 'c'}]}}"));
    }

    private String put(String attributes) {
        return asked.refusal("PutItem", item(attributes));
    }

    private String putKey(String key) {
        return asked.refusal("PutItem", keyed(key));
    }

    private static String keyed(String key) {
        return "{'TableName': 'things', 'Item': {'pk': {'S': '" + key + "'}, 'sk': {'N': '1'}}}";
    }

    private static String item(String attributes) {
        return "{'TableName': 'things', 'Item': {'pk': {'S': 'p'}, 'sk': {'N': '1'}, " + attributes + "}}";
    }
}
