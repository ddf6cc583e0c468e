package dev.belay.simulator.aws;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonWriter;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/**
 * What the template declares beside the functions: the tables and queues of one stack, with the names and numbers that it gives
 * them.
 *
 * @param name the stack's name, which prefixes every table and queue
 */
public record Stack(String name, Template template) {
    private static final String LINKS = "LinkTable";
    private static final String USERS = "UserMapTable";
    private static final String EVENTS = "EventsTable";
    private static final String RECORDS = "Records";
    private static final String ACTIONS = "Actions";
    private static final String FILES = "FilesQueue";
    private static final String MESSAGES = "Messages";
    private static final String RECOVERY = "PointInTimeRecoverySpecification";
    private static final List<String> OF_A_TABLE =
            List.of("TableName", "BillingMode", "AttributeDefinitions", "KeySchema", "GlobalSecondaryIndexes");
    private static final List<String> OF_A_QUEUE = List.of(
            "FifoQueue", "DeduplicationScope", "FifoThroughputLimit", "VisibilityTimeout", "MessageRetentionPeriod");

    /** A stack of the template of this checkout. */
    public Stack(String name) {
        this(name, Template.ofCheckout());
    }

    /** Whether tables delete what has expired; tests whose functions live at another time than the tables leave it off. */
    public enum Expiry {
        ON,
        OFF
    }

    public String linkTable() {
        return property(LINKS, "TableName");
    }

    public String userTable() {
        return property(USERS, "TableName");
    }

    public String eventTable() {
        return property(EVENTS, "TableName");
    }

    /** The queue of hints of a platform, e.g. {@code slack}, as all that follow. */
    public String recordsQueue(String platform) {
        return property(queueId(platform, RECORDS), "QueueName");
    }

    public String actionsQueue(String platform) {
        return property(queueId(platform, ACTIONS), "QueueName");
    }

    public String messagesQueue(String platform) {
        return property(queueId(platform, MESSAGES), "QueueName");
    }

    public String messagesDeadLetters(String platform) {
        return property(inTemplate(platform) + MESSAGES + "DeadLetters", "QueueName");
    }

    public String recordsDeadLetters(String platform) {
        return property(inTemplate(platform) + RECORDS + "DeadLetters", "QueueName");
    }

    public String actionsDeadLetters(String platform) {
        return property(inTemplate(platform) + ACTIONS + "DeadLetters", "QueueName");
    }

    /** The queue of word of files, whatever the platform. */
    public String filesQueue() {
        return property(FILES, "QueueName");
    }

    public String filesDeadLetters() {
        return property("FilesDeadLetters", "QueueName");
    }

    private static String queueId(String platform, String kind) {
        return inTemplate(platform) + kind + "Queue";
    }

    /** As the template's ids begin: {@code Slack}. */
    private static String inTemplate(String platform) {
        return platform.substring(0, 1).toUpperCase(Locale.ROOT) + platform.substring(1);
    }

    private String property(String id, String property) {
        return template.properties(id, name).getString(property);
    }

    /** The address of a queue of this name. */
    public static String queueUrl(SimulatedAws aws, String queue) {
        return aws.url() + "/" + SimulatedAws.ACCOUNT + "/" + queue;
    }

    /**
     * Creates the tables, and the queues of these platforms; tables that are there already stay as they are.
     *
     * @param platforms those that are deployed, e.g. {@code slack}
     */
    public Stack create(SimulatedAws aws, Expiry expiry, Collection<String> platforms) {
        createTables(aws, expiry);
        AwsClient operator = aws.client("deployment");
        for (String platform : platforms) {
            createQueue(operator, queueId(platform, RECORDS));
            createQueue(operator, queueId(platform, ACTIONS));
            createQueue(operator, queueId(platform, MESSAGES));
        }
        createQueue(operator, FILES);
        return this;
    }

    /** Creates the tables alone. */
    public Stack createTables(SimulatedAws aws, Expiry expiry) {
        return createTables(aws.client("deployment"), expiry);
    }

    /** Creates the tables alone, where this client reaches. */
    public Stack createTables(AwsClient operator, Expiry expiry) {
        for (String table : List.of(LINKS, USERS, EVENTS)) {
            JsonObject properties = template.properties(table, name);
            ignoring("ResourceInUseException", operator, "CreateTable", only(OF_A_TABLE, properties));
            if (expiry == Expiry.ON && properties.has("TimeToLiveSpecification")) {
                expire(operator, properties);
            }
            if (properties.has(RECOVERY)) {
                operator.call("dynamodb", "UpdateContinuousBackups", only(List.of("TableName", RECOVERY), properties));
            }
        }
        return this;
    }

    /** Deletes the tables, and the queues of these platforms: an engine goes on looking after each, once a second. */
    public void delete(SimulatedAws aws, Collection<String> platforms) {
        AwsClient operator = aws.client("deployment");
        List.of(linkTable(), userTable(), eventTable())
                .forEach(table -> operator.call("dynamodb", "DeleteTable", named("TableName", table)));
        for (String platform : platforms) {
            List.of(
                            recordsQueue(platform),
                            recordsDeadLetters(platform),
                            actionsQueue(platform),
                            actionsDeadLetters(platform),
                            messagesQueue(platform),
                            messagesDeadLetters(platform))
                    .forEach(queue -> operator.call("sqs", "DeleteQueue", named("QueueUrl", queueUrl(aws, queue))));
        }
        List.of(filesQueue(), filesDeadLetters())
                .forEach(queue -> operator.call("sqs", "DeleteQueue", named("QueueUrl", queueUrl(aws, queue))));
    }

    private static JsonObject named(String argument, String value) {
        return JsonObject.builder().value(argument, value).done();
    }

    private static void expire(AwsClient operator, JsonObject table) {
        JsonObject arguments = only(List.of("TableName", "TimeToLiveSpecification"), table);
        ignoring("ValidationException", operator, "UpdateTimeToLive", arguments);
    }

    private static JsonObject only(List<String> names, JsonObject properties) {
        JsonObject some = new JsonObject();
        names.stream().filter(properties::has).forEach(name -> some.put(name, properties.get(name)));
        return some;
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

    /** Creates a queue of the template with its dead-letter queue. */
    private void createQueue(AwsClient operator, String id) {
        JsonObject properties = template.properties(id, name);
        JsonObject redrive = properties.getObject("RedrivePolicy");
        String target =
                redrive.getObject("deadLetterTargetArn").getString("Fn::GetAtt").replaceFirst("\\.Arn$", "");
        JsonObject deadLetters = template.properties(target, name);
        operator.call("sqs", "CreateQueue", queue(deadLetters.getString("QueueName"), only(OF_A_QUEUE, deadLetters)));
        createQueue(
                operator,
                properties.getString("QueueName"),
                only(OF_A_QUEUE, properties),
                deadLetters.getString("QueueName"),
                redrive.getInt("maxReceiveCount"));
    }

    /** Creates a FIFO queue as the template's, whose messages go to the dead-letter queue after so many receives. */
    public static void createQueue(AwsClient operator, String queue, String deadLetters, int receives) {
        Template template = Template.ofCheckout();
        JsonObject attributes = only(OF_A_QUEUE, template.properties(queueId("slack", RECORDS), ""));
        operator.call("sqs", "CreateQueue", queue(deadLetters, attributes));
        createQueue(operator, queue, attributes, deadLetters, receives);
    }

    private static void createQueue(
            AwsClient operator, String queue, JsonObject attributes, String deadLetters, int receives) {
        JsonObject redrive = JsonObject.builder()
                .value("deadLetterTargetArn", queueArn(deadLetters))
                .value("maxReceiveCount", Integer.toString(receives))
                .done();
        JsonObject redriven = new JsonObject(attributes);
        redriven.put("RedrivePolicy", JsonWriter.string(redrive));
        operator.call("sqs", "CreateQueue", queue(queue, redriven));
    }

    /** SQS takes every attribute as a text. */
    private static JsonObject queue(String name, JsonObject attributes) {
        JsonObject texts = new JsonObject();
        attributes.forEach((attribute, value) -> texts.put(attribute, String.valueOf(value)));
        return JsonObject.builder()
                .value("QueueName", name)
                .value("Attributes", texts)
                .done();
    }

    /** The ARN of a queue of this name. */
    public static String queueArn(String queue) {
        return "arn:aws:sqs:" + SimulatedAws.REGION + ":" + SimulatedAws.ACCOUNT + ":" + queue;
    }
}
