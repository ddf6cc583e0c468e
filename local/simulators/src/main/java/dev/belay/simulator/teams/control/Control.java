package dev.belay.simulator.teams.control;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import com.grack.nanojson.JsonWriter;
import dev.belay.simulator.http.Request;
import dev.belay.simulator.http.Response;
import dev.belay.simulator.teams.app.AppTraffic;
import dev.belay.simulator.teams.call.CallLog;
import dev.belay.simulator.teams.limit.Failures;
import dev.belay.simulator.teams.signing.SigningKeys;
import dev.belay.simulator.teams.tenant.Tenant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What people do and how Teams is told to fail, over HTTP in JSON: {@code GET /_sim} tells what there is. */
public final class Control {
    public static final String PREFIX = "/_sim";

    private final Map<String, Command> commands = new LinkedHashMap<>();

    public Control(Tenant tenant, AppTraffic traffic, CallLog log, Failures failures, SigningKeys keys) {
        Stream.of(
                        new PeopleCommands(tenant, traffic).all(),
                        new TeamCommands(tenant, traffic.administration()).all(),
                        new AppCommands(traffic, log, failures, keys).all())
                .flatMap(List::stream)
                .forEach(command -> commands.put(command.name(), command));
    }

    /** Whether a path is answered here. */
    public static boolean holds(Request request) {
        return request.path().equals(PREFIX) || request.path().startsWith(PREFIX + "/");
    }

    /** Answers {@code GET /_sim} and {@code GET or POST /_sim/<command>}; fields come in the query or as a JSON object. */
    public Response answer(Request request) {
        String name = request.path().substring(PREFIX.length()).replace("/", "");
        if (name.isEmpty()) {
            return Response.json(200, JsonWriter.string(index()));
        }
        return Optional.ofNullable(commands.get(name))
                .map(command -> done(command, request))
                .orElseGet(() -> refused(404, "nothing is called " + name + ": GET /_sim lists what there is"));
    }

    private JsonObject index() {
        JsonArray all = new JsonArray();
        commands.values().forEach(command -> all.add(command.json()));
        JsonObject index = new JsonObject();
        index.put("commands", all);
        return index;
    }

    private static Response done(Command command, Request request) {
        if (command.changes() && !"POST".equals(request.method())) {
            return refused(405, command.name() + " changes something: POST it");
        }
        try {
            return Response.json(200, JsonWriter.string(command.work().done(new Fields(fields(request)))));
        } catch (JsonParserException e) {
            return refused(400, "the body is not a JSON object");
        } catch (IllegalArgumentException | IllegalStateException e) {
            return refused(400, String.valueOf(e.getMessage()));
        }
    }

    private static JsonObject fields(Request request) throws JsonParserException {
        JsonObject fields = new JsonObject();
        fields.putAll(request.query());
        if (request.body().length > 0) {
            fields.putAll(JsonParser.object().from(request.text()));
        }
        return fields;
    }

    private static Response refused(int status, String error) {
        JsonObject answer = new JsonObject();
        answer.put("error", error);
        return Response.json(status, JsonWriter.string(answer));
    }
}
