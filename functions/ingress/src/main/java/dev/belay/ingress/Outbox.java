package dev.belay.ingress;

import dev.belay.aws.protocol.QueueSender;
import dev.belay.events.ChatMessageCodec;
import dev.belay.events.DeletionCodec;
import dev.belay.events.QueueMessage;
import dev.belay.message.ChatMessage;

/** Where one request's messages go; each bears the request's id, by which the workers' logs are found. */
final class Outbox {
    private final QueueSender queues;
    private final String correlationId;
    private final RequestLog.Line line;

    Outbox(QueueSender queues, String correlationId, RequestLog.Line line) {
        this.queues = queues;
        this.correlationId = correlationId;
        this.line = line;
    }

    /** Takes the steps of the request's answer. */
    RequestLog.Line line() {
        return line;
    }

    /**
     * Returns once the message is durable in the queue.
     *
     * @throws dev.belay.failure.Unavailable when the queue did not confirm that it has the message
     * @throws dev.belay.failure.Rejected when it refused
     */
    void send(String queueUrl, QueueMessage message) {
        long begun = System.nanoTime();
        String outcome = "failed";
        try {
            queues.send(queueUrl, message, correlationId);
            outcome = "ok";
        } finally {
            line.call("sqs", "SendMessage " + queueUrl.substring(queueUrl.lastIndexOf('/') + 1), begun, outcome);
        }
    }

    /** What a person did with a message; of a deletion first the word that does not wait in line. Failures as of {@link #send}. */
    void sendMessage(String queueUrl, ChatMessage message) {
        if (message.kind() == ChatMessage.Kind.DELETED) {
            send(queueUrl, DeletionCodec.write(message));
        }
        send(queueUrl, ChatMessageCodec.write(message));
    }
}
