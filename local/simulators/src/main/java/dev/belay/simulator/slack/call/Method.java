package dev.belay.simulator.slack.call;

import com.grack.nanojson.JsonObject;
import dev.belay.simulator.slack.limit.Tier;
import java.util.List;

/**
 * A method of the Web API.
 *
 * @param scopes one of which the caller needs; empty where none is needed
 */
public record Method(String name, Tier tier, List<String> scopes, Body body) {
    /** What the method does; it throws a {@link Refusal} where Slack refuses. */
    public interface Body {
        /** The answer's fields beside {@code ok}. */
        JsonObject answer(Call call);
    }

    public Method {
        scopes = List.copyOf(scopes);
    }
}
