package dev.belay.time;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Many who do the same at the same moment. */
public final class Crowd {
    private Crowd() {}

    /** What came of it for each of them, who all started together on threads of their own. */
    public static <T> List<T> of(int size, Callable<T> deed) throws InterruptedException, ExecutionException {
        CountDownLatch start = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newFixedThreadPool(size)) {
            List<Future<T>> running = new ArrayList<>();
            for (int i = 0; i < size; i++) {
                running.add(threads.submit(() -> {
                    start.await();
                    return deed.call();
                }));
            }
            start.countDown();
            List<T> results = new ArrayList<>();
            for (Future<T> one : running) {
                results.add(one.get());
            }
            return results;
        }
    }
}
