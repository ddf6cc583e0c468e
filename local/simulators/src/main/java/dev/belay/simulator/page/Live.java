package dev.belay.simulator.page;

import dev.belay.simulator.http.Request;
import dev.belay.simulator.http.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/**
 * Tells open pages that something changed, as server-sent events (html.spec.whatwg.org/multipage/server-sent-events.html), and
 * gives them the script that fetches what did. A page works without it too.
 */
public final class Live implements AutoCloseable {
    /** What a page needs in its head. */
    static final String SCRIPT = "<script src=\"/_live.js\" defer></script>";

    /** How often a page is told that nothing changed, so that one which is gone is noticed. */
    private static final Duration BEAT = Duration.ofSeconds(15);

    private final String script = script();
    private long changes;
    private boolean closed;

    private static String script() {
        try (InputStream text = Live.class.getResourceAsStream("live.js")) {
            if (text == null) {
                throw new IllegalStateException("live.js is missing from the build");
            }
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Answers {@code GET /_live} and {@code GET /_live.js}. */
    public Optional<Response> answer(Request request) {
        return switch (request.method() + " " + request.path()) {
            case "GET /_live" -> Optional.of(Response.stream("text/event-stream;charset=UTF-8", this::tell));
            case "GET /_live.js" -> Optional.of(Response.text(200, "text/javascript;charset=UTF-8", script));
            default -> Optional.empty();
        };
    }

    /** Something changed that a page may show. */
    public synchronized void changed() {
        changes++;
        notifyAll();
    }

    private void tell(OutputStream page) throws IOException {
        long seen = changes();
        write(page, "retry: 500\n\n");
        while (isOpen()) {
            long now = awaitOtherThan(seen);
            write(page, now == seen ? ": nothing new\n\n" : "id: " + now + "\ndata: changed\n\n");
            seen = now;
        }
    }

    private static void write(OutputStream page, String event) throws IOException {
        page.write(event.getBytes(StandardCharsets.UTF_8));
        page.flush();
    }

    private synchronized long changes() {
        return changes;
    }

    private synchronized boolean isOpen() {
        return !closed;
    }

    private synchronized long awaitOtherThan(long seen) {
        long end = System.nanoTime() + BEAT.toNanos();
        try {
            for (long left = BEAT.toNanos(); changes == seen && !closed && left > 0; left = end - System.nanoTime()) {
                wait(left / 1_000_000 + 1);
            }
        } catch (InterruptedException e) {
            closed = true;
            Thread.currentThread().interrupt();
        }
        return changes;
    }

    /** Lets the pages go. */
    @Override
    public synchronized void close() {
        closed = true;
        notifyAll();
    }
}
