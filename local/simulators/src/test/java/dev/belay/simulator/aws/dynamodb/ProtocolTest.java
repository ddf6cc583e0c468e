package dev.belay.simulator.aws.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import com.grack.nanojson.JsonObject;
import dev.belay.simulator.http.Response;
import java.time.Clock;
import java.util.Optional;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the engine does not know it refuses by name, and it answers in the protocol's form. */
final class ProtocolTest {
    private final Asked asked = Asked.inMemory(Clock.systemUTC());

    @Test
    void an_unknown_operation_is_refused() {
        assertThat(asked.refused("BatchGetItem", "{}"))
                .isEqualTo(Asked.json("{'__type': 'com.amazon.coral.service#UnknownOperationException',"
                        + " 'message': 'the simulated DynamoDB does not know BatchGetItem'}"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            GetItem | 'Key': {}, 'AttributesToGet': ['n'] | AttributesToGet of GetItem
            PutItem | 'Item': {}, 'Expected': {} | Expected of PutItem
            UpdateItem | 'Key': {}, 'AttributeUpdates': {} | AttributeUpdates of UpdateItem
            Query | 'ReturnConsumedCapacity': 'TOTAL' | ReturnConsumedCapacity of Query
            Scan | 'Segment': 0, 'TotalSegments': 2 | Segment of Scan
            CreateTable | 'LocalSecondaryIndexes': [] | LocalSecondaryIndexes of CreateTable
            """)
    void an_unknown_parameter_is_refused_by_its_name(String operation, String request, String said) {
        assertThat(asked.refusal(operation, "{'TableName': 'things', " + request + "}"))
                .isEqualTo("ValidationException: the simulated DynamoDB does not know " + said);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            'ExpressionAttributeValues': {':n': {'N': '1'}} | ExpressionAttributeValues can only be specified when using expressions: ConditionExpression is null
            'ExpressionAttributeNames': {'#n': 'n'} | ExpressionAttributeNames can only be specified when using expressions
            'ConditionExpression': 'n = :n', 'ExpressionAttributeValues': {} | ExpressionAttributeValues must not be empty
            'ConditionExpression': 'n = :n', 'ExpressionAttributeValues': {':n': {'N': '1'}, ':m': {'N': '1'}} | Value provided in ExpressionAttributeValues unused in expressions: keys: {:m}
            'ConditionExpression': 'n = :n', 'ExpressionAttributeNames': {'#n': 'n'}, 'ExpressionAttributeValues': {':n': {'N': '1'}} | Value provided in ExpressionAttributeNames unused in expressions: keys: {#n}
            'ConditionExpression': 'n = :n', 'ExpressionAttributeValues': {'n': {'N': '1'}} | ExpressionAttributeValues contains invalid key: Syntax error; key: "n"
            'ConditionExpression': 'n = :n', 'ExpressionAttributeValues': {':n': {}} | ExpressionAttributeValues contains invalid value: Supplied AttributeValue is empty, must contain exactly one of the supported datatypes for key :n
            'ConditionExpression': '' | Invalid ConditionExpression: The expression can not be empty;
            'ReturnValues': 'ALL_NEW' | ReturnValues can only be ALL_OLD or NONE
            'ReturnValues': 'SOME' | 1 validation error detected: Value 'SOME' at 'returnValues' failed to satisfy constraint: Member must satisfy enum value set: [ALL_NEW, UPDATED_OLD, ALL_OLD, NONE, UPDATED_NEW]
            """)
    void placeholders_and_words_are_checked(String request, String said) {
        assertThat(asked.refusal("PutItem", "{'TableName': 'things', 'Item': " + Asked.key(1) + ", " + request + "}"))
                .isEqualTo("ValidationException: " + said);
    }

    @Test
    void a_table_that_is_not_there_is_named_only_where_it_is_asked_for_itself() {
        assertThat(asked.refusal("GetItem", "{'TableName': 'none', 'Key': " + Asked.key(1) + "}"))
                .isEqualTo("ResourceNotFoundException: Requested resource not found");
        assertThat(asked.refusal("DescribeTable", "{'TableName': 'none'}"))
                .isEqualTo("ResourceNotFoundException: Requested resource not found: Table: none not found");
        assertThat(asked.refusal("GetItem", "{'Key': " + Asked.key(1) + "}"))
                .isEqualTo(
                        "ValidationException: 1 validation error detected: Value null at 'tableName' failed to satisfy"
                                + " constraint: Member must not be null");
    }

    @Test
    void a_table_is_described_as_it_was_made() {
        asked.put(1, "'st': {'S': 'OPEN'}");
        JsonObject table =
                asked.done("DescribeTable", "{'TableName': 'things'}").getObject("Table");
        assertThat(table)
                .containsEntry("TableStatus", "ACTIVE")
                .containsEntry("ItemCount", 1)
                .containsEntry("TableArn", "arn:aws:dynamodb:eu-central-1:123456789012:table/things");
        assertThat(table.getArray("GlobalSecondaryIndexes").getObject(2).getObject("Projection"))
                .isEqualTo(Asked.json("{'ProjectionType': 'INCLUDE', 'NonKeyAttributes': ['n']}"));
        assertThat(asked.done("ListTables", "{}")).isEqualTo(Asked.json("{'TableNames': ['things']}"));
        asked.done("DeleteTable", "{'TableName': 'things'}");
        assertThat(asked.done("ListTables", "{}")).isEqualTo(Asked.json("{'TableNames': []}"));
    }

    @Test
    void a_table_is_made_once_and_well() {
        String table =
                "{'TableName': '%s', 'BillingMode': 'PAY_PER_REQUEST', 'AttributeDefinitions': [{'AttributeName': 'pk',"
                        + " 'AttributeType': 'S'}%s], 'KeySchema': [{'AttributeName': '%s', 'KeyType': 'HASH'}]}";
        asked.done("CreateTable", table.formatted("other", "", "pk"));
        assertThat(asked.refusal("CreateTable", table.formatted("other", "", "pk")))
                .isEqualTo("ResourceInUseException: Table already exists: other");
        assertThat(asked.refusal(
                        "CreateTable", table.formatted("more", ", {'AttributeName': 'n', 'AttributeType': 'N'}", "pk")))
                .contains("Some AttributeDefinitions are not used");
        assertThat(asked.refusal("CreateTable", table.formatted("more", "", "id")))
                .contains("Some index key attributes are not defined in AttributeDefinitions");
        assertThat(asked.refusal("CreateTable", table.formatted("??", "", "pk")))
                .contains("at 'tableName'");
        assertThat(asked.refusal(
                        "CreateTable", table.formatted("more", "", "pk").replace("PAY_PER_REQUEST", "PROVISIONED")))
                .contains("Value 'PROVISIONED' at 'billingMode'");
    }

    @Test
    void an_answer_bears_the_checksum_of_its_body() {
        Response response = asked.answer("ListTables", new JsonObject());
        CRC32 checksum = new CRC32();
        checksum.update(response.body());
        assertThat(Optional.ofNullable(response.headers().get("x-amz-crc32")))
                .contains(Long.toString(checksum.getValue()));
        assertThat(response.headers()).containsEntry("Content-Type", "application/x-amz-json-1.0");
    }
}
