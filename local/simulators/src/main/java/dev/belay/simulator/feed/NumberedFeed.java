package dev.belay.simulator.feed;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/**
 * The latest of what happened, numbered from 1, told to readers as server-sent events
 * (html.spec.whatwg.org/multipage/server-sent-events.html). Whoever comes back with a number is told what they missed; who missed more than
 * is kept, meanwhile or because they read too slowly, that it is lost.
 */
public final class NumberedFeed implements AutoCloseable {
    /** How often a reader is told that nothing happened, so that one which is gone is noticed. */
    private static final Duration BEAT = Duration.ofSeconds(15);

    /** How a reader is told; each is whole server-sent events, with the empty line at their end. */
    public interface Words {
        String happened(long number, String data);

        /** @param number of the latest that is lost */
        String lost(long number);

        /** Nothing happened for a while. */
        String nothing();
    }

    private record Entry(long number, String data) {}

    private final int kept;
    private final Words words;
    private final Deque<Entry> latest = new ArrayDeque<>();
    private long number;
    private boolean closed;

    /** @param kept how much somebody may miss */
    public NumberedFeed(int kept, Words words) {
        this.kept = kept;
        this.words = words;
    }

    /** Tells every reader, and those that come back for it; in one go, so that no other number is between these. */
    public synchronized void tell(List<String> data) {
        for (String each : data) {
            latest.add(new Entry(++number, each));
            if (latest.size() > kept) {
                latest.remove();
            }
        }
        notifyAll();
    }

    /** The number of what happened last; 0 before anything did. */
    public synchronized long number() {
        return number;
    }

    /** Whether somebody who has heard of this number, and of nothing after it, can be told all that they missed. */
    public synchronized boolean knowsAfter(long heard) {
        return heard >= number - latest.size() && heard <= number;
    }

    /**
     * Tells a reader until this is closed.
     *
     * @param heard the number of what they heard last
     * @throws IOException when the reader is gone
     */
    public void tell(OutputStream reader, long heard) throws IOException {
        long seen = heard;
        for (OptionalLong next = next(reader, seen); next.isPresent(); next = next(reader, seen)) {
            seen = next.getAsLong();
        }
    }

    /** The number that the reader has heard of now; none where this is closed. */
    private OptionalLong next(OutputStream reader, long seen) throws IOException {
        if (!isOpen()) {
            return OptionalLong.empty();
        }
        List<Entry> next = awaitAfter(seen);
        write(reader, text(seen, next));
        return OptionalLong.of(next.isEmpty() ? seen : next.getLast().number());
    }

    private String text(long seen, List<Entry> next) {
        if (next.isEmpty()) {
            return words.nothing();
        }
        if (next.getFirst().number() > seen + 1) {
            return words.lost(next.getLast().number());
        }
        return next.stream()
                .map(each -> words.happened(each.number(), each.data()))
                .collect(Collectors.joining());
    }

    /** Writes and sends. */
    public static void write(OutputStream reader, String events) throws IOException {
        reader.write(events.getBytes(StandardCharsets.UTF_8));
        reader.flush();
    }

    private synchronized boolean isOpen() {
        return !closed;
    }

    private synchronized List<Entry> awaitAfter(long seen) {
        long end = System.nanoTime() + BEAT.toNanos();
        try {
            for (long left = BEAT.toNanos(); number == seen && !closed && left > 0; left = end - System.nanoTime()) {
                wait(left / 1_000_000 + 1);
            }
        } catch (InterruptedException e) {
            closed = true;
            Thread.currentThread().interrupt();
        }
        return latest.stream().filter(each -> each.number() > seen).toList();
    }

    /** Lets the readers go. */
    @Override
    public synchronized void close() {
        closed = true;
        notifyAll();
    }
}
