package dev.belay.simulator.control;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonWriter;
import dev.belay.simulator.feed.NumberedFeed;
import dev.belay.simulator.http.Request;
import dev.belay.simulator.http.Response;
import java.io.IOException;
import java.io.OutputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * The change feed of a system, {@code GET /_sim/changes}: what changed that somebody may look at, numbered, as server-sent events
 * (html.spec.whatwg.org/multipage/server-sent-events.html). Whoever reads again with {@code Last-Event-ID} misses nothing, or is told by
 * {@code event: reset} that it is too late for that; so is whoever reads too slowly.
 *
 * <p>What changed is found by comparing fingerprints after each request, so that no way to change something can be forgotten. Where nobody
 * reads, nothing is compared.
 */
public final class Changes implements AutoCloseable {
    /** For people to read; it is answered here. */
    static final Command COMMAND = Command.show(
            "changes",
            "",
            "what changes from now on, numbered, as server-sent events; Last-Event-ID goes on where it ended",
            given -> new JsonObject());

    private static final String PATH = Control.PREFIX + "/" + COMMAND.name();

    /** How many changes somebody may miss. */
    private static final int KEPT = 10_000;

    /**
     * Something that may change.
     *
     * @param kind such as {@code channel}
     * @param id of that kind, empty where there is only one
     */
    public record Subject(String kind, String id) {}

    private final Supplier<Map<Subject, Object>> fingerprints;
    private final ReentrantLock comparing = new ReentrantLock();
    private final NumberedFeed.Words words = new Told();
    private final NumberedFeed feed = new NumberedFeed(KEPT, words);
    private Map<Subject, Object> seen = Map.of();
    private volatile int readers;

    /** @param fingerprints all that may change, each with something that is equal as long as it did not */
    public Changes(Supplier<Map<Subject, Object>> fingerprints) {
        this.fingerprints = fingerprints;
    }

    /** Tells of a change that is known without comparing. */
    public synchronized void tell(Subject subject) {
        if (readers > 0) {
            feed.tell(List.of(data(subject)));
        }
    }

    private static String data(Subject subject) {
        return JsonWriter.string()
                .object()
                .value("kind", subject.kind())
                .value("id", subject.id())
                .end()
                .done();
    }

    /** Finds what changed since it looked last. */
    public void look() {
        if (readers > 0) {
            compare(true);
        }
    }

    private void compare(boolean tells) {
        comparing.lock();
        try {
            Map<Subject, Object> now = fingerprints.get();
            Set<Subject> all = new HashSet<>(now.keySet());
            all.addAll(seen.keySet());
            all.removeIf(subject -> Objects.equals(now.get(subject), seen.get(subject)));
            seen = now;
            if (tells) {
                feed.tell(all.stream().map(Changes::data).toList());
            }
        } finally {
            comparing.unlock();
        }
    }

    /** Answers {@code GET /_sim/changes}. */
    Optional<Response> answer(Request request) {
        return request.method().equals("GET") && request.path().equals(PATH)
                ? Optional.of(Response.stream(
                        "text/event-stream;charset=UTF-8", reader -> tell(reader, request.header("last-event-id"))))
                : Optional.empty();
    }

    private void tell(OutputStream reader, Optional<String> lastSeen) throws IOException {
        long at = begin(lastSeen);
        try {
            boolean isLost = at < 0;
            at = isLost ? feed.number() : at;
            NumberedFeed.write(reader, isLost ? words.lost(at) : ": open\n\n");
            feed.tell(reader, at);
        } finally {
            end();
        }
    }

    /** The number after which a reader goes on; negative where what it missed is no longer known. */
    private long begin(Optional<String> lastSeen) {
        compare(readers > 0 || lastSeen.isPresent());
        synchronized (this) {
            readers++;
            if (lastSeen.isEmpty()) {
                return feed.number();
            }
            String asked = lastSeen.get();
            long last = asked.matches("\\d{1,18}") ? Long.parseLong(asked) : -1;
            return feed.knowsAfter(last) ? last : -1;
        }
    }

    private synchronized void end() {
        readers--;
    }

    /** How readers are told. */
    private final class Told implements NumberedFeed.Words {
        @Override
        public String happened(long number, String data) {
            return "id: " + number + "\ndata: " + data + "\n\n";
        }

        @Override
        public String lost(long number) {
            return "event: reset\nid: " + number + "\ndata: {}\n\n";
        }

        /** What time alone changes is found now. */
        @Override
        public String nothing() {
            look();
            return ": nothing new\n\n";
        }
    }

    /** Lets the readers go. */
    @Override
    public void close() {
        feed.close();
    }
}
