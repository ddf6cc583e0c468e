package dev.belay.worker;

import com.amazonaws.services.lambda.runtime.Context;
import dev.belay.delivery.Delivery;
import dev.belay.delivery.Span;
import dev.belay.delivery.Trace;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The outermost line of a function that runs by a schedule: its log lines bear the invocation, its calls know what is left of the
 * time. What fails is thrown: Lambda invokes again, and counts it among the function's errors.
 */
public final class ScheduledWork {
    private final Runnable work;
    private final Clock clock;
    private final AtomicBoolean started = new AtomicBoolean();

    public ScheduledWork(Runnable work, Clock clock) {
        this.work = work;
        this.clock = clock;
    }

    /** @param context Lambda's: it tells how much time is left */
    public void run(Context context) {
        String id = String.valueOf(context.getAwsRequestId());
        Delivery once = Delivery.of(
                id, clock.instant(), () -> Duration.ofMillis(Math.max(0, context.getRemainingTimeInMillis())));
        boolean first = started.compareAndSet(false, true);
        Invocation.of(context, first).run(() -> Trace.of(id, () -> once.run(this::done)));
    }

    private boolean done() {
        Span span = Span.worker("schedule");
        String outcome = "failed";
        try {
            work.run();
            outcome = "done";
            return true;
        } finally {
            span.end(outcome);
        }
    }
}
