package dev.belay.coldhttp;

import java.io.IOException;
import java.time.Clock;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/**
 * A pool of open connections to one host. The first is opened ahead, while the function starts. One that was idle for long is
 * not used again: the other side, or a freeze of the function, may have ended it.
 */
public final class HttpConnections {
    private static final long IDLE_MILLIS = 20_000;

    private record Idle(HttpConnection connection, long since) {}

    private final ArrayDeque<Idle> idle = new ArrayDeque<>();
    private final HttpEndpoint endpoint;
    private final Tls tls;
    private final Clock clock;
    private @Nullable Thread opening;

    public HttpConnections(HttpEndpoint endpoint, Tls tls, Clock clock) {
        this.endpoint = endpoint;
        this.tls = tls;
        this.clock = clock;
    }

    /** Begins to open a connection on another thread; whoever polls before it is open waits for it. */
    public void openAhead() {
        Thread thread = new Thread("connect-" + endpoint.host()) {
            @Override
            public void run() {
                try {
                    release(HttpConnection.open(endpoint, tls));
                } catch (IOException e) {
                    // whoever needs the connection opens it again, and gets the failure
                }
            }
        };
        thread.setDaemon(true);
        synchronized (this) {
            opening = thread;
        }
        thread.start();
    }

    /** An idle connection that was used before or opened ahead; null where there is none. */
    public @Nullable HttpConnection poll() {
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

    public HttpConnection open() throws IOException {
        return HttpConnection.open(endpoint, tls);
    }

    /** Keeps the connection for the next request, or closes it if it cannot be reused. */
    public synchronized void release(HttpConnection connection) {
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
