package dev.belay.worker;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.MessageAttribute;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import dev.belay.aws.OutgoingMessage;
import dev.belay.aws.Queues;
import dev.belay.delivery.Deadline;
import dev.belay.delivery.Delivery;
import dev.belay.delivery.Span;
import dev.belay.delivery.Trace;
import dev.belay.events.MalformedMessage;
import dev.belay.events.QueueMessage;
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
import dev.belay.worker.Disposition.AwaitCredential;
import dev.belay.worker.Disposition.DeadLetter;
import dev.belay.worker.Disposition.Delete;
import dev.belay.worker.Disposition.Pause;
import dev.belay.worker.Disposition.RetryFor;
import dev.belay.worker.Disposition.RetryLater;
import dev.belay.worker.Disposition.ReturnAtPlace;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * The outermost line of every worker: has each message processed, and tells the queue what becomes of it. A message that waits,
 * waits in the queue, by its visibility time-out; one that can never be processed is moved to the dead-letter queue with its
 * reason. None is lost.
 */
public final class QueueWorker {
    private static final System.Logger LOG = System.getLogger(QueueWorker.class.getName());

    /** However much time they took. */
    private static final int LEAST_FAILURES = 6;

    /** What is taken for the count of outages where the table of counts is down too. */
    private static final long UNCOUNTED = 4;

    private static final String DEADLINE = "deadline";
    private static final String UNPROCESSABLE = "UNPROCESSABLE";
    private static final String OUT_OF_PATIENCE = "OUT_OF_PATIENCE";
    private static final String TOO_OLD = "TOO_OLD";

    /** A message that waits so long is moved where somebody looks at it, before the queue drops it after 14 days. */
    private static final Duration OLDEST = Duration.ofDays(13);

    private final Queues queues;
    private final List<WorkQueue> sources;
    private final FailureHistory failures;
    private final Counters counters;
    private final Clock clock;
    private final Backoff backoff;
    private final AtomicBoolean started = new AtomicBoolean();

    public QueueWorker(
            Queues queues,
            List<WorkQueue> sources,
            FailureHistory failures,
            Counters counters,
            Clock clock,
            RandomGenerator random) {
        this.queues = queues;
        this.sources = List.copyOf(sources);
        this.failures = failures;
        this.counters = counters;
        this.clock = clock;
        this.backoff = new Backoff(random);
    }

    /**
     * Messages after a failed one are not touched: in a FIFO queue they are its group's, and are delivered again with it.
     *
     * @param context Lambda's: it tells how much time is left
     */
    public SQSBatchResponse handle(SQSEvent event, Context context, MessageProcessor processor) {
        boolean first = started.compareAndSet(false, true);
        return Invocation.of(context, first).run(() -> handle(event, deadline(context), processor));
    }

    private static Deadline deadline(Context context) {
        return () -> Duration.ofMillis(Math.max(0, context.getRemainingTimeInMillis()));
    }

    private SQSBatchResponse handle(SQSEvent event, Deadline deadline, MessageProcessor processor) {
        List<BatchItemFailure> failed = new ArrayList<>();
        for (SQSMessage message : event.getRecords()) {
            boolean stops = !failed.isEmpty() && processor.stopsAtFailure();
            if (stops || !isDone(message, deadline, processor)) {
                failed.add(new BatchItemFailure(message.getMessageId()));
            }
        }
        return new SQSBatchResponse(failed);
    }

    private boolean isDone(SQSMessage message, Deadline deadline, MessageProcessor processor) {
        String origin = message.getMessageId() + "." + deliveries(message);
        return Trace.of(
                correlationId(message), origin, () -> Delivery.of(message.getMessageId(), sentAt(message), deadline)
                        .run(() -> isDone(message, processor)));
    }

    private boolean isDone(SQSMessage message, MessageProcessor processor) {
        Span.queued(
                WorkQueue.name(String.valueOf(message.getEventSourceArn())),
                waited(message),
                "delivery " + deliveries(message));
        Span span = Span.worker("message");
        String outcome = "no answer of the queue or a table";
        try {
            Disposition disposition = disposition(message, processor);
            boolean done = dispose(message, disposition, processor);
            outcome = disposition.outcome();
            return done;
        } catch (ExternalFailure e) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "the queue or a table did not answer; the message is delivered again after its visibility time-out: {0}",
                    e.getMessage());
            return false;
        } finally {
            span.end(outcome);
        }
    }

    private Disposition disposition(SQSMessage message, MessageProcessor processor) {
        try {
            return processor.process(message.getBody(), received(message) > 1);
        } catch (MalformedMessage e) {
            return new DeadLetter(String.valueOf(e.getMessage()));
        } catch (Unavailable e) {
            LOG.log(System.Logger.Level.INFO, "unavailable: {0}", e.getMessage());
            counters.count(Metric.RETRY_LATER, e.isNotBegun() ? DEADLINE : e.system());
            return e.isInLine()
                    ? new ReturnAtPlace(e.retryAfter().orElse(Duration.ZERO))
                    : new RetryLater(e.retryAfter(), Optional.empty());
        } catch (OutcomeUnknown e) {
            LOG.log(System.Logger.Level.WARNING, "outcome of a write unknown: {0}", e.getMessage());
            counters.count(Metric.OUTCOME_UNKNOWN, e.system());
            return RetryLater.atLeast(Settling.TIME);
        } catch (CredentialsRefused e) {
            LOG.log(System.Logger.Level.ERROR, "waits for a credential: {0}", e.getMessage());
            counters.count(Metric.RETRY_LATER, e.system());
            return RetryLater.WITH_BACKOFF;
        } catch (Rejected e) {
            LOG.log(System.Logger.Level.ERROR, "rejected: {0}", e.getMessage());
            counters.count(Metric.REJECTED, e.system());
            return new RetryFor(e.system() + ": " + e.said(), processor.patience(), RetryLater.WITH_BACKOFF);
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, "unexpected exception: a bug or a bad setting", e);
            counters.count(Metric.UNEXPECTED_ERROR, e.getClass().getSimpleName());
            return RetryFor.aMinute(e.getClass().getSimpleName());
        }
    }

    private boolean dispose(SQSMessage message, Disposition disposition, MessageProcessor processor) {
        return switch (disposition) {
            case Delete() -> true;
            case RetryLater retry -> waitOrEnd(message, () -> retryLater(message, retry), processor);
            case ReturnAtPlace(Duration delay) -> waitOrEnd(message, () -> Backoff.exactly(delay), processor);
            case AwaitCredential(String credential) -> awaitCredential(message, credential, processor);
            case Pause() -> waitOrEnd(message, () -> backoff.paused(age(message)), processor);
            case RetryFor retry -> retryFor(message, retry, processor);
            case DeadLetter(String reason) -> moveToDlq(message, UNPROCESSABLE, reason, processor);
        };
    }

    private boolean awaitCredential(SQSMessage message, String credential, MessageProcessor processor) {
        LOG.log(System.Logger.Level.INFO, "waits until the credential {0} is accepted again", credential);
        counters.count(Metric.RETRY_LATER, "credential");
        return waitOrEnd(message, () -> backoff.paused(age(message)), processor);
    }

    private boolean retryFor(SQSMessage message, RetryFor retry, MessageProcessor processor) {
        FailureStreak streak = failures.record(message.getMessageId());
        if (outOfPatience(streak, retry.patience())) {
            return moveToDlq(message, OUT_OF_PATIENCE, retry.reason(), processor);
        }
        if (isTooOld(message)) {
            return tooOld(message, ": " + retry.reason(), processor);
        }
        return wait(message, delay(message, retry.meanwhile(), streak::times));
    }

    private boolean waitOrEnd(SQSMessage message, Supplier<Duration> delay, MessageProcessor processor) {
        return isTooOld(message) ? tooOld(message, "", processor) : wait(message, delay.get());
    }

    private boolean isTooOld(SQSMessage message) {
        return age(message).compareTo(OLDEST) > 0;
    }

    private boolean tooOld(SQSMessage message, String why, MessageProcessor processor) {
        return moveToDlq(message, TOO_OLD, "waited for " + OLDEST.toDays() + " days" + why, processor);
    }

    private boolean outOfPatience(FailureStreak streak, Duration patience) {
        return streak.times() >= LEAST_FAILURES
                && !clock.instant().isBefore(streak.since().plus(patience));
    }

    /** Outages are counted apart from refusals, whose patience is measured from the first of them. */
    private Duration retryLater(SQSMessage message, RetryLater retry) {
        return delay(message, retry, () -> outages(message));
    }

    private long outages(SQSMessage message) {
        try {
            return failures.record(message.getMessageId() + "/outage").times();
        } catch (Unavailable e) {
            LOG.log(System.Logger.Level.INFO, "an outage was not counted: {0}", e.getMessage());
            return UNCOUNTED;
        }
    }

    private Duration delay(SQSMessage message, RetryLater retry, LongSupplier failed) {
        return retry.atLeast()
                .map(wait -> backoff.named(wait, retry.atMost()))
                .orElseGet(() -> backoff.grown(failed.getAsLong(), age(message), retry.atMost()));
    }

    /** Until this delivery, those before it included. */
    private Duration waited(SQSMessage message) {
        Duration age = age(message);
        return age.isNegative() ? Duration.ZERO : age;
    }

    private Duration age(SQSMessage message) {
        return Duration.between(sentAt(message), clock.instant());
    }

    /** Of the request to ingress that it comes of; its own where it comes of none. */
    private static String correlationId(SQSMessage message) {
        return Optional.ofNullable(message.getMessageAttributes())
                .map(attributes -> attributes.get(QueueMessage.CORRELATION_ID))
                .map(MessageAttribute::getStringValue)
                .orElseGet(message::getMessageId);
    }

    private static Instant sentAt(SQSMessage message) {
        return Instant.ofEpochMilli(Long.parseLong(attribute(message, "SentTimestamp")));
    }

    private boolean wait(SQSMessage message, Duration delay) {
        queues.changeVisibility(source(message).url(), message.getReceiptHandle(), delay);
        LOG.log(
                System.Logger.Level.INFO,
                "retry in {0} s: message {1}, delivery {2}",
                Long.toString(delay.toSeconds()),
                message.getMessageId(),
                Integer.toString(received(message)));
        return false;
    }

    private boolean moveToDlq(SQSMessage message, String kind, String reason, MessageProcessor processor) {
        giveUp(message, processor);
        queues.send(
                source(message).deadLetterUrl(),
                new OutgoingMessage(
                        message.getBody(),
                        group(message),
                        group(message).map(_ -> message.getMessageId()),
                        Map.of(
                                QueueMessage.REASON,
                                printable(reason),
                                QueueMessage.CORRELATION_ID,
                                correlationId(message))));
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

    /** None in a queue that keeps no order. */
    private static Optional<String> group(SQSMessage message) {
        return Optional.ofNullable(message.getAttributes().get("MessageGroupId"));
    }

    private WorkQueue source(SQSMessage message) {
        String arn = String.valueOf(message.getEventSourceArn());
        return sources.stream()
                .filter(queue -> queue.isSource(arn))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("a message came from a queue that is not set: " + arn));
    }

    /** For the log. */
    private static String deliveries(SQSMessage message) {
        return message.getAttributes().getOrDefault("ApproximateReceiveCount", "0");
    }

    private static int received(SQSMessage message) {
        return Integer.parseInt(attribute(message, "ApproximateReceiveCount"));
    }

    private static String attribute(SQSMessage message, String name) {
        return Optional.ofNullable(message.getAttributes().get(name))
                .orElseThrow(() -> new IllegalArgumentException("the message has no attribute " + name));
    }
}
