package dev.belay.aws;

import java.util.Map;
import java.util.Optional;

/**
 * A message for a queue.
 *
 * @param group the message group of a FIFO queue
 * @param deduplication the same for each sending of the same message to a FIFO queue
 * @param attributes texts beside the body, by name
 */
public record QueueMessage(
        String body, Optional<String> group, Optional<String> deduplication, Map<String, String> attributes) {
    public QueueMessage {
        attributes = Map.copyOf(attributes);
    }

    /** Without the body. */
    @Override
    public String toString() {
        return "QueueMessage[" + group + " " + deduplication + " " + attributes.keySet() + "]";
    }
}
