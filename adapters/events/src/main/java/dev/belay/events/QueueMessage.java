package dev.belay.events;

/**
 * A message as a FIFO queue holds it. Ingress writes it and a worker reads it, which may be older or newer than ingress: what it
 * does not know in a message of its schema, it ignores.
 *
 * @param groupId messages with the same one are processed in order
 * @param deduplicationId the same each time the same event or press arrives, so that the queue drops the second
 */
public record QueueMessage(String groupId, String deduplicationId, String body) {
    /** The name of the attribute beside the body that says which request to ingress a message comes of. */
    public static final String CORRELATION_ID = "correlation_id";

    /** The name of the attribute of a dead letter that says why it is one. */
    public static final String REASON = "reason";

    /** Without the body, which may hold a response URL. */
    @Override
    public String toString() {
        return "QueueMessage[" + deduplicationId + "]";
    }
}
