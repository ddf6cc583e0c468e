package dev.belay.aws.deadletter;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/** A message of a dead-letter queue that was received and is held for a while: nobody else gets it meanwhile. */
public final class DeadLetter {
    private final Message message;

    DeadLetter(Message message) {
        this.message = message;
    }

    /** SQS' name of it in this queue: it has another one wherever it is sent. */
    public String id() {
        return message.messageId();
    }

    public String body() {
        return message.body();
    }

    /** When it came into this queue; in a queue that is no FIFO queue, where SQS itself moved it, into the one before. */
    public Instant sentAt() {
        return system(MessageSystemAttributeName.SENT_TIMESTAMP)
                .map(millis -> Instant.ofEpochMilli(Long.parseLong(millis)))
                .orElse(Instant.EPOCH);
    }

    /** The text of an attribute beside the body. */
    public Optional<String> attribute(String name) {
        return Optional.ofNullable(message.messageAttributes().get(name)).map(MessageAttributeValue::stringValue);
    }

    /** What orders it in a FIFO queue. */
    public Optional<String> group() {
        return system(MessageSystemAttributeName.MESSAGE_GROUP_ID);
    }

    String receiptHandle() {
        return message.receiptHandle();
    }

    /** All that stands beside the body, but for one. */
    Map<String, MessageAttributeValue> attributesBut(String name) {
        Map<String, MessageAttributeValue> others = new HashMap<>(message.messageAttributes());
        others.remove(name);
        return others;
    }

    private Optional<String> system(MessageSystemAttributeName name) {
        return Optional.ofNullable(message.attributes().get(name));
    }

    /** Without the body. */
    @Override
    public String toString() {
        return "DeadLetter[" + id() + "]";
    }
}
