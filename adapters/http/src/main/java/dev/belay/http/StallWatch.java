package dev.belay.http;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** Ends a sending in which nothing moves any more, neither a byte nor the answer: it waits for ever by itself. */
final class StallWatch implements AutoCloseable {
    private static final int LOOKS = 12;

    private final CountDownLatch written = new CountDownLatch(1);
    private final Future<?> sending;
    private final LongSupplier moved;
    private final Duration patience;

    private StallWatch(Future<?> sending, LongSupplier moved, Duration patience) {
        this.sending = sending;
        this.moved = moved;
        this.patience = patience;
    }

    /**
     * @param moved how much moved so far
     * @param patience how long nothing may move
     */
    static StallWatch over(Future<?> sending, LongSupplier moved, Duration patience) {
        StallWatch watch = new StallWatch(sending, moved, patience);
        Thread.ofVirtual().name("watches a transfer").start(watch::look);
        return watch;
    }

    private void look() {
        long seen = -1;
        int still = 0;
        try {
            while (!written.await(patience.dividedBy(LOOKS).toMillis(), TimeUnit.MILLISECONDS)) {
                long now = moved.getAsLong();
                still = now == seen ? still + 1 : 0;
                seen = now;
                if (still >= LOOKS) {
                    sending.cancel(true);
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        written.countDown();
    }
}
