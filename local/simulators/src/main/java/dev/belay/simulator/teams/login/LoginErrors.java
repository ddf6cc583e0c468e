package dev.belay.simulator.teams.login;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import dev.belay.simulator.teams.call.Refusal;

/** Entra ID's errors (learn.microsoft.com/entra/identity-platform/reference-error-codes). */
final class LoginErrors {
    private LoginErrors() {}

    /** @param error what programs react to; the number is for people */
    static Refusal of(int status, String error, int number, String message) {
        JsonObject body = new JsonObject();
        body.put("error", error);
        body.put("error_description", "AADSTS" + number + ": " + message);
        body.put("error_codes", JsonArray.from(number));
        body.put("timestamp", "2026-01-01 00:00:00Z");
        body.put("trace_id", "00000000-0000-0000-0000-000000000000");
        body.put("correlation_id", "00000000-0000-0000-0000-000000000000");
        body.put("error_uri", "https://login.microsoftonline.com/error?code=" + number);
        return new Refusal(status, "AADSTS" + number, body);
    }

    static Refusal missing(String parameter) {
        return of(
                400,
                "invalid_request",
                900144,
                "The request body must contain the following parameter: '" + parameter + "'.");
    }

    static Refusal throttled() {
        return of(429, "temporarily_unavailable", 90055, "The request was throttled.");
    }
}
