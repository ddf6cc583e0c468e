package dev.belay.simulator.teams.graph;

import com.grack.nanojson.JsonObject;
import dev.belay.simulator.http.Request;
import dev.belay.simulator.teams.call.Refusal;
import java.util.List;

/** Graph's errors (learn.microsoft.com/graph/errors). */
final class GraphErrors {
    private GraphErrors() {}

    static Refusal of(int status, String code, String message) {
        return of(status, code, message, code);
    }

    /** @param inner what the error is about, where its code says little */
    private static Refusal of(int status, String code, String message, String inner) {
        JsonObject within = new JsonObject();
        within.put("code", inner);
        within.put("message", message);
        within.put("date", "2026-01-01T00:00:00");
        within.put("request-id", "00000000-0000-0000-0000-000000000000");
        within.put("client-request-id", "00000000-0000-0000-0000-000000000000");
        JsonObject error = new JsonObject();
        error.put("code", code);
        error.put("message", message);
        error.put("innerError", within);
        JsonObject body = new JsonObject();
        body.put("error", error);
        return new Refusal(status, inner, body);
    }

    static Refusal badRequest(String message) {
        return of(400, "BadRequest", message);
    }

    static Refusal nameTaken() {
        return of(400, "BadRequest", "Channel name already existed, please use other name.", "NameAlreadyExists");
    }

    static Refusal full() {
        return of(400, "BadRequest", "Maximum number of channels reached for the team.", "MaxChannelLimitReached");
    }

    static Refusal unauthorized() {
        return of(401, "InvalidAuthenticationToken", "Access token is empty, expired, or not for this resource.");
    }

    static Refusal missing(List<String> anyOf) {
        return of(
                403,
                "Forbidden",
                "Missing role permissions on the request. API requires one of '" + String.join(", ", anyOf) + "'.");
    }

    /** What directory objects say where others say {@code Forbidden}. */
    static Refusal insufficient() {
        return of(403, "Authorization_RequestDenied", "Insufficient privileges to complete the operation.");
    }

    /** What a permission for one team only meets in another. */
    static Refusal denied() {
        return of(403, "AccessDenied", "The app has no access to this team.");
    }

    static Refusal notFound(String what) {
        return of(404, "NotFound", "No " + what + " was found.");
    }

    static Refusal unknownSegment(Request request) {
        String path = request.path();
        String segment = path.substring(path.lastIndexOf('/') + 1);
        return badRequest("Resource not found for the segment '" + segment + "'.");
    }

    static Refusal throttled() {
        return of(429, "TooManyRequests", "Too many requests.");
    }
}
