package dev.belay.simulator.slack.control;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import dev.belay.simulator.control.Command;
import dev.belay.simulator.control.Deliveries;
import dev.belay.simulator.control.Fields;
import dev.belay.simulator.slack.app.AppTraffic;
import dev.belay.simulator.slack.workspace.Person;
import dev.belay.simulator.slack.workspace.PrivateMessage;
import dev.belay.simulator.slack.workspace.Workspace;
import java.util.List;

/** What people see and do. */
final class PeopleCommands {
    private final Workspace workspace;
    private final AppTraffic traffic;

    PeopleCommands(Workspace workspace, AppTraffic traffic) {
        this.workspace = workspace;
        this.traffic = traffic;
    }

    List<Command> all() {
        return List.of(
                Command.show(
                        "people",
                        "",
                        "everybody, each with the token that they may call the Web API with",
                        this::people),
                Command.show("ephemerals", "user", "the messages that only this person sees", this::ephemerals),
                Command.act(
                        "press",
                        "user, channel, ts, action_id",
                        "presses a button on a message, whether public or only visible to the person",
                        this::press),
                Command.act("say", "user, channel, text, thread_ts?", "writes a message", this::say),
                Command.change("deactivate", "user", "deactivates a person's account", this::deactivate));
    }

    private JsonObject people(Fields fields) {
        JsonArray people = new JsonArray();
        for (Person person : workspace.people()) {
            JsonObject json = person.json(true);
            String token = workspace.userToken(person.id());
            if (workspace.grant(token).isPresent()) {
                json.put("token", token);
            }
            people.add(json);
        }
        JsonObject answer = new JsonObject();
        answer.put("people", people);
        return answer;
    }

    private JsonObject ephemerals(Fields fields) {
        JsonArray messages = new JsonArray();
        traffic.ephemerals(fields.text("user")).forEach(message -> messages.add(json(message)));
        JsonObject answer = new JsonObject();
        answer.put("messages", messages);
        return answer;
    }

    private static JsonObject json(PrivateMessage message) {
        JsonObject json = new JsonObject();
        json.put("ts", message.ts());
        json.put("channel", message.channel());
        json.put("user", message.user());
        json.put("text", message.text());
        json.put("blocks", message.blocks());
        json.put("thread_ts", message.thread());
        return json;
    }

    private JsonObject press(Fields fields) {
        return Deliveries.json(traffic.press(
                fields.text("user"), fields.text("channel"), fields.text("ts"), fields.text("action_id")));
    }

    private JsonObject say(Fields fields) {
        return traffic.say(
                        fields.text("user"),
                        fields.text("channel"),
                        fields.text("text"),
                        fields.optional("thread_ts").orElse(""))
                .json(false);
    }

    private void deactivate(Fields fields) {
        String user = fields.text("user");
        if (workspace.person(user).isEmpty()) {
            throw new IllegalArgumentException("nobody is " + user);
        }
        workspace.deactivate(user);
    }
}
