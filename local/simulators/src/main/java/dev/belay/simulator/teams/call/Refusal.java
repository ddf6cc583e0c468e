package dev.belay.simulator.teams.call;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonWriter;
import dev.belay.simulator.http.Response;
import java.util.Map;

/** A "no" to a call: an HTTP status with the body that its service gives. */
public final class Refusal extends RuntimeException {
    private final int status;
    private final JsonObject body;
    private final Map<String, String> headers;

    /** @param code the word for the log of calls */
    public Refusal(int status, String code, JsonObject body, Map<String, String> headers) {
        super(code);
        this.status = status;
        this.body = body;
        this.headers = Map.copyOf(headers);
    }

    public Refusal(int status, String code, JsonObject body) {
        this(status, code, body, Map.of());
    }

    public String code() {
        return String.valueOf(getMessage());
    }

    public int status() {
        return status;
    }

    /** The same refusal that says when to try again. */
    public Refusal retryAfter(int seconds) {
        return new Refusal(status, code(), body, Map.of("Retry-After", String.valueOf(seconds)));
    }

    public Response response() {
        Response response = Response.json(status, JsonWriter.string(body));
        for (Map.Entry<String, String> header : headers.entrySet()) {
            response = response.with(header.getKey(), header.getValue());
        }
        return response;
    }
}
