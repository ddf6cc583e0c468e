package dev.belay.wiring;

import dev.belay.aws.OutgoingMessage;
import dev.belay.aws.Queues;
import dev.belay.event.Hints;
import dev.belay.event.RecordHint;
import dev.belay.events.QueueMessage;
import dev.belay.events.RecordHintCodec;
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
        QueueMessage message = RecordHintCodec.write(hint);
        queues.send(
                queueUrl,
                new OutgoingMessage(
                        message.body(),
                        Optional.of(message.groupId()),
                        Optional.of(message.deduplicationId()),
                        Map.of()));
    }
}
