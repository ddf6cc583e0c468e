package dev.belay.aws;

import java.util.Map;
import java.util.Optional;

/**
 * A message that a queue of any kind is sent.
 *
 * @param group the message group of a FIFO queue
 * @param deduplication the same for each sending of the same message to a FIFO queue
 * @param attributes texts beside the body, by name
 */
public record OutgoingMessage(
        String body, Optional<String> group, Optional<String> deduplication, Map<String, String> attributes) {
    public OutgoingMessage {
        attributes = Map.copyOf(attributes);
    }

    /** Without the body. */
    @Override
    public String toString() {
        return "OutgoingMessage[" + group + " " + deduplication + " " + attributes.keySet() + "]";
    }
}
