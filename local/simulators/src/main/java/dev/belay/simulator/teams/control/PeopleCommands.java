package dev.belay.simulator.teams.control;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import dev.belay.simulator.control.Command;
import dev.belay.simulator.control.Deliveries;
import dev.belay.simulator.control.Fields;
import dev.belay.simulator.teams.app.AppTraffic;
import dev.belay.simulator.teams.app.Button;
import dev.belay.simulator.teams.app.Delivery;
import dev.belay.simulator.teams.tenant.Message;
import dev.belay.simulator.teams.tenant.Person;
import dev.belay.simulator.teams.tenant.Tenant;
import dev.belay.simulator.teams.tenant.Timeline;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What people see and do. */
final class PeopleCommands {
    private final Tenant tenant;
    private final AppTraffic traffic;

    PeopleCommands(Tenant tenant, AppTraffic traffic) {
        this.tenant = tenant;
        this.traffic = traffic;
    }

    List<Command> all() {
        return List.of(
                Command.show("people", "", "everybody", this::people),
                Command.show("messages", "channel", "what everybody in a channel sees", this::messages),
                Command.show(
                        "targeted", "person", "the messages in channels that this person alone sees", this::targeted),
                Command.show("direct", "person", "the person's 1:1 chat with the bot", this::direct),
                Command.act(
                        "press",
                        "person, conversation, message, action, how? (execute, submit), inputs? (by id)",
                        "presses a button on a message in a channel or a 1:1 chat",
                        this::press),
                Command.act("say", "person, channel, text, thread?", "writes a message", this::say),
                Command.change("deactivate", "person", "deactivates a person's account", this::deactivate),
                Command.change(
                        "personal-app",
                        "person, installed",
                        "gives a person the app for themselves, or takes it away",
                        this::personalApp),
                Command.change(
                        "block", "person, blocked", "blocks the bot's 1:1 chat, or no longer does", this::block));
    }

    private JsonObject people(Fields fields) {
        JsonArray people = new JsonArray();
        for (Person person : tenant.people()) {
            JsonObject json = person.account();
            json.put("kind", person.kind().name().toLowerCase(Locale.ROOT));
            json.put("active", person.canPress());
            json.put("personalApp", tenant.hasPersonalApp(person.id()));
            people.add(json);
        }
        JsonObject answer = new JsonObject();
        answer.put("people", people);
        return answer;
    }

    private JsonObject messages(Fields fields) {
        String channel = fields.text("channel");
        return tenant.atomically(() -> json(tenant.channel(channel)
                .orElseThrow(() -> new IllegalArgumentException("no channel is " + channel))
                .timeline()
                .open()));
    }

    private JsonObject targeted(Fields fields) {
        Person person = person(fields);
        return tenant.atomically(() -> json(tenant.timelines().stream()
                .map(timeline -> timeline.privateTo(person.id()))
                .flatMap(List::stream)
                .toList()));
    }

    private JsonObject direct(Fields fields) {
        Person person = person(fields);
        return tenant.atomically(() -> {
            Timeline chat = tenant.chatWith(person.id()).timeline();
            JsonObject answer = json(chat.all());
            answer.put("conversation", tenant.chatWith(person.id()).id());
            return answer;
        });
    }

    private static JsonObject json(List<Message> messages) {
        JsonArray all = new JsonArray();
        messages.forEach(message -> all.add(json(message)));
        JsonObject answer = new JsonObject();
        answer.put("messages", all);
        return answer;
    }

    private static JsonObject json(Message message) {
        JsonObject json = new JsonObject();
        json.put("id", message.id());
        json.put("root", message.root());
        json.put("author", message.author());
        json.put("edited", message.edited().isPresent());
        json.put("activity", message.activity());
        return json;
    }

    private JsonObject press(Fields fields) {
        Button how = Button.valueOf(fields.optional("how").orElse("execute").toUpperCase(Locale.ROOT));
        Map<String, String> inputs = new LinkedHashMap<>();
        fields.object("inputs").forEach((id, value) -> inputs.put(id, String.valueOf(value)));
        Delivery delivery = traffic.press(
                fields.text("person"),
                fields.text("conversation"),
                fields.text("message"),
                fields.text("action"),
                how,
                inputs);
        JsonObject json = Deliveries.json(delivery);
        json.put("said", delivery.said());
        json.put("error", delivery.invoke().filter(answer -> !answer.isShown()).isPresent());
        return json;
    }

    private JsonObject say(Fields fields) {
        return json(traffic.say(
                fields.text("person"),
                fields.text("channel"),
                fields.text("text"),
                fields.optional("thread").orElse("")));
    }

    private void deactivate(Fields fields) {
        tenant.deactivate(person(fields).id());
    }

    private void personalApp(Fields fields) {
        tenant.personalApp(person(fields).id(), fields.flag("installed"));
    }

    private void block(Fields fields) {
        tenant.block(person(fields).id(), fields.flag("blocked"));
    }

    private Person person(Fields fields) {
        String person = fields.text("person");
        return tenant.person(person).orElseThrow(() -> new IllegalArgumentException("nobody is " + person));
    }
}
