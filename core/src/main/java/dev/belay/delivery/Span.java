package dev.belay.delivery;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * One step of an event's way, for the log: the wait in a queue, the work of a worker, a call to another system. It has its time, its
 * outcome in a word, and the correlation id of what is traced; nothing of what was said. Nothing is logged where nothing is traced.
 *
 * <p>The log level is DEBUG, so that a process which is not told to log spans pays nothing for them.
 */
public final class Span {
    /** The header that carries the id of one call, to be found in the other system's log beside {@link Trace#HEADER}. */
    public static final String HEADER = "X-Request-ID";

    private static final System.Logger LOG = System.getLogger(Span.class.getName());
    private static final ScopedValue<Span> CURRENT = ScopedValue.newInstance();

    private final Kind kind;
    private final String system;
    private final String name;
    private final long begun = System.nanoTime();
    private final Optional<String> id = Trace.current().map(Trace::nextSpanId);

    /** What kind of step. */
    public enum Kind {
        /** A message waited in a queue. */
        QUEUE,
        /** A worker processed a message, or what a schedule asks of it. */
        WORKER,
        /** Another system was called. */
        CALL;

        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A span that is over, as it stands in the log.
     *
     * @param id of this span alone
     * @param system whose the queue is, or which was called, such as {@code slack}; empty where it is our own work
     * @param name such as {@code chat.update} or {@code PATCH incident}
     * @param outcome in a word: a status, an error's code, what became of a message
     */
    public record Ended(String id, Kind kind, String system, String name, Duration duration, String outcome) {
        public double millis() {
            return Math.round(duration.toNanos() / 1_000.0) / 1_000.0;
        }

        @Override
        public String toString() {
            return kind.id() + " " + (system.isEmpty() ? "" : system + " ") + name + ": " + outcome + ", " + millis()
                    + " ms";
        }
    }

    private Span(Kind kind, String system, String name) {
        this.kind = kind;
        this.system = system;
        this.name = name;
    }

    /**
     * Begins a call to another system.
     *
     * @param name of what is called there, without anything that tells one call from another
     */
    public static Span call(String system, String name) {
        return new Span(Kind.CALL, system, name);
    }

    /** Begins the work on a message. */
    public static Span worker(String name) {
        return new Span(Kind.WORKER, "", name);
    }

    /** Tells of a message that waited in a queue until now. */
    public static void queued(String queue, Duration wait, String outcome) {
        new Span(Kind.QUEUE, "sqs", queue).end(wait, outcome);
    }

    /** The span that this thread is in, of those that are told to a library in no other way. */
    public static Optional<Span> current() {
        return CURRENT.isBound() ? Optional.of(CURRENT.get()) : Optional.empty();
    }

    /** Does something within this span, which it does not end. */
    public <T> T within(Supplier<T> work) {
        return ScopedValue.where(CURRENT, this).call(work::get);
    }

    /** Of this span alone; none where nothing is traced. */
    public Optional<String> id() {
        return id;
    }

    /** @param outcome in a word that quotes nobody */
    public void end(String outcome) {
        end(Duration.ofNanos(System.nanoTime() - begun), outcome);
    }

    private void end(Duration duration, String outcome) {
        if (LOG.isLoggable(System.Logger.Level.DEBUG)) {
            id.ifPresent(known ->
                    LOG.log(System.Logger.Level.DEBUG, "{0}", new Ended(known, kind, system, name, duration, outcome)));
        }
    }
}
