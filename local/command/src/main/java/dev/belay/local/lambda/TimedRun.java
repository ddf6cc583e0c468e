package dev.belay.local.lambda;

import dev.belay.simulator.time.PassingClock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A function at work on one invocation, on a thread of its own. When the invocation's time is over it is ended as Lambda ends it:
 * what it returns afterwards, nobody hears (docs.aws.amazon.com/lambda/latest/dg/configuration-timeout.html).
 */
public final class TimedRun {
    /** How long an interrupted thread may take to end. */
    private static final Duration LAST_BREATH = Duration.ofSeconds(1);

    /** The invocation's time was over. */
    public static final class TimedOut extends RuntimeException {
        private static final long serialVersionUID = 1;

        TimedOut(Invocation invocation) {
            super(String.format(
                    Locale.ROOT,
                    "%s Task timed out after %.2f seconds",
                    invocation.requestId(),
                    invocation.timeout().toMillis() / 1000.0));
        }
    }

    private final Invocation invocation;
    private final Clock clock;

    public TimedRun(Invocation invocation, Clock clock) {
        this.invocation = invocation;
        this.clock = clock;
    }

    /**
     * What the function returns.
     *
     * @throws TimedOut when it took too long
     */
    public <T extends @Nullable Object> T of(Supplier<T> function) {
        FutureTask<T> task = new FutureTask<>(function::get);
        Thread thread = Thread.ofVirtual().name(invocation.functionName()).unstarted(task);
        if (clock instanceof PassingClock passing) {
            try (PassingClock.Alarm _ = passing.alarm(invocation.deadline(), () -> task.cancel(true))) {
                return ended(task, thread);
            }
        }
        return ended(task, thread);
    }

    private <T extends @Nullable Object> T ended(FutureTask<T> task, Thread thread) {
        thread.start();
        try {
            return awaited(task);
        } catch (CancellationException e) {
            join(thread);
            throw new TimedOut(invocation);
        } catch (ExecutionException e) {
            throw thrown(e);
        } catch (InterruptedException e) {
            task.cancel(true);
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** A supplier throws nothing checked. */
    private static RuntimeException thrown(ExecutionException e) {
        return switch (e.getCause()) {
            case Error error -> throw error;
            case RuntimeException exception -> exception;
            case null, default -> new IllegalStateException(e);
        };
    }

    private <T extends @Nullable Object> T awaited(FutureTask<T> task) throws ExecutionException, InterruptedException {
        while (true) {
            Instant now = clock.instant();
            if (!now.isBefore(invocation.deadline())) {
                task.cancel(true);
            }
            try {
                long left = Duration.between(now, invocation.deadline()).toMillis();
                return task.get(Math.max(0, left) + 1, TimeUnit.MILLISECONDS);
            } catch (TimeoutException _) {
                // the clock is asked whether it is over
            }
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join(LAST_BREATH);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
