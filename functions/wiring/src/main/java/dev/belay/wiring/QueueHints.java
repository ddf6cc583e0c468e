package dev.belay.wiring;

import dev.belay.aws.Queues;
import dev.belay.event.Hints;
import dev.belay.event.RecordHint;
import dev.belay.events.RecordHintCodec;

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
        queues.send(queueUrl, Outgoing.of(RecordHintCodec.write(hint)));
    }
}
