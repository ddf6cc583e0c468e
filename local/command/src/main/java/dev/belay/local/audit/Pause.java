package dev.belay.local.audit;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Waits until a platform takes more. */
public interface Pause {
    /** By the machine's own time. */
    Pause OF_PROCESS = time -> {
        long end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < end && !Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(end - System.nanoTime());
        }
    };

    void of(Duration time);
}
