package dev.belay.wiring.queue;

import dev.belay.aws.OutgoingMessage;
import dev.belay.delivery.Trace;
import dev.belay.events.QueueMessage;
import java.util.Map;
import java.util.Optional;

/** One of our own messages as SQS is sent it. */
final class Outgoing {
    private Outgoing() {}

    static OutgoingMessage of(QueueMessage message) {
        return new OutgoingMessage(
                message.body(), Optional.of(message.groupId()), Optional.of(message.deduplicationId()), correlation());
    }

    /** The same for a queue that keeps no order. */
    static OutgoingMessage unordered(QueueMessage message) {
        return new OutgoingMessage(message.body(), Optional.empty(), Optional.empty(), correlation());
    }

    /** It comes of the same request as what is worked on. */
    private static Map<String, String> correlation() {
        return Trace.current()
                .map(trace -> Map.of(QueueMessage.CORRELATION_ID, trace.correlationId()))
                .orElse(Map.of());
    }
}
