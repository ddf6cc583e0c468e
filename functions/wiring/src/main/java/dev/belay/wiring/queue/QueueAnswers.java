package dev.belay.wiring.queue;

import dev.belay.aws.Queues;
import dev.belay.chat.Platform;
import dev.belay.event.AnswerQueue;
import dev.belay.event.LateAnswer;
import dev.belay.events.LateAnswerCodec;
import java.util.Map;
import java.util.Objects;

/** Answers that wait, in the queue of their platform that the worker itself is fed from, each in a message group of its own. */
public final class QueueAnswers implements AnswerQueue {
    private final Queues queues;
    private final Map<Platform, String> queueUrls;

    public QueueAnswers(Queues queues, Map<Platform, String> queueUrls) {
        this.queues = queues;
        this.queueUrls = Map.copyOf(queueUrls);
    }

    /** What it answers came from the queue of its platform, so there is one. */
    @Override
    public void send(LateAnswer answer) {
        String queueUrl = Objects.requireNonNull(queueUrls.get(answer.user().platform()));
        queues.send(queueUrl, Outgoing.of(LateAnswerCodec.write(answer)));
    }
}
