package dev.belay.simulator.http;

/** What became of a request that a system sent out. */
public interface Outcome {
    /** The HTTP status, 0 where there was no answer. */
    int status();

    String body();

    /** Why it failed; empty where it did not. */
    String reason();

    /** Whether the receiver took it. */
    default boolean accepted() {
        return reason().isEmpty();
    }
}
