package dev.belay.local.events;

import com.grack.nanojson.JsonArray;
import dev.belay.simulator.aws.AwsClient;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** A mapping at work: it polls on a thread of its own, and invokes beside itself, until it is closed. */
public final class Polling implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Polling.class.getName());

    /** Short, so that closing waits for the last receive instead of losing what it would have got. */
    private static final Duration WAIT = Duration.ofSeconds(1);

    private final EventSourceMapping mapping;
    private final int concurrency;
    private final Semaphore free;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final ExecutorService invocations = Executors.newVirtualThreadPerTaskExecutor();
    private final Thread poller;

    private Polling(EventSourceMapping mapping, int concurrency) {
        this.mapping = mapping;
        this.concurrency = concurrency;
        this.free = new Semaphore(concurrency);
        this.poller = Thread.ofVirtual()
                .name("polls for " + mapping.settings().functionName())
                .unstarted(this::run);
    }

    static Polling start(EventSourceMapping mapping, int concurrency) {
        Polling polling = new Polling(mapping, concurrency);
        polling.poller.start();
        return polling;
    }

    private void run() {
        while (open()) {
            next();
        }
    }

    /** Waits for a free place; false once closed. */
    private boolean open() {
        free.acquireUninterruptibly();
        if (closed.getCount() == 0) {
            free.release();
            return false;
        }
        return true;
    }

    private void next() {
        try {
            JsonArray received = mapping.receive(WAIT);
            invocations.execute(() -> invoke(received));
        } catch (UncheckedIOException | AwsClient.Refused e) {
            free.release();
            LOG.log(System.Logger.Level.WARNING, "The queue cannot be polled. It is polled again in a second.", e);
            pause();
        }
    }

    private void pause() {
        try {
            closed.await(1, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            closed.countDown();
            Thread.currentThread().interrupt();
        }
    }

    private void invoke(JsonArray received) {
        try {
            if (!received.isEmpty()) {
                mapping.invoke(received);
            }
        } catch (UncheckedIOException | AwsClient.Refused e) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "A message was processed but not deleted. It will be delivered again.",
                    e);
        } finally {
            free.release();
        }
    }

    /** Receives no more, and waits for the invocations under way. */
    @Override
    public void close() {
        closed.countDown();
        free.acquireUninterruptibly(concurrency);
        invocations.close();
    }
}
