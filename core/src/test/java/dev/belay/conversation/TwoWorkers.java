package dev.belay.conversation;

import dev.belay.failure.Calls;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/**
 * Two workers at one conversation, one of which stands still at a time: the first one makes so many calls and stands, the second one
 * makes so many and stands, something else happens, the first one ends and then the second one. All pairs of numbers are all ways in
 * which each is interrupted once.
 */
final class TwoWorkers {
    private final AtomicReference<Throwable> failed = new AtomicReference<>();

    /** One of them, and where it stands. */
    private final class Worker {
        private final CountDownLatch stands = new CountDownLatch(1);
        private final CountDownLatch mayGoOn = new CountDownLatch(1);
        private final AtomicInteger calls = new AtomicInteger();
        private final Thread thread;

        Worker(Consumer<Calls> work, int stop) {
            Calls watched = new Calls(call -> {
                if (!call.done() && calls.incrementAndGet() == stop + 1) {
                    stands.countDown();
                    await(mayGoOn);
                }
            });
            thread = Thread.ofPlatform().unstarted(() -> {
                try {
                    work.accept(watched);
                } catch (RuntimeException | Error e) {
                    failed.compareAndSet(null, e);
                } finally {
                    stands.countDown();
                }
            });
        }

        /** Until it stands, or has nothing left to do. */
        void begin() {
            thread.start();
            await(stands);
        }

        /** @return whether it stood at its number of calls, and did not end before */
        boolean end(int stop) {
            mayGoOn.countDown();
            try {
                thread.join();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return calls.get() > stop;
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private TwoWorkers() {}

    /**
     * Plays one pair.
     *
     * @param meanwhile happens while both stand
     * @return whether both stood
     */
    static boolean play(Consumer<Calls> work, int first, int second, Runnable meanwhile) {
        TwoWorkers both = new TwoWorkers();
        Worker one = both.new Worker(work, first);
        Worker other = both.new Worker(work, second);
        one.begin();
        other.begin();
        meanwhile.run();
        boolean stood = one.end(first);
        boolean alsoStood = other.end(second);
        if (both.failed.get() != null) {
            throw new AssertionError("a worker failed", both.failed.get());
        }
        return stood && alsoStood;
    }
}
