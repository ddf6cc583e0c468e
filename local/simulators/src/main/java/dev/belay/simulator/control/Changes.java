package dev.belay.simulator.control;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonWriter;
import dev.belay.simulator.http.Request;
import dev.belay.simulator.http.Response;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
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
    static final int KEPT = 10_000;

    /** How often a reader is told that nothing changed, so that one which is gone is noticed; what time alone changes is found then too. */
    private static final Duration BEAT = Duration.ofSeconds(15);

    /**
     * Something that may change.
     *
     * @param kind such as {@code channel}
     * @param id of that kind, empty where there is only one
     */
    public record Subject(String kind, String id) {}

    private record Change(long number, Subject subject) {}

    private final Supplier<Map<Subject, Object>> fingerprints;
    private final ReentrantLock comparing = new ReentrantLock();
    private final Deque<Change> latest = new ArrayDeque<>();
    private Map<Subject, Object> seen = Map.of();
    private volatile int readers;
    private long number;
    private boolean closed;

    /** @param fingerprints all that may change, each with something that is equal as long as it did not */
    public Changes(Supplier<Map<Subject, Object>> fingerprints) {
        this.fingerprints = fingerprints;
    }

    /** Tells of a change that is known without comparing. */
    public synchronized void tell(Subject subject) {
        if (readers > 0) {
            publish(subject);
        }
    }

    private void publish(Subject subject) {
        latest.add(new Change(++number, subject));
        if (latest.size() > KEPT) {
            latest.remove();
        }
        notifyAll();
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
                publish(all);
            }
        } finally {
            comparing.unlock();
        }
    }

    private synchronized void publish(Set<Subject> subjects) {
        subjects.forEach(this::publish);
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
            at = isLost ? number() : at;
            write(reader, isLost ? reset(at) : ": open\n\n");
            while (isOpen()) {
                List<Change> next = awaitAfter(at);
                write(reader, next.isEmpty() ? ": nothing new\n\n" : events(at, next));
                at = next.isEmpty() ? at : next.getLast().number();
                if (next.isEmpty()) {
                    look();
                }
            }
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
                return number;
            }
            String asked = lastSeen.get();
            long last = asked.matches("\\d{1,18}") ? Long.parseLong(asked) : -1;
            long oldest = number - latest.size();
            return last >= oldest && last <= number ? last : -1;
        }
    }

    private synchronized void end() {
        readers--;
    }

    private synchronized long number() {
        return number;
    }

    private static String reset(long number) {
        return "event: reset\nid: " + number + "\ndata: {}\n\n";
    }

    private static String events(long seenNumber, List<Change> changes) {
        if (changes.getFirst().number() > seenNumber + 1) {
            return reset(changes.getLast().number());
        }
        StringBuilder events = new StringBuilder();
        for (Change change : changes) {
            String data = JsonWriter.string()
                    .object()
                    .value("kind", change.subject().kind())
                    .value("id", change.subject().id())
                    .end()
                    .done();
            events.append("id: " + change.number() + "\ndata: " + data + "\n\n");
        }
        return events.toString();
    }

    private static void write(OutputStream reader, String events) throws IOException {
        reader.write(events.getBytes(StandardCharsets.UTF_8));
        reader.flush();
    }

    private synchronized boolean isOpen() {
        return !closed;
    }

    private synchronized List<Change> awaitAfter(long seenNumber) {
        long end = System.nanoTime() + BEAT.toNanos();
        try {
            for (long left = BEAT.toNanos();
                    number == seenNumber && !closed && left > 0;
                    left = end - System.nanoTime()) {
                wait(left / 1_000_000 + 1);
            }
        } catch (InterruptedException e) {
            closed = true;
            Thread.currentThread().interrupt();
        }
        return latest.stream().filter(change -> change.number() > seenNumber).toList();
    }

    /** Lets the readers go. */
    @Override
    public synchronized void close() {
        closed = true;
        notifyAll();
    }
}
