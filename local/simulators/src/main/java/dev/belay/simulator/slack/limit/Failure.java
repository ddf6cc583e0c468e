package dev.belay.simulator.slack.limit;

/** A way in which a call fails that was told to. */
public sealed interface Failure {
    /** HTTP 429 with {@code Retry-After}; nothing was done. */
    record RateLimited(int retryAfterSeconds) implements Failure {}

    /** HTTP 200 with {@code ok: false}; nothing was done. */
    record Refused(String error) implements Failure {}

    /** An HTTP status with a page that is not JSON; nothing was done. */
    record Status(int status) implements Failure {}

    /** An HTTP status with a body, JSON or a page; nothing was done. */
    record Answered(int status, String body) implements Failure {}

    /** HTTP 200 with a page that is not JSON; nothing was done. */
    record NotJson() implements Failure {}

    /** The connection drops before anything was done. */
    record DroppedBefore() implements Failure {}

    /** All was done, and the connection drops before the answer. */
    record DroppedAfter() implements Failure {}

    /** All was done, and the answer is an error all the same, as {@code fatal_error} and {@code internal_error} may be. */
    record RefusedAfter(String error) implements Failure {}
}
