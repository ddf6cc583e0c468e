package dev.belay.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * One delivery of a message, as far as what it does needs to know of it. It is bound to the thread that works on it, so that no
 * call on the way has to hand it on.
 *
 * @param messageId the same at each delivery
 * @param sentAt when the message was sent, or what it says was accepted where that is known
 */
public record Delivery(String messageId, Instant sentAt, Urgency urgency, Deadline deadline) {
    private static final ScopedValue<Delivery> CURRENT = ScopedValue.newInstance();

    /** Whose calls go first where a platform limits them. */
    public enum Urgency {
        /** A record that earns a channel of its own, or a person who waits. */
        FIRST,
        /** Everything else. */
        REST
    }

    /** Outside a delivery time does not end. */
    private static final Deadline ENDLESS = () -> Duration.ofDays(1);

    /** A delivery of which nothing is known yet but its message. */
    public static Delivery of(String messageId, Instant sentAt, Deadline deadline) {
        return new Delivery(messageId, sentAt, Urgency.REST, deadline);
    }

    /** The one that this thread works on. */
    public static Optional<Delivery> current() {
        return CURRENT.isBound() ? Optional.of(CURRENT.get()) : Optional.empty();
    }

    /** The deadline of the one that this thread works on. */
    public static Deadline currentDeadline() {
        return current().map(Delivery::deadline).orElse(ENDLESS);
    }

    /** Does work as this delivery. */
    public <T> T run(Supplier<T> work) {
        return ScopedValue.where(CURRENT, this).call(work::get);
    }

    /** Does work of which more is known: when what asks for it was accepted, on our own clock. */
    public static <T> T since(Instant accepted, Supplier<T> work) {
        return current()
                .map(delivery ->
                        new Delivery(delivery.messageId, accepted, delivery.urgency, delivery.deadline).run(work))
                .orElseGet(work);
    }

    /** Does work with this urgency, where it is done as a delivery. */
    public static <T> T as(Urgency urgency, Supplier<T> work) {
        return current()
                .map(delivery ->
                        new Delivery(delivery.messageId, delivery.sentAt, urgency, delivery.deadline).run(work))
                .orElseGet(work);
    }
}
