package dev.belay.simulator.servicenow.outage;

import com.grack.nanojson.JsonWriter;
import dev.belay.simulator.http.Response;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A way in which a call fails. */
public sealed interface Failure {
    /** Something else is answered, and nothing is done. */
    record Answered(Response response) implements Failure {}

    /** All is done, and something else is answered all the same. */
    record AnsweredAfter(Response response) implements Failure {}

    /** The connection drops: before anything was done, or after all of it was. */
    record Dropped(boolean done) implements Failure {}

    /** No answer comes until {@link Outage#release()}, when the connection drops: nothing was done, or all of it. */
    record Hanging(boolean done) implements Failure {}

    /** The envelope in which ServiceNow wraps an error; its detail may be {@code null}. */
    static Failure envelope(int status, String message, Optional<String> detail) {
        return new Answered(Response.json(status, json(message, detail)));
    }

    /** An error in that envelope. */
    static Failure error(int status, String message) {
        return envelope(status, message, Optional.of("HTTP " + status));
    }

    /** The same error, and all was done. */
    static Failure errorAfter(int status, String message) {
        return new AnsweredAfter(Response.json(status, json(message, Optional.of("HTTP " + status))));
    }

    /** 500, 502, 503, 504 and their like (ServiceNow documentation, "REST API HTTP response codes"). */
    static Failure status(int status) {
        return error(status, "Transaction failed");
    }

    /** 429 with {@code Retry-After}. */
    static Failure tooMany(int retryAfterSeconds) {
        return new Answered(tooMany().response().with("Retry-After", Integer.toString(retryAfterSeconds)));
    }

    /** 429 because no semaphore is free: no {@code Retry-After} (support.servicenow.com, KB0635398). */
    static Answered tooMany() {
        return new Answered(Response.json(429, json("Too many requests", Optional.empty())));
    }

    /** 202: the session's queue is full, and the request was dropped. */
    static Failure accepted() {
        return new Answered(Response.empty(202));
    }

    /** 200 with an error inside: the transaction ran too long. */
    static Failure failureInSuccess() {
        return envelope(
                200,
                "Transaction cancelled: maximum execution time exceeded",
                Optional.of("maximum execution time exceeded"));
    }

    /** Any status with a page, as a proxy before the instance answers. */
    static Failure page(int status) {
        return new Answered(Response.html(status, "<html><body><h1>HTTP " + status + "</h1></body></html>"));
    }

    /** 200 with a page: a developer instance that sleeps. */
    static Failure hibernating() {
        return new Answered(Response.html(200, "<html><body><h1>Your instance is hibernating</h1></body></html>"));
    }

    /** 401, as for a token that was revoked. */
    static Failure unauthenticated() {
        return envelope(401, "User Not Authenticated", Optional.of("Required to provide Auth information"));
    }

    /** 403 with {@code "detail":null}. */
    static Failure forbidden() {
        return envelope(403, "Insufficient rights to query records", Optional.empty());
    }

    /** 403: a rule of the instance refused an insert. */
    static Failure ruleRefused() {
        return envelope(403, "Operation Failed", Optional.of("Error during insert of incident (2135483521432)"));
    }

    private static String json(String message, Optional<String> detail) {
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("message", message);
        error.put("detail", detail.orElse(null));
        return JsonWriter.string(Map.of("error", error, "status", "failure"));
    }
}
