package dev.belay.event;

/** Where hints about records go, so that a conversation on another platform hears of what was done on this one. */
public interface Hints {
    /** Sends a hint; sending it again is harmless. */
    void send(RecordHint hint);
}
