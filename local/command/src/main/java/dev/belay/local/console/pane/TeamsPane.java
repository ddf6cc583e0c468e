package dev.belay.local.console.pane;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import dev.belay.local.console.web.Ask;
import dev.belay.local.console.web.Refused;
import dev.belay.local.console.web.Reply;
import dev.belay.local.console.web.Route;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Teams as one person sees it. Graph shows an app what everybody sees, and only with the app's own token, whose calls are counted and can be
 * told to fail: so all is read over what the simulator has for people.
 */
public final class TeamsPane {
    /** The app's command in a message's menu, as its manifest has it. */
    static final Map<String, String> COMMANDS = Map.of("record", "Add to record");

    private static final String MENTION = "@belay";
    private static final Set<String> KINDS = Set.of("execute", "submit");

    private final SystemApi api;
    private final Personas personas;

    public TeamsPane(SystemApi api, Personas personas) {
        this.api = api;
        this.personas = personas;
    }

    public List<Route> routes() {
        return List.of(
                Route.of("GET /api/teams/conversations", this::conversations),
                Route.of("GET /api/teams/conversations/{id}", this::conversation),
                Route.of("GET /api/teams/dialog", this::dialog),
                Route.of("GET /api/teams/files", this::download),
                Route.of("POST /api/teams/press", this::press),
                Route.of("POST /api/teams/dialog/submit", this::submit),
                Route.of("POST /api/teams/dialog/close", this::close),
                Route.of("POST /api/teams/messages", this::say),
                Route.of("PATCH /api/teams/messages", this::edit),
                Route.of("DELETE /api/teams/messages", this::delete),
                Route.of("POST /api/teams/commands", this::command),
                Route.of("POST /api/teams/files", this::share));
    }

    private static String id(Persona person) {
        return person.teams().orElseThrow(() -> new Refused(403, person.name() + " has no account in Teams."));
    }

    private Reply conversations(Ask ask) {
        return Reply.json(api.show("conversations", Map.of("person", id(personas.asking(ask)))));
    }

    private Reply conversation(Ask ask) {
        return Deeds.seen(() -> conversation(id(personas.asking(ask)), ask.segment(2)));
    }

    private JsonObject conversation(String person, String id) {
        Map<String, String> fields = Map.of("person", person, "conversation", id);
        JsonObject json = api.show("conversation", fields);
        JsonArray messages = new JsonArray();
        Systems.objects(json, "messages").forEach(message -> messages.add(flat(message)));
        json.put("messages", messages);
        json.put("people", people());
        json.put("commands", commands());
        return json;
    }

    /** What the activity says stands beside who wrote it. */
    private static JsonObject flat(JsonObject message) {
        JsonObject activity = message.getObject("activity", new JsonObject());
        JsonObject flat = new JsonObject(message);
        flat.remove("activity");
        flat.put("text", activity.getString("text", ""));
        flat.put("textFormat", activity.getString("textFormat", ""));
        flat.put("entities", activity.getArray("entities", new JsonArray()));
        flat.put("attachments", activity.getArray("attachments", new JsonArray()));
        return flat;
    }

    /** By both of their ids: the directory's, and the one that the bot knows. */
    private JsonObject people() {
        JsonObject people = new JsonObject();
        Systems.objects(api.show("people", Map.of()), "people").forEach(person -> {
            JsonObject named = JsonObject.builder()
                    .value("name", person.getString("name", ""))
                    .done();
            people.put(person.getString("aadObjectId", ""), named);
            people.put(person.getString("id", ""), named);
        });
        return people;
    }

    private static JsonArray commands() {
        JsonArray commands = new JsonArray();
        COMMANDS.forEach((id, title) -> commands.add(
                JsonObject.builder().value("id", id).value("title", title).done()));
        return commands;
    }

    private Reply dialog(Ask ask) {
        JsonObject dialog = api.show("dialog", Map.of("person", id(personas.asking(ask))));
        JsonObject json = new JsonObject();
        json.put("dialog", dialog.isEmpty() ? null : dialog);
        return Reply.json(json);
    }

    private Reply download(Ask ask) {
        JsonObject file = api.show("file", Map.of("person", id(personas.asking(ask)), "url", ask.required("url")));
        return Reply.download(
                file.getString("name", "file"), Base64.getDecoder().decode(file.getString("content", "")));
    }

    /** What a person does, by the names that the simulator has for it; a channel is called so there. */
    private Map<String, Object> deed(JsonObject given, String conversation, String... required) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("person", id(personas.doing(given)));
        fields.put(conversation, Ask.text(given, "conversation"));
        for (String name : required) {
            fields.put(name, Ask.text(given, name));
        }
        return fields;
    }

    private Reply press(Ask ask) {
        JsonObject given = ask.fields();
        Map<String, Object> fields = deed(given, "conversation", "message", "action");
        String how = Ask.optional(given, "how").orElse("execute");
        if (!KINDS.contains(how)) {
            throw Refused.wrong("how is execute or submit");
        }
        fields.put("how", how);
        fields.put("inputs", Ask.object(given, "inputs"));
        return Deeds.accepted(api.act("press", fields), "belay");
    }

    private Reply submit(Ask ask) {
        JsonObject given = ask.fields();
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("person", id(personas.doing(given)));
        fields.put("dialog", Ask.text(given, "dialog"));
        fields.put("inputs", Ask.object(given, "inputs"));
        Ask.optional(given, "action").ifPresent(action -> fields.put("action", action));
        JsonObject done = api.act("submit", fields);
        return Reply.json(JsonObject.builder()
                .value("open", done.getBoolean("open", false))
                .value("errors", done.getObject("errors", new JsonObject()))
                .value("said", done.getString("said", ""))
                .done());
    }

    private Reply close(Ask ask) {
        JsonObject given = ask.fields();
        api.act("close", Map.of("person", id(personas.doing(given)), "dialog", Ask.text(given, "dialog")));
        return Deeds.DONE;
    }

    /** In the 1:1 chat one writes to the bot; in a channel one does so by beginning with its name after an at sign. */
    private Reply say(Ask ask) {
        JsonObject given = ask.fields();
        Persona person = personas.doing(given);
        String conversation = Ask.text(given, "conversation");
        String text = Ask.text(given, "text").strip();
        if (isChat(person, conversation)) {
            return Deeds.accepted(api.act("write", Map.of("person", id(person), "text", text)), "belay");
        }
        Map<String, Object> fields = deed(given, "channel");
        Ask.optional(given, "thread").ifPresent(thread -> fields.put("thread", thread));
        if (text.toLowerCase(Locale.ROOT).startsWith(MENTION)) {
            fields.put("text", text.substring(MENTION.length()).strip());
            return Deeds.accepted(api.act("mention", fields), "belay");
        }
        fields.put("text", text);
        return Reply.json(
                201,
                JsonObject.builder()
                        .value("id", api.act("say", fields).getString("id", ""))
                        .done());
    }

    private boolean isChat(Persona person, String conversation) {
        JsonObject chat =
                api.show("conversations", Map.of("person", id(person))).getObject("chat");
        return Optional.ofNullable(chat)
                .filter(known -> known.getString("id", "").equals(conversation))
                .isPresent();
    }

    private Reply edit(Ask ask) {
        api.act("edit-message", deed(ask.fields(), "channel", "message", "text"));
        return Deeds.DONE;
    }

    private Reply delete(Ask ask) {
        api.act("delete-message", deed(ask.fields(), "channel", "message"));
        return Deeds.DONE;
    }

    private Reply command(Ask ask) {
        return Deeds.accepted(api.act("command", deed(ask.fields(), "channel", "message", "command")), "belay");
    }

    private Reply share(Ask ask) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("person", id(personas.asking(ask)));
        fields.put("channel", ask.required("conversation"));
        ask.parameter("thread").ifPresent(thread -> fields.put("thread", thread));
        fields.put("name", ask.required("name"));
        fields.put("content", Base64.getEncoder().encodeToString(Deeds.someBytes(ask)));
        return Reply.json(
                201,
                JsonObject.builder()
                        .value("id", api.act("share-file", fields).getString("id", ""))
                        .done());
    }
}
