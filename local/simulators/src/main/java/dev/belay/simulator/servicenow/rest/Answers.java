package dev.belay.simulator.servicenow.rest;

import com.grack.nanojson.JsonWriter;
import dev.belay.simulator.http.Response;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The answers of the REST API, in the words that instances use. */
final class Answers {
    private Answers() {}

    static Response result(int status, Object result) {
        return Response.json(status, JsonWriter.string(Collections.singletonMap("result", result)));
    }

    static Response unauthenticated() {
        return error(401, "User Not Authenticated", "Required to provide Auth information")
                .with("WWW-Authenticate", "BASIC realm=\"Service-now\"");
    }

    /** Missing and forbidden are told apart by nobody. */
    static Response noRecord() {
        return error(404, "No Record found", "Record doesn't exist or ACL restricts the record retrieval");
    }

    static Response invalidTable(String table) {
        return error(400, "Invalid table " + table, null);
    }

    static Response noResource() {
        return error(400, "Requested URI does not represent any resource", null);
    }

    static Response unreadable(String why) {
        return error(400, "Exception while reading request", why);
    }

    static Response notAllowed(String method) {
        return error(405, "Method not allowed", method);
    }

    static Response refused(String detail) {
        return error(403, "Operation Failed", detail);
    }

    static Response error(int status, String message, @Nullable String detail) {
        Map<String, @Nullable Object> error = new LinkedHashMap<>();
        error.put("detail", detail);
        error.put("message", message);
        Map<String, Object> envelope = new LinkedHashMap<>();
        envelope.put("error", error);
        envelope.put("status", "failure");
        return Response.json(status, JsonWriter.string(envelope));
    }
}
