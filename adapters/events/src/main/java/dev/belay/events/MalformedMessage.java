package dev.belay.events;

/** A queue message that cannot be read. No retry will help: it belongs in the dead-letter queue. */
public final class MalformedMessage extends RuntimeException {
    MalformedMessage(String what) {
        super(what);
    }
}
