package dev.belay.aws.protocol;

/** A queue message that cannot be read: it never will be, and belongs in the dead-letter queue. */
public final class MalformedMessage extends RuntimeException {
    MalformedMessage(String what) {
        super(what);
    }
}
