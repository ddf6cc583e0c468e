package dev.belay.ingress.bench;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** When each moment of one start came, in milliseconds after the process was spawned; only the first time counts. */
final class Stopwatch {
    private final long start = System.nanoTime();
    private final Map<Moment, Double> moments = new EnumMap<>(Moment.class);
    private final CountDownLatch responded = new CountDownLatch(1);

    synchronized void saw(Moment moment) {
        moments.putIfAbsent(moment, (System.nanoTime() - start) / 1e6);
        if (moment == Moment.RESPONDED) {
            responded.countDown();
        }
    }

    synchronized void used(Duration cpu) {
        moments.put(Moment.CPU, cpu.toNanos() / 1e6);
    }

    boolean awaitResponse() throws InterruptedException {
        return responded.await(30, TimeUnit.SECONDS);
    }

    synchronized Map<Moment, Double> moments() {
        return new EnumMap<>(moments);
    }
}
