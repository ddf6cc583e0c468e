package dev.belay.worker;

import static java.util.Objects.requireNonNull;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.MessageAttribute;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import dev.belay.simulator.aws.AwsClient;
import dev.belay.simulator.aws.SimulatedAws;
import dev.belay.simulator.aws.Stack;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** A FIFO queue and the way its messages come to a function: in batches, and what was done is deleted. */
final class DeliveredQueue {
    private final AwsClient lambda;
    private final String url;
    private final String arn;
    private int sent;

    DeliveredQueue(SimulatedAws aws, String queue) {
        this.lambda = aws.client("lambda");
        this.url = Stack.queueUrl(aws, queue);
        this.arn = Stack.queueArn(queue);
    }

    String url() {
        return url;
    }

    void send(String group, String body) {
        send(group, body, new JsonObject());
    }

    /** With an attribute of this name beside its body. */
    void send(String group, String body, String attribute, String value) {
        send(
                group,
                body,
                JsonObject.builder()
                        .object(attribute)
                        .value("DataType", "String")
                        .value("StringValue", value)
                        .end()
                        .done());
    }

    private void send(String group, String body, JsonObject attributes) {
        JsonObject arguments = queue();
        arguments.put("MessageBody", body);
        arguments.put("MessageGroupId", group);
        arguments.put("MessageDeduplicationId", "message-" + ++sent);
        arguments.put("MessageAttributes", attributes);
        lambda.call("sqs", "SendMessage", arguments);
    }

    /** One batch of at most ten messages. */
    List<JsonObject> receive() {
        JsonObject arguments = queue();
        arguments.put("MaxNumberOfMessages", 10);
        arguments.put("AttributeNames", JsonArray.from("All"));
        arguments.put("MessageAttributeNames", JsonArray.from("All"));
        return lambda.call("sqs", "ReceiveMessage", arguments).getArray("Messages", new JsonArray()).stream()
                .map(JsonObject.class::cast)
                .toList();
    }

    /**
     * Hands a batch over, and deletes what did not fail.
     *
     * @return the bodies of what failed, in the order in which the function named them
     */
    List<String> deliver(Function<SQSEvent, SQSBatchResponse> function) {
        Map<String, SQSMessage> batch = new TreeMap<>();
        List<SQSMessage> inOrder = new ArrayList<>();
        for (JsonObject received : receive()) {
            SQSMessage message = message(received);
            batch.put(message.getMessageId(), message);
            inOrder.add(message);
        }
        SQSEvent event = new SQSEvent();
        event.setRecords(inOrder);
        List<String> failed = new ArrayList<>();
        for (BatchItemFailure failure : function.apply(event).getBatchItemFailures()) {
            String id = failure.getItemIdentifier();
            failed.add(requireNonNull(batch.remove(id), () -> "not of this batch: " + id)
                    .getBody());
        }
        batch.values().forEach(this::delete);
        return failed;
    }

    private SQSMessage message(JsonObject received) {
        SQSMessage message = new SQSMessage();
        message.setMessageId(received.getString("MessageId"));
        message.setReceiptHandle(received.getString("ReceiptHandle"));
        message.setEventSourceArn(arn);
        message.setBody(received.getString("Body"));
        Map<String, String> attributes = new TreeMap<>();
        received.getObject("Attributes").forEach((name, value) -> attributes.put(name, String.valueOf(value)));
        message.setAttributes(attributes);
        Map<String, MessageAttribute> given = new TreeMap<>();
        received.getObject("MessageAttributes", new JsonObject()).forEach((name, value) -> {
            MessageAttribute attribute = new MessageAttribute();
            attribute.setStringValue(((JsonObject) value).getString("StringValue"));
            given.put(name, attribute);
        });
        message.setMessageAttributes(given);
        return message;
    }

    private void delete(SQSMessage message) {
        JsonObject arguments = queue();
        arguments.put("ReceiptHandle", message.getReceiptHandle());
        lambda.call("sqs", "DeleteMessage", arguments);
    }

    private JsonObject queue() {
        return JsonObject.builder().value("QueueUrl", url).done();
    }
}
