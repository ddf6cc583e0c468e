package dev.belay.simulator.slack;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonWriter;
import dev.belay.simulator.http.Response;
import dev.belay.simulator.slack.call.Method;
import dev.belay.simulator.slack.call.Refusal;
import java.util.Optional;

/** The forms of the Web API's answers (docs.slack.dev/apis/web-api: {@code ok}, {@code error}, scopes in headers). */
final class Answers {
    private Answers() {}

    static Response ok(JsonObject fields, Method method, Callers.Caller caller) {
        JsonObject answer = new JsonObject();
        answer.put("ok", true);
        answer.putAll(fields);
        return headed(answer, method, Optional.of(caller));
    }

    /** To a caller who has no token. */
    static Response ok(JsonObject fields) {
        JsonObject answer = new JsonObject();
        answer.put("ok", true);
        answer.putAll(fields);
        return Response.json(200, JsonWriter.string(answer));
    }

    static Response refused(Refusal refusal, Method method, Optional<Callers.Caller> caller) {
        JsonObject answer = new JsonObject();
        answer.put("ok", false);
        answer.put("error", refusal.error());
        refusal.needed().ifPresent(needed -> {
            answer.put("needed", needed);
            answer.put("provided", caller.map(Callers.Caller::scopes).orElse(""));
        });
        if (!refusal.messages().isEmpty()) {
            JsonObject metadata = new JsonObject();
            metadata.put("messages", refusal.messages());
            answer.put("response_metadata", metadata);
        }
        return headed(answer, method, caller);
    }

    static Response unknownMethod(String name) {
        JsonObject answer = new JsonObject();
        answer.put("ok", false);
        answer.put("error", "unknown_method");
        answer.put("req_method", name);
        return Response.json(200, JsonWriter.string(answer));
    }

    static Response limited(int seconds) {
        return Response.json(429, "{\"ok\":false,\"error\":\"ratelimited\"}")
                .with("Retry-After", String.valueOf(seconds));
    }

    /** A page for people where a program expects JSON. */
    static Response page(int status) {
        return Response.html(status, "<!DOCTYPE html><title>Slack</title><p>Something went wrong.</p>");
    }

    private static Response headed(JsonObject answer, Method method, Optional<Callers.Caller> caller) {
        Response response = Response.json(200, JsonWriter.string(answer));
        return caller.map(known -> response.with("X-OAuth-Scopes", known.scopes())
                        .with("X-Accepted-OAuth-Scopes", String.join(",", method.scopes())))
                .orElse(response);
    }
}
