package dev.belay.aws.protocol;

import java.io.IOException;
import java.time.Clock;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/**
 * The open connections to one service. The first is opened ahead, while the function starts; one that stood idle for long
 * is not used again, because the other side, or a freeze of the function, may have ended it.
 */
final class HttpConnections {
    private static final long IDLE_MILLIS = 20_000;

    private record Idle(HttpConnection connection, long since) {}

    private final ArrayDeque<Idle> idle = new ArrayDeque<>();
    private final AwsEndpoint endpoint;
    private final Tls tls;
    private final Clock clock;
    private @Nullable Thread opening;

    HttpConnections(AwsEndpoint endpoint, Tls tls, Clock clock) {
        this.endpoint = endpoint;
        this.tls = tls;
        this.clock = clock;
    }

    /** Begins to open a connection; who asks for one before it stands waits for it. */
    void openAhead() {
        Thread thread = new Thread("connects to " + endpoint.host()) {
            @Override
            public void run() {
                try {
                    giveBack(HttpConnection.open(endpoint, tls));
                } catch (IOException e) {
                    // whoever needs the connection tries again and tells what came of it
                }
            }
        };
        thread.setDaemon(true);
        synchronized (this) {
            opening = thread;
        }
        thread.start();
    }

    /** A connection that was used before or opened ahead; null where there is none. */
    @Nullable
    HttpConnection poll() {
        awaitOpening();
        synchronized (this) {
            for (Idle next = idle.pollLast(); next != null; next = idle.pollLast()) {
                long age = clock.millis() - next.since();
                if (age >= 0 && age < IDLE_MILLIS) {
                    return next.connection();
                }
                next.connection().close();
            }
            return null;
        }
    }

    HttpConnection open() throws IOException {
        return HttpConnection.open(endpoint, tls);
    }

    /** Keeps the connection for the next request, or closes it if it cannot bear another. */
    synchronized void giveBack(HttpConnection connection) {
        if (connection.isReusable()) {
            idle.addLast(new Idle(connection, clock.millis()));
        } else {
            connection.close();
        }
    }

    private void awaitOpening() {
        Thread thread;
        synchronized (this) {
            thread = opening;
            opening = null;
        }
        if (thread != null) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
