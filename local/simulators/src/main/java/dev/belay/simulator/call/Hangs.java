package dev.belay.simulator.call;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/** Calls that get no answer until they are let go. */
public final class Hangs implements AutoCloseable {
    private CountDownLatch told = new CountDownLatch(1);
    private int hanging;
    private boolean over;

    /** Waits until the calls are let go. */
    public void hang() {
        try {
            enter().await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Lets go the calls that hang; those to come hang anew. */
    public synchronized void release() {
        told.countDown();
        hanging = 0;
        told = new CountDownLatch(1);
    }

    /** Waits until so many calls hang; false where that took too long. */
    public synchronized boolean awaitHanging(int calls, Duration atMost) {
        long end = System.nanoTime() + atMost.toNanos();
        try {
            for (long left = atMost.toNanos(); hanging < calls && left > 0; left = end - System.nanoTime()) {
                wait(left / 1_000_000 + 1);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return hanging >= calls;
    }

    /** Lets go the calls that hang, and those to come. */
    @Override
    public synchronized void close() {
        over = true;
        release();
    }

    private synchronized CountDownLatch enter() {
        hanging++;
        notifyAll();
        if (over) {
            told.countDown();
        }
        return told;
    }
}
