package dev.belay.ingress;

import dev.belay.aws.protocol.QueueSender;
import dev.belay.events.QueueMessage;

/** Where one request's messages go; each bears the request's id, by which the workers' logs are found. */
final class Outbox {
    private final QueueSender queues;
    private final String correlationId;

    Outbox(QueueSender queues, String correlationId) {
        this.queues = queues;
        this.correlationId = correlationId;
    }

    /**
     * Returns once the message is durable in the queue.
     *
     * @throws dev.belay.failure.Unavailable when the queue did not confirm that it has the message
     * @throws dev.belay.failure.Rejected when it refused
     */
    void send(String queueUrl, QueueMessage message) {
        queues.send(queueUrl, message, correlationId);
    }
}
