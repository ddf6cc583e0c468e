package dev.belay.simulator.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import dev.belay.simulator.aws.call.Permission;
import dev.belay.simulator.http.Faults;
import dev.belay.simulator.time.PassingClock;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class SimulatedAwsTest {
    private static final PassingClock CLOCK = new PassingClock(Clock.systemUTC());
    private static final Faults FAULTS = new Faults();
    private static final SimulatedAws AWS = SimulatedAws.start(0, FAULTS, CLOCK);
    private static final Stack STACK = new Stack("dev").create(AWS, Stack.Expiry.OFF, List.of("slack"));

    private final AwsClient function = AWS.client(AWS.credentialsFor("card-action"));
    private final AwsClient operator = AWS.client("test");

    @BeforeEach
    void forget() {
        AWS.forgetCalls();
        FAULTS.heal();
    }

    @AfterAll
    static void close() {
        AWS.close();
    }

    @Test
    void an_items_write_and_read_are_remembered_with_their_permissions() {
        put("a");
        function.call("dynamodb", "GetItem", key("a"));
        assertThat(AWS.calls())
                .extracting(AwsCall::name, AwsCall::caller, AwsCall::permissions, AwsCall::status)
                .containsExactly(
                        row("dynamodb PutItem", "dynamodb:PutItem"), row("dynamodb GetItem", "dynamodb:GetItem"));
        assertThat(AWS.counts("card-action")).isEqualTo(Map.of("dynamodb PutItem", 1, "dynamodb GetItem", 1));
    }

    @Test
    void a_transaction_needs_the_permissions_of_its_entries() {
        JsonObject update = key("c");
        update.put("UpdateExpression", "REMOVE x");
        JsonObject check = key("d");
        check.put("ConditionExpression", "attribute_not_exists(pk)");
        function.call(
                "dynamodb",
                "TransactWriteItems",
                transaction("Put", item("b"), "Update", update, "ConditionCheck", check));
        assertThat(AWS.calls().getFirst().permissions())
                .extracting(Permission::action)
                .containsExactly("dynamodb:PutItem", "dynamodb:UpdateItem", "dynamodb:ConditionCheckItem");
        assertThat(AWS.counts("card-action")).isEqualTo(Map.of("dynamodb TransactWriteItems", 1));
    }

    @Test
    void a_query_of_an_index_needs_the_index() {
        JsonObject query = new JsonObject();
        query.put("TableName", STACK.userTable());
        query.put("IndexName", "by_email");
        query.put("KeyConditionExpression", "email = :e");
        query.put(
                "ExpressionAttributeValues",
                JsonObject.builder().value(":e", text("a@example.com")).done());
        function.call("dynamodb", "Query", query);
        assertThat(AWS.calls().getFirst().permissions())
                .containsExactly(new Permission("dynamodb:Query", "dev-u_chat_user_map/index/by_email"));
    }

    @Test
    void amazons_own_client_is_let_in() {
        Credentials credentials = AWS.credentialsFor("card-action");
        try (DynamoDbClient client = DynamoDbClient.builder()
                .endpointOverride(AWS.url())
                .region(Region.of(SimulatedAws.REGION))
                .httpClient(UrlConnectionHttpClient.create())
                .credentialsProvider(() -> AwsSessionCredentials.create(
                        credentials.accessKeyId(),
                        credentials.secretAccessKey(),
                        credentials.sessionToken().orElseThrow()))
                .build()) {
            client.putItem(
                    put -> put.tableName(STACK.linkTable()).item(Map.of("pk", AttributeValue.fromS("amazon's"))));
        }
        assertThat(operator.call("dynamodb", "GetItem", key("amazon's"))).containsKey("Item");
    }

    @Test
    void a_secret_is_noted_by_its_name_however_it_was_asked_for() {
        String arn = AWS.putSecret("belay/slack", "{}");
        function.call(
                "secretsmanager",
                "GetSecretValue",
                JsonObject.builder().value("SecretId", arn).done());
        assertThat(AWS.calls().getFirst().permissions())
                .containsExactly(new Permission("secretsmanager:GetSecretValue", "belay/slack"));
    }

    /** Time-outs, ids and times of sending are those of the clock for one message only. */
    @ParameterizedTest
    @ValueSource(strings = {"SendMessageBatch", "DeleteMessageBatch", "ChangeMessageVisibilityBatch"})
    void a_batch_of_messages_is_refused_by_name(String operation) {
        JsonObject batch = at("dev-slack-records.fifo");
        batch.put(
                "Entries",
                new JsonArray(List.of(JsonObject.builder()
                        .value("Id", "1")
                        .value("MessageGroupId", "g")
                        .value("MessageDeduplicationId", "m")
                        .value("MessageBody", "m")
                        .value("ReceiptHandle", "h")
                        .value("VisibilityTimeout", 1)
                        .done())));
        assertThatThrownBy(() -> function.call("sqs", operation, batch))
                .hasMessageContaining("the simulator does not know " + operation);
    }

    @Test
    void a_message_received_too_often_goes_to_the_dead_letters() {
        Stack.createQueue(operator, "poison.fifo", "poison-dlq.fifo", 2);
        JsonObject poison = at("poison.fifo");
        poison.put("MessageGroupId", "g");
        poison.put("MessageDeduplicationId", "poison");
        poison.put("MessageBody", "poison");
        operator.call("sqs", "SendMessage", poison);
        for (int receive = 0; receive < 3; receive++) {
            operator.call("sqs", "ReceiveMessage", at("poison.fifo"));
            CLOCK.pass(Duration.ofSeconds(361));
        }
        assertThat(operator.call("sqs", "ReceiveMessage", at("poison-dlq.fifo")).getArray("Messages"))
                .hasSize(1);
    }

    @Test
    void a_failed_condition_is_answered_with_the_item() {
        put("taken");
        JsonObject again = item("taken");
        again.put("ConditionExpression", "attribute_not_exists(pk)");
        again.put("ReturnValuesOnConditionCheckFailure", "ALL_OLD");
        assertThatThrownBy(() -> function.call("dynamodb", "PutItem", again))
                .isInstanceOfSatisfying(AwsClient.Refused.class, refused -> assertThat(refused.code())
                        .isEqualTo("ConditionalCheckFailedException"));
    }

    @Test
    void a_functions_call_breaks_on_the_fault_line_and_an_operators_never() {
        FAULTS.breakCall(0, Faults.Fault.REQUEST_LOST);
        put("operators", operator);
        assertThatThrownBy(() -> put("lost")).isInstanceOf(UncheckedIOException.class);
        assertThat(FAULTS.calls()).contains("dynamodb PutItem").doesNotContain("dynamodb GetItem");
        assertThat(operator.call("dynamodb", "GetItem", key("lost"))).isEmpty();
        assertThat(operator.call("dynamodb", "GetItem", key("operators"))).containsKey("Item");
    }

    @Test
    void a_service_that_is_down_refuses_functions_only() {
        AWS.interrupt("sqs");
        assertThatThrownBy(() -> send(function, "g", "one", "down-1"))
                .hasMessageContaining("ServiceUnavailableException");
        send(operator, "g", "one", "down-2");
        AWS.restore("sqs");
        send(function, "g", "two", "down-3");
        assertThat(AWS.calls()).extracting(AwsCall::status).containsExactly(503, 200, 200);
        drain();
    }

    @Test
    void a_group_is_blocked_until_its_first_message_is_deleted_or_visible_again() {
        send(function, "blocked", "first", "b1");
        send(function, "blocked", "second", "b2");
        assertThat(receive()).isEqualTo(List.of("first"));
        assertThat(receive()).isEmpty();
        CLOCK.pass(Duration.ofSeconds(361));
        assertThat(receive()).isEqualTo(List.of("first"));
        CLOCK.pass(Duration.ofSeconds(361));
        drain();
    }

    @Test
    void a_message_is_de_duplicated_for_five_minutes() {
        send(function, "dedup", "once", "same");
        drain();
        send(function, "dedup", "once", "same");
        CLOCK.pass(Duration.ofSeconds(299));
        send(function, "dedup", "once", "same");
        assertThat(receive()).isEmpty();
        CLOCK.pass(Duration.ofSeconds(1));
        send(function, "dedup", "again", "same");
        assertThat(receive()).containsExactly("again");
        CLOCK.pass(Duration.ofSeconds(361));
        drain();
    }

    /** The engine tidies up once a second by the machine's time, which is behind by now. */
    @Test
    void a_message_is_de_duplicated_however_far_time_was_let_pass() {
        CLOCK.pass(Duration.ofDays(1));
        send(function, "dedup", "once", "a day later");
        drain();
        JsonObject waiting = queue();
        waiting.put("WaitTimeSeconds", 2);
        assertThat(operator.call("sqs", "ReceiveMessage", waiting).getArray("Messages", new JsonArray()))
                .isEmpty();
        send(function, "dedup", "once", "a day later");
        assertThat(receive()).isEmpty();
    }

    /** As the template's queues say: DeduplicationScope, messageGroup. */
    @Test
    void an_id_stands_for_a_message_of_its_group_and_is_received_as_it_was_sent() {
        send(function, "one", "of one", "same");
        send(function, "two", "of two", "same");
        JsonObject asking = queue();
        asking.put("MaxNumberOfMessages", 10);
        asking.put("MessageSystemAttributeNames", JsonArray.from("MessageDeduplicationId"));
        assertThat(operator.call("sqs", "ReceiveMessage", asking).getArray("Messages"))
                .extracting(message -> ((JsonObject) message).getString("Body"), message -> ((JsonObject) message)
                        .getObject("Attributes")
                        .getString("MessageDeduplicationId"))
                .containsExactlyInAnyOrder(Tuple.tuple("of one", "same"), Tuple.tuple("of two", "same"));
        CLOCK.pass(Duration.ofSeconds(361));
        drain();
    }

    @Test
    void sending_needs_the_permission_on_the_queue() {
        send(function, "permission", "one", "p1");
        assertThat(AWS.calls().getFirst().permissions())
                .containsExactly(new Permission("sqs:SendMessage", "dev-slack-actions.fifo"));
        drain();
    }

    // docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_ChangeMessageVisibility.html
    @Test
    void a_message_stays_invisible_for_twelve_hours_from_its_receipt_at_most() {
        send(function, "long", "one", "long-1");
        String handle = receipt();
        assertThatThrownBy(() -> visibility(handle, 43_201))
                .hasMessage("InvalidParameterValueException: Value 43201 for parameter VisibilityTimeout is invalid."
                        + " Reason: Must be >= 0 and <= 43200, if provided.");
        CLOCK.pass(Duration.ofSeconds(100));
        assertThatThrownBy(() -> visibility(handle, 43_101))
                .hasMessageContaining("Total VisibilityTimeout for the message is beyond the limit [43200 seconds]");
        visibility(handle, 43_100);
        CLOCK.pass(Duration.ofSeconds(43_099));
        assertThat(receive()).isEmpty();
        CLOCK.pass(Duration.ofSeconds(1));
        drain();
    }

    @Test
    void a_message_cannot_be_received_for_more_than_twelve_hours() {
        JsonObject arguments = queue();
        arguments.put("VisibilityTimeout", 43_201);
        assertThatThrownBy(() -> operator.call("sqs", "ReceiveMessage", arguments))
                .hasMessageContaining("Value 43201 for parameter VisibilityTimeout is invalid");
    }

    // github.com/aws/aws-sdk-js/issues/1279, github.com/mapbox/ecs-watchbot/issues/135
    @Test
    void a_handle_whose_time_has_passed_is_refused_whether_or_not_the_message_came_again() {
        send(function, "stale", "one", "stale-1");
        String first = receipt();
        CLOCK.pass(Duration.ofSeconds(361));
        assertStale(first);
        String second = receipt();
        assertStale(first);
        visibility(second, 0);
        assertStale(second);
        drain();
    }

    private void assertStale(String handle) {
        assertThatThrownBy(() -> visibility(handle, 10))
                .hasMessage(
                        "InvalidParameterValueException: Value " + handle + " for parameter ReceiptHandle is invalid."
                                + " Reason: Message does not exist or is not available for visibility timeout change.");
        assertThatThrownBy(() -> delete(handle))
                .hasMessage("InvalidParameterValueException: Value " + handle
                        + " for parameter ReceiptHandle is invalid. Reason: The receipt handle has expired.");
    }

    @Test
    void what_never_was_a_handle_is_named_so() {
        assertThatThrownBy(() -> delete("nonsense")).hasMessageStartingWith("ReceiptHandleIsInvalid");
        assertThatThrownBy(() -> visibility("nonsense", 1)).hasMessageStartingWith("ReceiptHandleIsInvalid");
    }

    private String receipt() {
        return messages().getObject(0).getString("ReceiptHandle");
    }

    private void visibility(String handle, int seconds) {
        JsonObject arguments = queue();
        arguments.put("ReceiptHandle", handle);
        arguments.put("VisibilityTimeout", seconds);
        operator.call("sqs", "ChangeMessageVisibility", arguments);
    }

    private void delete(String handle) {
        JsonObject arguments = queue();
        arguments.put("ReceiptHandle", handle);
        operator.call("sqs", "DeleteMessage", arguments);
    }

    private static Tuple row(String name, String action) {
        return Tuple.tuple(name, "card-action", List.of(new Permission(action, STACK.linkTable())), 200);
    }

    private void put(String key) {
        put(key, function);
    }

    private static void put(String key, AwsClient caller) {
        caller.call("dynamodb", "PutItem", item(key));
    }

    private static JsonObject item(String key) {
        JsonObject arguments = table();
        arguments.put("Item", JsonObject.builder().value("pk", text(key)).done());
        return arguments;
    }

    private static JsonObject key(String key) {
        JsonObject arguments = table();
        arguments.put("Key", JsonObject.builder().value("pk", text(key)).done());
        return arguments;
    }

    private static JsonObject table() {
        JsonObject arguments = new JsonObject();
        arguments.put("TableName", STACK.linkTable());
        return arguments;
    }

    private static JsonObject text(String value) {
        return JsonObject.builder().value("S", value).done();
    }

    private static JsonObject transaction(Object... entries) {
        JsonArray items = new JsonArray();
        for (int i = 0; i < entries.length; i += 2) {
            items.add(JsonObject.builder()
                    .value((String) entries[i], entries[i + 1])
                    .done());
        }
        return JsonObject.builder().value("TransactItems", items).done();
    }

    private static void send(AwsClient caller, String group, String body, String id) {
        JsonObject message = queue();
        message.put("MessageGroupId", group);
        message.put("MessageDeduplicationId", id);
        message.put("MessageBody", body);
        caller.call("sqs", "SendMessage", message);
    }

    private List<Object> receive() {
        return messages().stream()
                .map(message -> ((JsonObject) message).get("Body"))
                .toList();
    }

    private JsonArray messages() {
        return operator.call("sqs", "ReceiveMessage", queue()).getArray("Messages", new JsonArray());
    }

    private void drain() {
        for (JsonArray batch = messages(); !batch.isEmpty(); batch = messages()) {
            JsonObject delete = queue();
            delete.put("ReceiptHandle", batch.getObject(0).getString("ReceiptHandle"));
            operator.call("sqs", "DeleteMessage", delete);
        }
    }

    private static JsonObject queue() {
        return at(STACK.actionsQueue("slack"));
    }

    private static JsonObject at(String queue) {
        JsonObject arguments = new JsonObject();
        arguments.put("QueueUrl", Stack.queueUrl(AWS, queue));
        return arguments;
    }
}
