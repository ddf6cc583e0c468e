package dev.belay.servicenow.protocol;

/** A proved event that does not say what an event says. */
public final class MalformedEvent extends Exception {
    MalformedEvent(String what) {
        super(what);
    }
}
