package dev.belay.simulator.webhook;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonWriter;
import dev.belay.simulator.call.HttpFailure;
import dev.belay.simulator.control.FailureWays;
import dev.belay.simulator.http.Response;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** How a receiver fails. */
record WebhookFailureWays() implements FailureWays<HttpFailure> {
    @Override
    public Set<String> calls() {
        return Set.of(SimulatedWebhook.CALL);
    }

    @Override
    public HttpFailure limit(int retryAfterSeconds) {
        return new HttpFailure.Answered(
                error(429, "too many requests").with("Retry-After", Integer.toString(retryAfterSeconds)));
    }

    @Override
    public HttpFailure error(OptionalInt status, Optional<String> error) {
        return new HttpFailure.Answered(error(status.orElse(500), error.orElse("internal error")));
    }

    @Override
    public HttpFailure errorAfter(OptionalInt status, Optional<String> error) {
        return new HttpFailure.AnsweredAfter(error(status.orElse(500), error.orElse("internal error")));
    }

    @Override
    public HttpFailure status(int status) {
        return HttpFailure.page(status);
    }

    @Override
    public HttpFailure lostRequest() {
        return new HttpFailure.Dropped(false);
    }

    @Override
    public HttpFailure lostAnswer() {
        return new HttpFailure.Dropped(true);
    }

    static Response error(int status, String error) {
        JsonObject json = new JsonObject();
        json.put("error", error);
        return Response.json(status, JsonWriter.string(json));
    }
}
