package dev.belay.simulator.teams.limit;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonWriter;

/** A way in which a call fails that was told to. */
public sealed interface Failure {
    /** HTTP 429 with {@code Retry-After}; nothing was done. */
    record RateLimited(int retryAfterSeconds) implements Failure {}

    /** An HTTP status with a body, which may be empty; nothing was done. */
    record Answered(int status, String body) implements Failure {}

    /** All was done, and the answer is an error all the same. */
    record AnsweredAfter(int status, String body) implements Failure {}

    /** The connection drops before anything was done. */
    record DroppedBefore() implements Failure {}

    /** All was done, and the connection drops before the answer. */
    record DroppedAfter() implements Failure {}

    /** An error in the form that the Bot Connector and Graph share: {@code {"error":{"code","message"}}}. */
    static Failure error(int status, String code) {
        return new Answered(status, body(code));
    }

    /** The same error, and all was done. */
    static Failure errorAfter(int status, String code) {
        return new AnsweredAfter(status, body(code));
    }

    private static String body(String code) {
        JsonObject error = new JsonObject();
        error.put("code", code);
        error.put("message", code);
        JsonObject body = new JsonObject();
        body.put("error", error);
        return JsonWriter.string(body);
    }
}
