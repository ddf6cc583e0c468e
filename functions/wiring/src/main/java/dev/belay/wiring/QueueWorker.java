package dev.belay.wiring;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import dev.belay.aws.OutgoingMessage;
import dev.belay.aws.Queues;
import dev.belay.events.MalformedMessage;
import dev.belay.failure.OutcomeUnknown;
import dev.belay.failure.Rejected;
import dev.belay.failure.Unavailable;
import dev.belay.health.Counters;
import dev.belay.health.Troubles;
import dev.belay.health.Troubles.Trouble;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The outermost line of every worker: hands each message on, and turns what came of it into what its queue understands. What
 * waits, waits in the queue; what can never be done goes to the dead-letter queue with its reason; nothing is lost.
 */
public final class QueueWorker {
    private static final System.Logger LOG = System.getLogger(QueueWorker.class.getName());

    /** However long they took. */
    private static final int FEW_TIMES = 6;

    private static final Duration SETTLING = Duration.ofSeconds(15);

    /** What a worker does with a message's body. */
    public interface Work {
        /**
         * @param again whether it was delivered before: an earlier run may have been killed over it
         */
        Verdict handle(String body, boolean again);

        /** Says what can still be said, before the message is set aside. */
        default void giveUp(String body) {}
    }

    private final Queues queues;
    private final String queueUrl;
    private final String deadLetterUrl;
    private final Troubles troubles;
    private final Counters counters;
    private final Clock clock;

    public QueueWorker(
            Queues queues, String queueUrl, String deadLetterUrl, Troubles troubles, Counters counters, Clock clock) {
        this.queues = queues;
        this.queueUrl = queueUrl;
        this.deadLetterUrl = deadLetterUrl;
        this.troubles = troubles;
        this.counters = counters;
        this.clock = clock;
    }

    /** Messages after a failed one are not touched: in a FIFO queue they are its group's, and come back with it. */
    public SQSBatchResponse handle(SQSEvent event, Work work) {
        List<BatchItemFailure> failures = new ArrayList<>();
        for (SQSMessage message : event.getRecords()) {
            if (!failures.isEmpty() || !handled(message, work)) {
                failures.add(new BatchItemFailure(message.getMessageId()));
            }
        }
        return new SQSBatchResponse(failures);
    }

    private boolean handled(SQSMessage message, Work work) {
        try {
            return settled(message, verdict(message, work), work);
        } catch (Unavailable | Rejected e) {
            LOG.log(System.Logger.Level.WARNING, "the queue did not take our answer: {0}", e.getMessage());
            return false;
        }
    }

    private Verdict verdict(SQSMessage message, Work work) {
        try {
            return work.handle(message.getBody(), received(message) > 1);
        } catch (MalformedMessage e) {
            return new Verdict.Poison(String.valueOf(e.getMessage()));
        } catch (Unavailable e) {
            LOG.log(System.Logger.Level.INFO, "waits for {0}", e.getMessage());
            counters.count("Waiting", e.system());
            return new Verdict.Wait(e.retryAfter(), Optional.empty());
        } catch (OutcomeUnknown e) {
            LOG.log(System.Logger.Level.WARNING, "an outcome is unknown: {0}", e.getMessage());
            counters.count("OutcomeUnknown", e.system());
            return Verdict.Wait.atLeast(SETTLING);
        } catch (Rejected e) {
            LOG.log(System.Logger.Level.ERROR, "rejected: {0}", e.getMessage());
            counters.count("Rejected", e.system());
            return Verdict.TryAgain.forHours(e.system() + ": " + e.said(), Verdict.Wait.ANYHOW);
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, "a bug or a bad setting", e);
            counters.count("Failed", e.getClass().getSimpleName());
            return Verdict.TryAgain.shortly(e.getClass().getSimpleName());
        }
    }

    private boolean settled(SQSMessage message, Verdict verdict, Work work) {
        return switch (verdict) {
            case Verdict.Done() -> true;
            case Verdict.Wait wait -> comesBack(message, wait);
            case Verdict.TryAgain(String reason, Duration patience, Verdict.Wait wait) ->
                lasting(troubles.met(message.getMessageId()), patience)
                        ? setAside(message, reason, work)
                        : comesBack(message, wait);
            case Verdict.Poison(String reason) -> setAside(message, reason, work);
        };
    }

    private boolean lasting(Trouble trouble, Duration patience) {
        return trouble.times() >= FEW_TIMES
                && !clock.instant().isBefore(trouble.since().plus(patience));
    }

    private boolean comesBack(SQSMessage message, Verdict.Wait wait) {
        queues.changeVisibility(queueUrl, message.getReceiptHandle(), Backoff.delay(wait, received(message)));
        return false;
    }

    private boolean setAside(SQSMessage message, String reason, Work work) {
        giveUp(message, work);
        LOG.log(System.Logger.Level.ERROR, "set aside: {0}", reason);
        counters.count("SetAside", "Poison");
        queues.send(
                deadLetterUrl,
                new OutgoingMessage(
                        message.getBody(),
                        Optional.of(attribute(message, "MessageGroupId")),
                        Optional.of(message.getMessageId()),
                        Map.of("reason", printable(reason))));
        return true;
    }

    /** What it says is said once: if it fails, the message is set aside all the same. */
    private static void giveUp(SQSMessage message, Work work) {
        try {
            work.giveUp(message.getBody());
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, "nobody was told that a message is set aside", e);
        }
    }

    /** SQS takes no other control characters (docs.aws.amazon.com, SendMessage), and an empty text as little. */
    private static String printable(String reason) {
        String printed = reason.replaceAll("[^\\x20-\\x7E\\u00A0-\\uD7FF]", " ").strip();
        return printed.isEmpty() ? "unknown" : printed;
    }

    private static int received(SQSMessage message) {
        return Integer.parseInt(attribute(message, "ApproximateReceiveCount"));
    }

    private static String attribute(SQSMessage message, String name) {
        return Optional.ofNullable(message.getAttributes().get(name))
                .orElseThrow(() -> new IllegalArgumentException("the message bears no " + name));
    }
}
