package dev.belay.wiring;

import dev.belay.aws.Queues;
import dev.belay.event.AnswerQueue;
import dev.belay.event.LateAnswer;
import dev.belay.events.LateAnswerCodec;

/** Answers that wait, in the queue of presses, each in a message group of its own. */
final class QueueAnswers implements AnswerQueue {
    private final Queues queues;
    private final String queueUrl;

    QueueAnswers(Queues queues, String queueUrl) {
        this.queues = queues;
        this.queueUrl = queueUrl;
    }

    @Override
    public void send(LateAnswer answer) {
        queues.send(queueUrl, Outgoing.of(LateAnswerCodec.write(answer)));
    }
}
