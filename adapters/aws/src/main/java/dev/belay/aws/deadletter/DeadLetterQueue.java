package dev.belay.aws.deadletter;

import dev.belay.aws.call.Call;
import java.time.Duration;
import java.util.List;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.ReceiveMessageRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;

/**
 * One dead-letter queue. Its messages are looked at and moved back by hand, since {@code StartMessageMoveTask} moves all of them or none
 * and says nothing of each.
 */
public final class DeadLetterQueue {
    /** How long what was received is held; whoever received it may be killed, and then it is there again. */
    public static final Duration HOLD = Duration.ofMinutes(2);

    private static final String SYSTEM = "sqs";

    /** SQS hands out no more at once. */
    private static final int BATCH = 10;

    /** Asked for without waiting, SQS looks at some of its servers only, and may say that there is nothing where there is. */
    private static final int WAIT_SECONDS = 1;

    private final SqsClient client;
    private final String url;
    private final String sourceUrl;

    DeadLetterQueue(SqsClient client, String url, String sourceUrl) {
        this.client = client;
        this.url = url;
        this.sourceUrl = sourceUrl;
    }

    public String name() {
        return last(url);
    }

    /** The queue whose messages come here. */
    public String source() {
        return last(sourceUrl);
    }

    /** About how many messages are in it, those included that somebody holds. */
    public int size() {
        return Call.to(SYSTEM, "GetQueueAttributes", () -> client
                .getQueueAttributes(request -> request.queueUrl(url)
                        .attributeNames(
                                QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES,
                                QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE))
                .attributes()
                .values()
                .stream()
                .mapToInt(Integer::parseInt)
                .sum());
    }

    /**
     * The next messages, at most ten, held for {@link #HOLD}; none where all others are held. While a message of a FIFO queue is held,
     * later ones of its group do not come.
     */
    public List<DeadLetter> receive() {
        ReceiveMessageRequest request = ReceiveMessageRequest.builder()
                .queueUrl(url)
                .maxNumberOfMessages(BATCH)
                .waitTimeSeconds(WAIT_SECONDS)
                .visibilityTimeout(Math.toIntExact(HOLD.toSeconds()))
                .messageAttributeNames("All")
                .messageSystemAttributeNames(
                        MessageSystemAttributeName.MESSAGE_GROUP_ID, MessageSystemAttributeName.SENT_TIMESTAMP)
                .build();
        return Call.to(SYSTEM, "ReceiveMessage", () -> client.receiveMessage(request).messages().stream()
                .map(DeadLetter::new)
                .toList());
    }

    /** Ends the hold of a message. */
    public void putBack(DeadLetter letter) {
        Call.to(
                SYSTEM,
                "ChangeMessageVisibility",
                () -> client.changeMessageVisibility(request -> request.queueUrl(url)
                        .receiptHandle(letter.receiptHandle())
                        .visibilityTimeout(0)));
    }

    /**
     * Sends a held message to where it came from, and deletes it here, in this order: whatever happens between the two, it is in one of
     * them. It keeps its group, and its id here de-duplicates it there, which is another one than it had: so the queue does not take it for
     * the one that it was, and takes it once where it is moved again within five minutes.
     *
     * @param but an attribute that it does not keep
     */
    public void moveBack(DeadLetter letter, String but) {
        SendMessageRequest.Builder request = SendMessageRequest.builder()
                .queueUrl(sourceUrl)
                .messageBody(letter.body())
                .messageAttributes(letter.attributesBut(but));
        letter.group().ifPresent(group -> request.messageGroupId(group).messageDeduplicationId(letter.id()));
        Call.to(SYSTEM, "SendMessage", () -> client.sendMessage(request.build()));
        Call.to(
                SYSTEM,
                "DeleteMessage",
                () -> client.deleteMessage(delete -> delete.queueUrl(url).receiptHandle(letter.receiptHandle())));
    }

    private static String last(String queueUrl) {
        return queueUrl.substring(queueUrl.lastIndexOf('/') + 1);
    }
}
