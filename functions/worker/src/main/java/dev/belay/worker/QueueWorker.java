package dev.belay.worker;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import dev.belay.aws.OutgoingMessage;
import dev.belay.aws.Queues;
import dev.belay.events.MalformedMessage;
import dev.belay.failure.CredentialsRefused;
import dev.belay.failure.ExternalFailure;
import dev.belay.failure.OutcomeUnknown;
import dev.belay.failure.Rejected;
import dev.belay.failure.Unavailable;
import dev.belay.health.Counters;
import dev.belay.health.FailureHistory;
import dev.belay.health.FailureHistory.FailureStreak;
import dev.belay.health.Metric;
import dev.belay.step.Settling;
import dev.belay.worker.Disposition.DeadLetter;
import dev.belay.worker.Disposition.Delete;
import dev.belay.worker.Disposition.RetryFor;
import dev.belay.worker.Disposition.RetryLater;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The outermost line of every worker: has each message processed, and tells the queue what becomes of it. A message that waits,
 * waits in the queue, by its visibility time-out; one that can never be processed is moved to the dead-letter queue with its
 * reason. None is lost.
 */
public final class QueueWorker {
    private static final System.Logger LOG = System.getLogger(QueueWorker.class.getName());

    /** However much time they took. */
    private static final int LEAST_FAILURES = 6;

    private static final String UNPROCESSABLE = "UNPROCESSABLE";
    private static final String OUT_OF_PATIENCE = "OUT_OF_PATIENCE";

    private final Queues queues;
    private final String queueUrl;
    private final String deadLetterUrl;
    private final FailureHistory failures;
    private final Counters counters;
    private final Clock clock;

    public QueueWorker(
            Queues queues,
            String queueUrl,
            String deadLetterUrl,
            FailureHistory failures,
            Counters counters,
            Clock clock) {
        this.queues = queues;
        this.queueUrl = queueUrl;
        this.deadLetterUrl = deadLetterUrl;
        this.failures = failures;
        this.counters = counters;
        this.clock = clock;
    }

    /** Messages after a failed one are not touched: in a FIFO queue they are its group's, and are delivered again with it. */
    public SQSBatchResponse handle(SQSEvent event, MessageProcessor processor) {
        List<BatchItemFailure> failed = new ArrayList<>();
        for (SQSMessage message : event.getRecords()) {
            if (!failed.isEmpty() || !isDone(message, processor)) {
                failed.add(new BatchItemFailure(message.getMessageId()));
            }
        }
        return new SQSBatchResponse(failed);
    }

    private boolean isDone(SQSMessage message, MessageProcessor processor) {
        try {
            return dispose(message, disposition(message, processor), processor);
        } catch (ExternalFailure e) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "the queue or a table did not answer; the message is delivered again after its visibility time-out: {0}",
                    e.getMessage());
            return false;
        }
    }

    private Disposition disposition(SQSMessage message, MessageProcessor processor) {
        try {
            return processor.process(message.getBody(), received(message) > 1);
        } catch (MalformedMessage e) {
            return new DeadLetter(String.valueOf(e.getMessage()));
        } catch (Unavailable e) {
            LOG.log(System.Logger.Level.INFO, "unavailable: {0}", e.getMessage());
            counters.count(Metric.RETRY_LATER, e.system());
            return new RetryLater(e.retryAfter(), Optional.empty());
        } catch (OutcomeUnknown e) {
            LOG.log(System.Logger.Level.WARNING, "outcome of a write unknown: {0}", e.getMessage());
            counters.count(Metric.OUTCOME_UNKNOWN, e.system());
            return RetryLater.atLeast(Settling.TIME);
        } catch (Rejected | CredentialsRefused e) {
            LOG.log(System.Logger.Level.ERROR, "rejected: {0}", e.getMessage());
            counters.count(Metric.REJECTED, e.system());
            return RetryFor.hours(e.system() + ": " + e.said(), RetryLater.WITH_BACKOFF);
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, "unexpected exception: a bug or a bad setting", e);
            counters.count(Metric.UNEXPECTED_ERROR, e.getClass().getSimpleName());
            return RetryFor.aMinute(e.getClass().getSimpleName());
        }
    }

    private boolean dispose(SQSMessage message, Disposition disposition, MessageProcessor processor) {
        return switch (disposition) {
            case Delete() -> true;
            case RetryLater retry -> retryLater(message, retry);
            case RetryFor(String reason, Duration patience, RetryLater meanwhile) ->
                outOfPatience(failures.record(message.getMessageId()), patience)
                        ? moveToDlq(message, OUT_OF_PATIENCE, reason, processor)
                        : retryLater(message, meanwhile);
            case DeadLetter(String reason) -> moveToDlq(message, UNPROCESSABLE, reason, processor);
        };
    }

    private boolean outOfPatience(FailureStreak streak, Duration patience) {
        return streak.times() >= LEAST_FAILURES
                && !clock.instant().isBefore(streak.since().plus(patience));
    }

    private boolean retryLater(SQSMessage message, RetryLater retry) {
        int received = received(message);
        Duration delay = Backoff.delay(retry, received);
        queues.changeVisibility(queueUrl, message.getReceiptHandle(), delay);
        LOG.log(
                System.Logger.Level.INFO,
                "retry in {0} s: message {1}, delivery {2}",
                Long.toString(delay.toSeconds()),
                message.getMessageId(),
                Integer.toString(received));
        return false;
    }

    private boolean moveToDlq(SQSMessage message, String kind, String reason, MessageProcessor processor) {
        giveUp(message, processor);
        queues.send(
                deadLetterUrl,
                new OutgoingMessage(
                        message.getBody(),
                        Optional.of(attribute(message, "MessageGroupId")),
                        Optional.of(message.getMessageId()),
                        Map.of("reason", printable(reason))));
        LOG.log(
                System.Logger.Level.ERROR,
                "moved to the dead-letter queue: {0}: message {1}",
                reason,
                message.getMessageId());
        counters.count(Metric.MOVED_TO_DLQ, kind);
        return true;
    }

    /** It is said once: if it fails, the message is moved all the same. */
    private static void giveUp(SQSMessage message, MessageProcessor processor) {
        try {
            processor.giveUp(message.getBody());
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, "nobody was told that a message is moved to the dead-letter queue", e);
        }
    }

    /** SQS takes no other control characters (docs.aws.amazon.com, SendMessage), and no empty text. */
    private static String printable(String reason) {
        String printed = reason.replaceAll("[^\\x20-\\x7E\\u00A0-\\uD7FF]", " ").strip();
        return printed.isEmpty() ? "unknown" : printed;
    }

    private static int received(SQSMessage message) {
        return Integer.parseInt(attribute(message, "ApproximateReceiveCount"));
    }

    private static String attribute(SQSMessage message, String name) {
        return Optional.ofNullable(message.getAttributes().get(name))
                .orElseThrow(() -> new IllegalArgumentException("the message has no attribute " + name));
    }
}
