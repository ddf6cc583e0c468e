package dev.belay.local.console.web;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonWriter;
import dev.belay.simulator.feed.NumberedFeed;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/**
 * What open pages are told, numbered, as server-sent events (html.spec.whatwg.org/multipage/server-sent-events.html). A page that comes
 * back with {@code Last-Event-ID} is told what it missed; one that missed more than is kept, then or while it reads too slowly, that it
 * must read everything anew.
 */
public final class EventLog implements AutoCloseable {
    private static final int KEPT = 5_000;

    private final NumberedFeed.Words words = new Told();
    private final NumberedFeed feed = new NumberedFeed(KEPT, words);

    /** Tells every page, and those that come back for it. */
    public void tell(JsonObject data) {
        feed.tell(List.of(JsonWriter.string(data)));
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
        boolean isAgain = !last.isEmpty() && feed.knowsAfter(Long.parseLong(last));
        long seen = isAgain ? Long.parseLong(last) : feed.number();
        NumberedFeed.write(page, "retry: 500\n\n" + (isAgain ? ": again\n\n" : first(seen, last)));
        feed.tell(page, seen);
    }

    private String first(long number, String last) {
        return last.isEmpty() ? event(number, "ready", numbered(number)) : words.lost(number);
    }

    private static String numbered(long number) {
        return "{\"seq\":" + number + "}";
    }

    private static String event(long number, String name, String data) {
        return "id: " + number + "\nevent: " + name + "\ndata: " + data + "\n\n";
    }

    /** How pages are told. */
    private static final class Told implements NumberedFeed.Words {
        @Override
        public String happened(long number, String data) {
            return event(number, "changed", data);
        }

        @Override
        public String lost(long number) {
            return event(number, "reset", numbered(number));
        }

        @Override
        public String nothing() {
            return ": beat\n\n";
        }
    }

    /** Lets the pages go. */
    @Override
    public void close() {
        feed.close();
    }
}
