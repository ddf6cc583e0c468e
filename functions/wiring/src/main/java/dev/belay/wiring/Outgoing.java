package dev.belay.wiring;

import dev.belay.aws.OutgoingMessage;
import dev.belay.events.QueueMessage;
import java.util.Map;
import java.util.Optional;

/** One of our own messages as SQS is sent it. */
final class Outgoing {
    private Outgoing() {}

    static OutgoingMessage of(QueueMessage message) {
        return new OutgoingMessage(
                message.body(), Optional.of(message.groupId()), Optional.of(message.deduplicationId()), Map.of());
    }
}
