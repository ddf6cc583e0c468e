package dev.belay.aws.protocol;

import com.grack.nanojson.JsonStringWriter;
import com.grack.nanojson.JsonWriter;
import dev.belay.coldhttp.Tls;
import dev.belay.events.QueueMessage;
import java.time.Clock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Sends messages to queues of SQS: in groups and once to FIFO queues, whose names end in {@code .fifo}, without either to others. */
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

    /** Begins to connect on another thread, so that the first message need not wait for it. */
    public void connectAhead() {
        service.connectAhead();
    }

    /**
     * Returns once the message is durable in the queue. Idempotent at a FIFO queue, which drops a message whose deduplication id it had
     * in the last five minutes.
     *
     * @param correlationId of what asked for the message; the queue takes no empty one, so an empty one is left out
     * @throws dev.belay.failure.Unavailable when the queue did not confirm that it has the message
     * @throws dev.belay.failure.Rejected when it refused
     */
    public void send(String queueUrl, QueueMessage message, String correlationId) {
        JsonStringWriter json =
                JsonWriter.string().object().value("QueueUrl", queueUrl).value("MessageBody", message.body());
        if (queueUrl.endsWith(".fifo")) {
            json.value("MessageGroupId", message.groupId()).value("MessageDeduplicationId", message.deduplicationId());
        }
        if (!correlationId.isEmpty()) {
            json.object("MessageAttributes")
                    .object(QueueMessage.CORRELATION_ID)
                    .value("DataType", "String")
                    .value("StringValue", correlationId)
                    .end()
                    .end();
        }
        service.call("SendMessage", json.end().done());
    }
}
