package dev.belay.simulator.teams.call;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import dev.belay.simulator.http.Request;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/** One call of an operation, with what stood in the places of its path that are named. */
public record Call(Request request, Map<String, String> places) {
    private static final String BEARER = "Bearer ";

    public String place(String name) {
        return Objects.requireNonNull(places.get(name), name);
    }

    public Optional<String> query(String name) {
        return Optional.ofNullable(request.query().get(name));
    }

    public Optional<String> bearer() {
        return request.header("authorization")
                .filter(value -> value.startsWith(BEARER))
                .map(value -> value.substring(BEARER.length()).strip());
    }

    /** The body, which must be a JSON object and must say that it is JSON. */
    public JsonObject json(Supplier<Refusal> otherwise) {
        if (!saysJson(request)) {
            throw otherwise.get();
        }
        try {
            return JsonParser.object().from(request.text());
        } catch (JsonParserException | StackOverflowError e) {
            throw otherwise.get();
        }
    }

    /** The body of a request that says that it is JSON; empty where it does not. */
    static String json(Request request) {
        return saysJson(request) ? request.text() : "";
    }

    private static boolean saysJson(Request request) {
        return request.header("content-type")
                .filter(type -> type.startsWith("application/json"))
                .isPresent();
    }
}
