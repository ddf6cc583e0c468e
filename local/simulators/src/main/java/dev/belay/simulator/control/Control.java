package dev.belay.simulator.control;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import com.grack.nanojson.JsonWriter;
import dev.belay.simulator.http.Request;
import dev.belay.simulator.http.Response;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What people do and how a system is told to fail, over HTTP in JSON under {@code /_sim}, which lists what there is. */
public final class Control {
    /** The same path on every system, which none of them has a use for. */
    public static final String PREFIX = "/_sim";

    private final Map<String, Command> commands = new LinkedHashMap<>();
    private final Optional<Changes> changes;

    public Control(List<Command> commands) {
        this(commands, Optional.empty());
    }

    private Control(Collection<Command> commands, Optional<Changes> changes) {
        commands.forEach(command -> this.commands.put(command.name(), command));
        this.changes = changes;
    }

    /** The same, which also tells what changes. */
    public Control telling(Changes feed) {
        return new Control(commands.values(), Optional.of(feed));
    }

    /** Whether a request is answered here. */
    public boolean holds(Request request) {
        return request.path().equals(PREFIX) || request.path().startsWith(PREFIX + "/");
    }

    /** Answers {@code GET /_sim} and {@code GET or POST /_sim/<command>}; fields come in the query or as a JSON object. */
    public Response answer(Request request) {
        String name = request.path().substring(PREFIX.length()).replace("/", "");
        if (name.isEmpty()) {
            return Response.json(200, JsonWriter.string(index()));
        }
        Optional<Response> told = changes.flatMap(feed -> feed.answer(request));
        if (told.isPresent()) {
            return told.get();
        }
        return Optional.ofNullable(commands.get(name))
                .map(command -> done(command, request))
                .orElseGet(
                        () -> refused(404, "nothing is called " + name + ": GET " + PREFIX + " lists what there is"));
    }

    private JsonObject index() {
        JsonArray all = new JsonArray();
        commands.values().forEach(command -> all.add(shown(command)));
        changes.ifPresent(_ -> all.add(shown(Changes.COMMAND)));
        JsonObject index = new JsonObject();
        index.put("commands", all);
        return index;
    }

    private static JsonObject shown(Command command) {
        JsonObject json = new JsonObject();
        json.put("method", command.changes() ? "POST" : "GET");
        json.put("path", PREFIX + "/" + command.name());
        json.put("fields", command.fields());
        json.put("does", command.does());
        return json;
    }

    private static Response done(Command command, Request request) {
        if (command.changes() && !"POST".equals(request.method())) {
            return refused(405, command.name() + " changes something: POST it");
        }
        try {
            return Response.json(200, JsonWriter.string(command.work().done(new Fields(fields(request)))));
        } catch (JsonParserException e) {
            return refused(400, "the body is not a JSON object");
        } catch (Missing e) {
            return refused(404, String.valueOf(e.getMessage()));
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
