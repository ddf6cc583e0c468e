package dev.belay.local.events;

import dev.belay.simulator.time.PassingClock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * EventBridge's rule with a rate: it invokes its target whenever so much time has passed, for the first time after the first period
 * (docs.aws.amazon.com/eventbridge/latest/userguide/eb-scheduled-rule-pattern.html). Where time is simulated, passing it brings the
 * next run; a machine's own time is not waited for.
 */
public final class Schedule implements AutoCloseable {
    /** As the template's parameter has it where nobody chooses. */
    public static final Duration HOURLY = Duration.ofHours(1);

    /** The same for reconciliation, and for the audit. */
    public static final Duration EACH_FIVE_MINUTES = Duration.ofMinutes(5);

    /** Of ServiceNow's own scheduled script, which is no rule of EventBridge and runs as one does. */
    public static final Duration EACH_MINUTE = Duration.ofMinutes(1);

    private static final System.Logger LOG = System.getLogger(Schedule.class.getName());

    private final Clock clock;
    private final Duration rate;
    private final Runnable target;
    private final ExecutorService invocations = Executors.newVirtualThreadPerTaskExecutor();
    private PassingClock.@Nullable Alarm next;
    private Instant due = Instant.MAX;
    private boolean closed;

    private Schedule(Clock clock, Duration rate, Runnable target) {
        this.clock = clock;
        this.rate = rate;
        this.target = target;
    }

    public static Schedule start(Clock clock, Duration rate, Runnable target) {
        Schedule schedule = new Schedule(clock, rate, target);
        schedule.await(clock.instant().plus(rate));
        return schedule;
    }

    private synchronized void await(Instant at) {
        if (!closed && clock instanceof PassingClock passing) {
            due = at;
            next = passing.alarm(at, this::run);
        }
    }

    /** An alarm may ring more than once. */
    private synchronized void run() {
        Instant now = clock.instant();
        if (closed || next == null || now.isBefore(due)) {
            return;
        }
        next.close();
        await(now.plus(rate));
        invocations.execute(this::invoke);
    }

    private void invoke() {
        try {
            target.run();
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, "a scheduled run failed", e);
        }
    }

    /** Invokes no more, and waits for the run under way. */
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            if (next != null) {
                next.close();
            }
        }
        invocations.close();
    }
}
