package dev.belay.simulator.pagerduty.rest;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonWriter;
import dev.belay.simulator.http.Response;
import java.util.List;

/**
 * PagerDuty's "no": a status, and a body that says a code, its message, and perhaps more (PagerDuty/developer-docs,
 * REST-API/14-Errors, where the codes and messages stand).
 */
public final class Refusal extends RuntimeException {
    /** An error of the table of PagerDuty's codes. */
    private record Code(int number, String message) {}

    private static final Code INVALID_INPUT = new Code(2001, "Invalid Input Provided");
    private static final Code ARGUMENTS = new Code(2002, "Arguments Caused Error");

    private final int status;
    private final Code code;
    private final List<String> errors;

    private Refusal(int status, Code code, List<String> errors) {
        super(code.message());
        this.status = status;
        this.code = code;
        this.errors = List.copyOf(errors);
    }

    static Refusal invalid(List<String> errors) {
        return new Refusal(400, INVALID_INPUT, errors);
    }

    /** Seen in the field for a service that does not exist (github.com/PagerDuty/pagerduty-api-python-client/issues/61). */
    static Refusal arguments(String error) {
        return new Refusal(400, ARGUMENTS, List.of(error));
    }

    /** An offset and limit beyond 10,000 bear another code under the same message (REST-API/09-Pagination; seen in the field). */
    static Refusal tooFar() {
        return new Refusal(
                400,
                new Code(2001, ARGUMENTS.message()),
                List.of("Offset+limit exceeds maximum allowed value of 10000. Please try to refine your search to"
                        + " reduce the returned set of records below this number, like adding a date range."));
    }

    /** {@code From} or {@code requester_id} names nobody. */
    static Refusal requesterNotFound() {
        return new Refusal(400, new Code(1008, "Requester User Not Found"), List.of());
    }

    static Refusal assigneeNotFound() {
        return new Refusal(400, new Code(1007, "Assigned To User Not Found"), List.of());
    }

    static Refusal policyNotFound() {
        return new Refusal(400, new Code(1014, "Escalation Policy Not Found"), List.of());
    }

    static Refusal nobodyOnCall() {
        return new Refusal(400, new Code(1015, "Escalation Policy Has No User On Call"), List.of());
    }

    static Refusal resolved() {
        return new Refusal(400, new Code(1001, "Incident Already Resolved"), List.of());
    }

    static Refusal unauthenticated() {
        return new Refusal(401, new Code(2006, "Authentication failed"), List.of());
    }

    static Refusal ability(String missing) {
        return new Refusal(402, new Code(2014, "Missing Account Ability"), List.of(missing));
    }

    static Refusal denied() {
        return new Refusal(403, new Code(2010, "Access Denied"), List.of());
    }

    static Refusal notFound() {
        return new Refusal(404, new Code(2100, "Not Found"), List.of());
    }

    /** The answer that REST-API/04-Rate-Limits shows; its headers are the budget's. */
    public static Refusal limited() {
        return new Refusal(429, new Code(2020, "Rate Limit Exceeded"), List.of());
    }

    /** An error of the service itself. */
    public static Refusal other(int status, String message) {
        return new Refusal(status, new Code(2000, message), List.of());
    }

    public Response response() {
        JsonObject error = new JsonObject();
        error.put("message", code.message());
        error.put("code", code.number());
        if (!errors.isEmpty()) {
            error.put("errors", new JsonArray(errors));
        }
        JsonObject body = new JsonObject();
        body.put("error", error);
        return Response.json(status, JsonWriter.string(body));
    }
}
