package dev.belay.wiring.queue;

import dev.belay.aws.Queues;
import dev.belay.event.FileEvent;
import dev.belay.event.FileEvents;
import dev.belay.events.FileEventCodec;

/** The queue of files, as ingress fills it too: all platforms have one, which keeps no order and so takes neither group nor id. */
public final class QueueFileEvents implements FileEvents {
    private final Queues queues;
    private final String queueUrl;

    public QueueFileEvents(Queues queues, String queueUrl) {
        this.queues = queues;
        this.queueUrl = queueUrl;
    }

    @Override
    public void send(FileEvent event) {
        queues.send(queueUrl, Outgoing.unordered(FileEventCodec.write(event)));
    }
}
