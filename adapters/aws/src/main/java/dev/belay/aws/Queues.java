package dev.belay.aws;

import dev.belay.aws.call.Call;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.QueueDoesNotExistException;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;

/** The queues that bring the work: a message waits, or moves where somebody looks at it. */
public final class Queues {
    private static final String SYSTEM = "sqs";

    /**
     * SQS lets a message wait 12 hours, counted from when it was received
     * (docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_ChangeMessageVisibility.html); a function that received
     * it may have run for 15 minutes by now.
     */
    private static final Duration LONGEST = Duration.ofHours(12).minusMinutes(15);

    private final SqsClient client;

    Queues(SqsClient client) {
        this.client = client;
    }

    /** Brings a received message again after this time, in whole seconds and at most just under 12 hours. */
    public void changeVisibility(String queueUrl, String receiptHandle, Duration wait) {
        int seconds = seconds(wait);
        Call.to(
                SYSTEM,
                "ChangeMessageVisibility",
                () -> client.changeMessageVisibility(request ->
                        request.queueUrl(queueUrl).receiptHandle(receiptHandle).visibilityTimeout(seconds)));
    }

    /** Sends a message; sending it again is harmless where it names its deduplication. */
    public void send(String queueUrl, OutgoingMessage message) {
        SendMessageRequest.Builder request = SendMessageRequest.builder()
                .queueUrl(queueUrl)
                .messageBody(message.body())
                .messageAttributes(attributes(message.attributes()));
        message.group().ifPresent(request::messageGroupId);
        message.deduplication().ifPresent(request::messageDeduplicationId);
        Call.to(SYSTEM, "SendMessage", () -> client.sendMessage(request.build()));
    }

    /** The URL of the queue of this name, if there is one. */
    public Optional<String> url(String name) {
        return Call.to(SYSTEM, "GetQueueUrl", () -> {
            try {
                return Optional.of(
                        client.getQueueUrl(request -> request.queueName(name)).queueUrl());
            } catch (QueueDoesNotExistException e) {
                return Optional.empty();
            }
        });
    }

    private static int seconds(Duration wait) {
        Duration within = wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
        return Math.toIntExact(Math.max(0, within.plusNanos(999_999_999).toSeconds()));
    }

    private static Map<String, MessageAttributeValue> attributes(Map<String, String> texts) {
        return texts.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, entry -> text(entry.getValue())));
    }

    private static MessageAttributeValue text(String value) {
        return MessageAttributeValue.builder()
                .dataType("String")
                .stringValue(value)
                .build();
    }
}
