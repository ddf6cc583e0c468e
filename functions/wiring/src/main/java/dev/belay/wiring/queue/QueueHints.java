package dev.belay.wiring.queue;

import dev.belay.aws.Queues;
import dev.belay.chat.Platform;
import dev.belay.event.Hints;
import dev.belay.event.RecordHint;
import dev.belay.events.RecordHintCodec;
import java.util.Map;

/** The queues of hints, as ingress fills them too: each platform has its own. */
public final class QueueHints implements Hints {
    private static final System.Logger LOG = System.getLogger(QueueHints.class.getName());

    private final Queues queues;
    private final Map<Platform, String> queueUrls;

    public QueueHints(Queues queues, Map<Platform, String> queueUrls) {
        this.queues = queues;
        this.queueUrls = Map.copyOf(queueUrls);
    }

    /** A platform that the settings name and that is not deployed has no conversations, and nobody there to hear of anything. */
    @Override
    public void send(RecordHint hint) {
        String queueUrl = queueUrls.get(hint.platform());
        if (queueUrl == null) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "the settings name {0}, which is not deployed: it does not hear of {1}",
                    hint.platform().id(),
                    hint.record());
            return;
        }
        queues.send(queueUrl, Outgoing.of(RecordHintCodec.write(hint)));
    }
}
