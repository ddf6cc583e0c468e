package dev.belay.http;

import dev.belay.file.FileBytes;
import java.net.HttpURLConnection;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Ends a connection that takes nothing any more: a socket that is written to waits for ever by itself. */
final class StallWatch implements AutoCloseable {
    private static final int LOOKS = 12;

    private final CountDownLatch written = new CountDownLatch(1);
    private final HttpURLConnection connection;
    private final FileBytes bytes;
    private final Duration patience;

    private StallWatch(HttpURLConnection connection, FileBytes bytes, Duration patience) {
        this.connection = connection;
        this.bytes = bytes;
        this.patience = patience;
    }

    /** @param patience how long nothing may move */
    static StallWatch over(HttpURLConnection connection, FileBytes bytes, Duration patience) {
        StallWatch watch = new StallWatch(connection, bytes, patience);
        Thread.ofVirtual().name("watches a transfer").start(watch::look);
        return watch;
    }

    private void look() {
        long seen = -1;
        int still = 0;
        try {
            while (!written.await(patience.dividedBy(LOOKS).toMillis(), TimeUnit.MILLISECONDS)) {
                still = bytes.passed() == seen ? still + 1 : 0;
                seen = bytes.passed();
                if (still >= LOOKS) {
                    connection.disconnect();
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
