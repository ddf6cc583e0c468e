package dev.belay.simulator.teams.graph;

import com.grack.nanojson.JsonObject;
import dev.belay.simulator.teams.call.Call;
import dev.belay.simulator.teams.tenant.Channel;
import dev.belay.simulator.teams.tenant.Team;
import java.util.List;

/** One call about a team, by an app that may make it. */
record GraphCall(Call call, Team team) {
    Channel channel() {
        return team.channel(call.place("channel")).orElseThrow(() -> GraphErrors.notFound("channel"));
    }

    /** The body: an object of known properties. */
    JsonObject body(List<String> known) {
        JsonObject body = call.json(() -> GraphErrors.badRequest("Unable to read JSON request payload. Please ensure"
                + " Content-Type header is set and payload is of valid JSON format."));
        check(body, known);
        return body;
    }

    static void check(JsonObject object, List<String> known) {
        for (String property : object.keySet()) {
            if (!known.contains(property)) {
                throw GraphErrors.badRequest("The property '" + property + "' does not exist or cannot be set.");
            }
        }
    }

    /** A property that is text, or the empty text where it is not there. */
    static String text(JsonObject object, String property) {
        Object value = object.get(property);
        if (value == null) {
            return "";
        }
        if (value instanceof String text) {
            return text;
        }
        throw GraphErrors.badRequest("Invalid value for the property '" + property + "'.");
    }

    /** Refuses query options that the operation does not have. */
    void allowOptions(List<String> allowed) {
        for (String option : call.request().query().keySet()) {
            if (option.startsWith("$") && !allowed.contains(option)) {
                throw GraphErrors.badRequest("The query specified in the URI is not valid. Query option '"
                        + option.substring(1) + "' is not allowed.");
            }
        }
    }

    /** The graph's own name of an answer's type. */
    String context(String type) {
        return "https://graph.microsoft.com/v1.0/$metadata#teams('" + team.id() + "')/" + type;
    }
}
