package dev.belay.simulator.teams.control;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import dev.belay.simulator.control.Command;
import dev.belay.simulator.control.Deliveries;
import dev.belay.simulator.control.Fields;
import dev.belay.simulator.teams.app.AppTraffic;
import dev.belay.simulator.teams.app.Submission;
import dev.belay.simulator.teams.dialog.Dialog;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What people do with dialogs, and what they write to the bot. */
final class DialogCommands {
    private final AppTraffic traffic;

    DialogCommands(AppTraffic traffic) {
        this.traffic = traffic;
    }

    List<Command> all() {
        return List.of(
                Command.show("dialog", "person", "the dialog that a person sees", this::dialog),
                Command.act(
                        "submit",
                        "person, dialog, inputs? (by id), action?",
                        "fills in a dialog and presses its button",
                        this::submit),
                Command.change(
                        "close",
                        "person, dialog",
                        "closes a dialog",
                        given -> traffic.closeDialog(given.text("person"), given.text("dialog"))),
                Command.act(
                        "write",
                        "person, text",
                        "writes to the bot in the 1:1 chat",
                        given -> Deliveries.json(traffic.write(given.text("person"), given.text("text")))),
                Command.act(
                        "mention",
                        "person, channel, text, thread?",
                        "mentions the bot in a channel and writes a text behind it",
                        given -> Deliveries.json(traffic.mention(
                                given.text("person"),
                                given.text("channel"),
                                given.text("text"),
                                given.optional("thread").orElse("")))));
    }

    private JsonObject dialog(Fields given) {
        return traffic.dialog(given.text("person")).map(this::json).orElseGet(JsonObject::new);
    }

    private JsonObject json(Dialog dialog) {
        JsonObject values = new JsonObject();
        JsonObject offered = new JsonObject();
        dialog.fields().forEach(field -> {
            values.put(field.id(), dialog.value(field));
            JsonArray people = new JsonArray();
            traffic.offered(dialog, field)
                    .forEach(person -> people.add(JsonObject.builder()
                            .value("id", person.id())
                            .value("name", person.name())
                            .done()));
            offered.put(field.id(), people);
        });
        JsonObject json = new JsonObject();
        json.put("values", values);
        json.put("offered", offered);
        json.put("id", dialog.id());
        json.put("title", dialog.title());
        json.put("card", dialog.card());
        json.put("errors", new JsonObject(dialog.errors()));
        json.put("notice", dialog.notice());
        return json;
    }

    private JsonObject submit(Fields given) {
        Map<String, String> inputs = new LinkedHashMap<>();
        given.object("inputs").forEach((id, value) -> inputs.put(id, String.valueOf(value)));
        Submission submission =
                traffic.submit(given.text("person"), given.text("dialog"), given.optional("action"), inputs);
        JsonObject json = new JsonObject();
        json.put("open", submission.open());
        json.put("errors", new JsonObject(submission.errors()));
        json.put("said", submission.said());
        submission.delivery().ifPresent(delivery -> json.put("delivery", Deliveries.json(delivery)));
        return json;
    }
}
