package dev.belay.delivery;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * What is worked on, for each line of the log: the correlation id of the request that all of it comes of, and the record, the
 * platform and the conversation as soon as they are known. It is bound to the thread that works on it. Nothing in it is of a person.
 */
public final class Trace {
    /** The header that carries the correlation id of a call, to be found in the other system's log. */
    public static final String HEADER = "X-Correlation-ID";

    private static final ScopedValue<Trace> CURRENT = ScopedValue.newInstance();

    private final String correlationId;
    private final String origin;
    private final AtomicInteger spans = new AtomicInteger();
    private final Map<Field, String> known = new EnumMap<>(Field.class);

    /** What may be told of it, by its name in the log. */
    public enum Field {
        PLATFORM("platform"),
        /** Table and sys_id. */
        RECORD("record"),
        /** As people call the record. */
        NUMBER("record_number"),
        CONVERSATION("conversation");

        private final String id;

        Field(String id) {
            this.id = id;
        }

        public String id() {
            return id;
        }
    }

    private Trace(String correlationId, String origin) {
        this.correlationId = correlationId;
        this.origin = origin;
    }

    /** Does work that comes of this request, and is the only work that does. */
    public static <T> T of(String correlationId, Supplier<T> work) {
        return of(correlationId, correlationId, work);
    }

    /**
     * Does work that comes of this request.
     *
     * @param origin what tells it from all other work that comes of the request, such as a message's id with the number of its delivery
     */
    public static <T> T of(String correlationId, String origin, Supplier<T> work) {
        return ScopedValue.where(CURRENT, new Trace(correlationId, origin)).call(work::get);
    }

    /** Another one at each call. */
    String nextSpanId() {
        return origin + "." + spans.incrementAndGet();
    }

    /** Tells what is worked on, where it is traced. */
    public static void tell(Field field, Object value) {
        current().ifPresent(trace -> trace.known.put(field, value.toString()));
    }

    /** The one that this thread works under. */
    public static Optional<Trace> current() {
        return CURRENT.isBound() ? Optional.of(CURRENT.get()) : Optional.empty();
    }

    public String correlationId() {
        return correlationId;
    }

    /** What is known so far. */
    public Map<Field, String> known() {
        return Collections.unmodifiableMap(known);
    }
}
