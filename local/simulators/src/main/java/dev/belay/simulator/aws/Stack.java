package dev.belay.simulator.aws;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonWriter;
import java.time.Duration;
import java.util.Optional;

/**
 * What the template declares beside the functions: the tables and queues of one stack, under the names that it gives them.
 *
 * @param name the stack's name, which prefixes every table and queue
 */
public record Stack(String name) {
    private static final Duration VISIBILITY = Duration.ofMinutes(3);
    private static final int RECEIVES = 1000;

    /** Whether tables delete what has expired; tests whose functions live at another time than the tables leave it off. */
    public enum Expiry {
        ON,
        OFF
    }

    public String linkTable() {
        return name + "-u_chat_conversation_link";
    }

    public String userTable() {
        return name + "-u_chat_user_map";
    }

    public String eventTable() {
        return name + "-events";
    }

    public String recordsQueue() {
        return name + "-records.fifo";
    }

    public String actionsQueue() {
        return name + "-actions.fifo";
    }

    public String recordsDeadLetters() {
        return name + "-records-dlq.fifo";
    }

    public String actionsDeadLetters() {
        return name + "-actions-dlq.fifo";
    }

    /** The address of a queue of this name. */
    public static String queueUrl(SimulatedAws aws, String queue) {
        return aws.url() + "/" + SimulatedAws.ACCOUNT + "/" + queue;
    }

    /** Creates the tables and queues; tables that are there already stay as they are. */
    public Stack create(SimulatedAws aws, Expiry expiry) {
        createTables(aws, expiry);
        AwsClient operator = aws.client("deployment");
        createQueue(operator, recordsQueue(), recordsDeadLetters(), RECEIVES);
        createQueue(operator, actionsQueue(), actionsDeadLetters(), RECEIVES);
        return this;
    }

    /** Creates the tables alone. */
    public Stack createTables(SimulatedAws aws, Expiry expiry) {
        return createTables(aws.client("deployment"), expiry);
    }

    /** Creates the tables alone, where this client reaches. */
    public Stack createTables(AwsClient operator, Expiry expiry) {
        createTable(operator, linkTable(), Optional.empty());
        createTable(operator, userTable(), Optional.of("email"));
        createTable(operator, eventTable(), Optional.empty());
        if (expiry == Expiry.ON) {
            expire(operator, userTable());
            expire(operator, eventTable());
        }
        return this;
    }

    private static void createTable(AwsClient operator, String table, Optional<String> indexed) {
        JsonObject arguments = new JsonObject();
        arguments.put("TableName", table);
        arguments.put("BillingMode", "PAY_PER_REQUEST");
        JsonArray attributes = JsonArray.from(attribute("pk"));
        indexed.ifPresent(attribute -> attributes.add(attribute(attribute)));
        arguments.put("AttributeDefinitions", attributes);
        arguments.put("KeySchema", hashKey("pk"));
        indexed.ifPresent(attribute -> arguments.put("GlobalSecondaryIndexes", JsonArray.from(index(attribute))));
        ignoring("ResourceInUseException", operator, "CreateTable", arguments);
    }

    private static JsonObject attribute(String name) {
        return JsonObject.builder()
                .value("AttributeName", name)
                .value("AttributeType", "S")
                .done();
    }

    private static JsonArray hashKey(String attribute) {
        return JsonArray.from(JsonObject.builder()
                .value("AttributeName", attribute)
                .value("KeyType", "HASH")
                .done());
    }

    private static JsonObject index(String attribute) {
        return JsonObject.builder()
                .value("IndexName", "by_" + attribute)
                .value("KeySchema", hashKey(attribute))
                .object("Projection")
                .value("ProjectionType", "ALL")
                .end()
                .done();
    }

    private static void expire(AwsClient operator, String table) {
        JsonObject arguments = JsonObject.builder()
                .value("TableName", table)
                .object("TimeToLiveSpecification")
                .value("AttributeName", "expires_at")
                .value("Enabled", true)
                .end()
                .done();
        ignoring("ValidationException", operator, "UpdateTimeToLive", arguments);
    }

    private static void ignoring(String code, AwsClient operator, String operation, JsonObject arguments) {
        try {
            operator.call("dynamodb", operation, arguments);
        } catch (AwsClient.Refused e) {
            if (!e.code().equals(code)) {
                throw e;
            }
        }
    }

    /** Creates a FIFO queue, visibility three minutes, whose messages go to the dead letters after so many receives. */
    public static void createQueue(AwsClient operator, String queue, String deadLetters, int receives) {
        JsonObject attributes = fifo();
        operator.call("sqs", "CreateQueue", queue(deadLetters, attributes));
        JsonObject redrive = JsonObject.builder()
                .value("deadLetterTargetArn", queueArn(deadLetters))
                .value("maxReceiveCount", Integer.toString(receives))
                .done();
        JsonObject redriven = fifo();
        redriven.put("RedrivePolicy", JsonWriter.string(redrive));
        operator.call("sqs", "CreateQueue", queue(queue, redriven));
    }

    private static JsonObject fifo() {
        JsonObject attributes = new JsonObject();
        attributes.put("FifoQueue", "true");
        attributes.put("VisibilityTimeout", Long.toString(VISIBILITY.toSeconds()));
        return attributes;
    }

    private static JsonObject queue(String name, JsonObject attributes) {
        return JsonObject.builder()
                .value("QueueName", name)
                .value("Attributes", attributes)
                .done();
    }

    /** The ARN of a queue of this name. */
    public static String queueArn(String queue) {
        return "arn:aws:sqs:" + SimulatedAws.REGION + ":" + SimulatedAws.ACCOUNT + ":" + queue;
    }
}
