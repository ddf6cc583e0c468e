package dev.belay.wiring;

import dev.belay.aws.Queues;
import dev.belay.event.Hints;
import dev.belay.event.RecordHint;
import java.util.Map;
import java.util.Optional;

/** The queue of hints, as ingress fills it too. */
final class QueueHints implements Hints {
    private final Queues queues;
    private final String queueUrl;

    QueueHints(Queues queues, String queueUrl) {
        this.queues = queues;
        this.queueUrl = queueUrl;
    }

    @Override
    public void send(RecordHint hint) {
        dev.belay.aws.protocol.QueueMessage message = dev.belay.aws.protocol.QueueMessage.of(hint);
        queues.send(
                queueUrl,
                new dev.belay.aws.QueueMessage(
                        message.body(),
                        Optional.of(message.groupId()),
                        Optional.of(message.deduplicationId()),
                        Map.of()));
    }
}
