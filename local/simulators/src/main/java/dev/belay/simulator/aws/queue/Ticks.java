package dev.belay.simulator.aws.queue;

import com.typesafe.config.Config;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.apache.pekko.actor.Cancellable;
import org.apache.pekko.actor.LightArrayRevolverScheduler;
import org.apache.pekko.event.LoggingAdapter;
import scala.concurrent.ExecutionContext;
import scala.concurrent.duration.FiniteDuration;

/**
 * The timer of the queues. Where a long poll waits for a FIFO queue whose next message is held back by one in flight, ElasticMQ looks
 * again at once, and again, until that one is deleted: it keeps a core busy. It looks once in a tick here.
 */
public final class Ticks extends LightArrayRevolverScheduler {
    /** As short as the scheduler's own tick. */
    private static final FiniteDuration TICK = FiniteDuration.create(10, TimeUnit.MILLISECONDS);

    /** Called by name, as the configuration of {@link LocalSqs} has it. */
    public Ticks(Config config, LoggingAdapter log, ThreadFactory threads) {
        super(config, log, threads);
    }

    @Override
    public Cancellable scheduleOnce(FiniteDuration delay, Runnable task, ExecutionContext executor) {
        return super.scheduleOnce(delay.compareTo(TICK) < 0 ? TICK : delay, task, executor);
    }
}
