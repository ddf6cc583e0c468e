package dev.belay.aws.protocol;

import com.grack.nanojson.JsonWriter;
import java.time.Clock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Puts commands on FIFO queues of SQS. */
public final class QueueSender {
    private final AwsService service;

    /**
     * @param environment the process's variables: region, credentials, another endpoint
     * @throws IllegalStateException when region or credentials are missing
     */
    public QueueSender(Function<String, @Nullable String> environment, Clock clock, Tls tls) {
        this.service = new AwsService(
                new AwsService.Name("sqs", "SQS", "AmazonSQS", "application/x-amz-json-1.0"), environment, clock, tls);
    }

    /** Begins to connect, so that the first message need not wait for it. */
    public void connectAhead() {
        service.connectAhead();
    }

    /**
     * Returns once the queue has the message; its deduplication id makes repeating harmless.
     *
     * @throws dev.belay.failure.Unavailable when the queue did not say that it has it
     * @throws dev.belay.failure.Rejected when it refused
     */
    public void send(String queueUrl, QueueMessage message) {
        service.call(
                "SendMessage",
                JsonWriter.string()
                        .object()
                        .value("QueueUrl", queueUrl)
                        .value("MessageBody", message.body())
                        .value("MessageGroupId", message.groupId())
                        .value("MessageDeduplicationId", message.deduplicationId())
                        .end()
                        .done());
    }
}
