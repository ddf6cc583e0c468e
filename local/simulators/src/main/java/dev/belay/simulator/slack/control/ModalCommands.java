package dev.belay.simulator.slack.control;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import dev.belay.simulator.control.Command;
import dev.belay.simulator.control.Deliveries;
import dev.belay.simulator.control.Fields;
import dev.belay.simulator.slack.app.AppTraffic;
import dev.belay.simulator.slack.app.Submission;
import dev.belay.simulator.slack.view.OpenView;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What people do with modals, and the slash commands that they give. */
final class ModalCommands {
    private final AppTraffic traffic;

    ModalCommands(AppTraffic traffic) {
        this.traffic = traffic;
    }

    List<Command> all() {
        return List.of(
                Command.show("views", "user", "the modals that a person sees", this::views),
                Command.act(
                        "submit",
                        "user, view, values? (by block_id: a text, or an array of ids or values)",
                        "fills in a modal and submits it",
                        this::submit),
                Command.act("close", "user, view", "closes a modal", this::close),
                Command.act(
                        "command",
                        "user, channel, command, text?",
                        "gives a slash command in a channel",
                        given -> Deliveries.json(traffic.command(
                                given.text("user"),
                                given.text("channel"),
                                given.text("command"),
                                given.optional("text").orElse("")))));
    }

    private JsonObject views(Fields given) {
        JsonArray views = new JsonArray();
        traffic.views(given.text("user")).forEach(view -> views.add(json(view)));
        return JsonObject.builder().value("views", views).done();
    }

    private static JsonObject json(OpenView view) {
        JsonObject json = new JsonObject(view.told());
        json.put("errors", new JsonObject(view.errors()));
        json.put("notice", view.notice());
        return json;
    }

    private JsonObject submit(Fields given) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        given.object("values").forEach((block, value) -> values.put(block, texts(value)));
        Submission submission = traffic.submit(given.text("user"), given.text("view"), values);
        JsonObject json = new JsonObject();
        json.put("open", submission.open());
        json.put("errors", new JsonObject(submission.errors()));
        json.put("notice", submission.notice());
        submission.delivery().ifPresent(delivery -> json.put("delivery", Deliveries.json(delivery)));
        return json;
    }

    private static List<String> texts(Object value) {
        return value instanceof JsonArray array
                ? array.stream().map(String::valueOf).toList()
                : List.of(String.valueOf(value));
    }

    private JsonObject close(Fields given) {
        return traffic.closeView(given.text("user"), given.text("view"))
                .map(Deliveries::json)
                .orElseGet(JsonObject::new);
    }
}
