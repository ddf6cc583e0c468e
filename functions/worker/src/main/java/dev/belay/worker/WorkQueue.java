package dev.belay.worker;

/**
 * A queue that a worker is fed from: each platform has its own, so that one that does not answer keeps no other's work waiting.
 *
 * @param url where a message is made to wait
 * @param deadLetterUrl where a message goes that can never be processed
 */
public record WorkQueue(String url, String deadLetterUrl) {
    /**
     * Whether a message came from this queue: its ARN ends as the queue's URL does, in the queue's name
     * (docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-queue-message-identifiers.html).
     *
     * @param sourceArn the queue's ARN, as Lambda hands it over with each message
     */
    boolean isSource(String sourceArn) {
        return name(sourceArn).equals(last(url, '/'));
    }

    /** The name of the queue of that ARN. */
    static String name(String arn) {
        return last(arn, ':');
    }

    private static String last(String path, char separator) {
        return path.substring(path.lastIndexOf(separator) + 1);
    }
}
