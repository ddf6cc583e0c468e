package dev.belay.local.setup.samconfig;

/** A file of somebody else's that setup does not understand, and therefore does not touch; the message says what of it, without a full stop. */
public final class NotUnderstood extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotUnderstood(String what) {
        super(what);
    }
}
