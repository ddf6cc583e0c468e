package dev.belay.local.console.web;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What open pages are told, numbered, as server-sent events (html.spec.whatwg.org/multipage/server-sent-events.html). A page that comes
 * back with {@code Last-Event-ID} is told what it missed; one that missed more than is kept, then or while it reads too slowly, that it
 * must read everything anew.
 */
public final class EventLog implements AutoCloseable {
    static final int KEPT = 5_000;
    private static final Duration BEAT = Duration.ofSeconds(15);

    private record Event(long number, String data) {}

    private final Deque<Event> latest = new ArrayDeque<>();
    private long number;
    private boolean closed;

    /** Tells every page, and those that come back for it. */
    public synchronized void tell(JsonObject data) {
        latest.add(new Event(++number, JsonWriter.string(data)));
        if (latest.size() > KEPT) {
            latest.remove();
        }
        notifyAll();
    }

    /** Answers {@code GET /api/events}. */
    public Reply answer(Ask ask) {
        String last = ask.header("last-event-id").orElse("");
        if (!last.matches("\\d{0,18}")) {
            throw Refused.wrong("Last-Event-ID is a number that was an event's");
        }
        return Reply.events(page -> tell(page, last));
    }

    private void tell(OutputStream page, String last) throws IOException {
        long at = begin(last);
        long seen = at < 0 ? number() : at;
        String first = at < 0 ? "reset" : "ready";
        write(page, "retry: 500\n\n" + (last.isEmpty() || at < 0 ? event(seen, first) : ": again\n\n"));
        while (isOpen()) {
            List<Event> next = awaitAfter(seen);
            write(page, text(seen, next));
            seen = next.isEmpty() ? seen : next.getLast().number();
        }
    }

    private static String text(long seen, List<Event> next) {
        if (next.isEmpty()) {
            return ": beat\n\n";
        }
        if (next.getFirst().number() > seen + 1) {
            return event(next.getLast().number(), "reset");
        }
        return next.stream()
                .map(event -> event(event.number(), "changed", event.data()))
                .collect(Collectors.joining());
    }

    private static String event(long number, String name) {
        return event(number, name, "{\"seq\":" + number + "}");
    }

    private static String event(long number, String name, String data) {
        return "id: " + number + "\nevent: " + name + "\ndata: " + data + "\n\n";
    }

    /** The number after which a page goes on; negative where what it missed is no longer known. */
    private synchronized long begin(String last) {
        if (last.isEmpty()) {
            return number;
        }
        long asked = Long.parseLong(last);
        return asked >= number - latest.size() && asked <= number ? asked : -1;
    }

    private synchronized long number() {
        return number;
    }

    private static void write(OutputStream page, String text) throws IOException {
        page.write(text.getBytes(StandardCharsets.UTF_8));
        page.flush();
    }

    private synchronized boolean isOpen() {
        return !closed;
    }

    private synchronized List<Event> awaitAfter(long seen) {
        long end = System.nanoTime() + BEAT.toNanos();
        try {
            for (long left = BEAT.toNanos(); number == seen && !closed && left > 0; left = end - System.nanoTime()) {
                wait(left / 1_000_000 + 1);
            }
        } catch (InterruptedException e) {
            closed = true;
            Thread.currentThread().interrupt();
        }
        return latest.stream().filter(event -> event.number() > seen).toList();
    }

    /** Lets the pages go. */
    @Override
    public synchronized void close() {
        closed = true;
        notifyAll();
    }
}
