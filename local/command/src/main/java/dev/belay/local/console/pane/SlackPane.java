package dev.belay.local.console.pane;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import dev.belay.local.console.web.Ask;
import dev.belay.local.console.web.Refused;
import dev.belay.local.console.web.Reply;
import dev.belay.local.console.web.Route;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Slack as one person sees it, over the Web API with their own token; messages that they alone see, dialogs and what they press, over what
 * the simulator has for people.
 */
public final class SlackPane {
    /** The app's message shortcut, as its manifest has it. */
    static final Map<String, String> SHORTCUTS = Map.of("belay_record", "Add to record");

    private static final int PAGE = 200;
    private static final Set<String> MISSING = Set.of("channel_not_found", "file_not_found", "thread_not_found");
    private static final Pattern FILE = Pattern.compile("https?://[^/]+(/files-pri/[\\w-]+/(?:download/)?[^/?#]+)");

    private final SystemApi api;
    private final Personas personas;
    private final Threads threads;

    public SlackPane(SystemApi api, Personas personas, Threads threads) {
        this.api = api;
        this.personas = personas;
        this.threads = threads;
    }

    public List<Route> routes() {
        return List.of(
                Route.of("GET /api/slack/channels", this::channels),
                Route.of("GET /api/slack/channels/{id}", this::channel),
                Route.of("GET /api/slack/views", this::views),
                Route.of("GET /api/slack/files/{id}", this::download),
                Route.of("POST /api/slack/press", this::press),
                Route.of("POST /api/slack/views/{id}/submit", this::submit),
                Route.of("POST /api/slack/views/{id}/close", this::close),
                Route.of("POST /api/slack/messages", this::say),
                Route.of("PATCH /api/slack/messages", this::edit),
                Route.of("DELETE /api/slack/messages", this::delete),
                Route.of("POST /api/slack/pins", this::pin),
                Route.of("POST /api/slack/shortcuts", this::shortcut),
                Route.of("POST /api/slack/files", this::share));
    }

    private static String user(Persona person) {
        return person.slack().orElseThrow(() -> new Refused(403, person.name() + " has no account in Slack."));
    }

    private JsonObject call(Persona person, String method, Map<String, String> arguments) {
        String token =
                person.slackToken().orElseThrow(() -> new Refused(403, person.name() + " has no account in Slack."));
        JsonObject answer = api.get("/api/" + method, arguments, Optional.of("Bearer " + token))
                .body();
        if (!answer.getBoolean("ok", false)) {
            String error = answer.getString("error", "no answer");
            throw new Refused(MISSING.contains(error) ? 404 : 403, "Slack refuses " + method + ": " + error + ".");
        }
        return answer;
    }

    /** All pages of a list. */
    private List<JsonObject> all(Persona person, String method, String name, Map<String, String> arguments) {
        List<JsonObject> all = new ArrayList<>();
        Map<String, String> asked = new HashMap<>(arguments);
        String cursor;
        do {
            JsonObject page = call(person, method, asked);
            all.addAll(Systems.objects(page, name));
            cursor = page.getObject("response_metadata", new JsonObject()).getString("next_cursor", "");
            asked.put("cursor", cursor);
        } while (!cursor.isEmpty());
        return all;
    }

    private Reply channels(Ask ask) {
        Persona person = personas.asking(ask);
        Map<String, String> asked = Map.of("types", "public_channel,private_channel,im", "limit", "999");
        JsonObject json = new JsonObject();
        json.put("workspace", call(person, "auth.test", Map.of()).getString("team", ""));
        json.put("channels", new JsonArray(all(person, "conversations.list", "channels", asked)));
        return Reply.json(json);
    }

    private Reply channel(Ask ask) {
        return Deeds.seen(() -> channel(personas.asking(ask), ask.segment(2)));
    }

    private JsonObject channel(Persona person, String id) {
        Map<String, String> here = Map.of("channel", id);
        JsonObject channel = call(person, "conversations.info", here).getObject("channel", new JsonObject());
        JsonObject page = call(person, "conversations.history", Map.of("channel", id, "limit", Integer.toString(PAGE)));
        JsonObject json = new JsonObject();
        json.put("channel", channel);
        json.put(
                "writable",
                channel.getBoolean("is_member", channel.getBoolean("is_im", false))
                        && !channel.getBoolean("is_archived", false));
        json.put(
                "messages",
                messages(person, id, Systems.objects(page, "messages").reversed()));
        json.put("more", page.getBoolean("has_more", false));
        json.put("ephemeral", ephemeral(person, id));
        json.put("bookmarks", bookmarks(person, id, channel));
        json.put("users", users());
        json.put("shortcuts", shortcuts());
        return json;
    }

    /** Each message that begins a thread has its answers with it. */
    private JsonArray messages(Persona person, String channel, List<JsonObject> oldestFirst) {
        JsonArray messages = new JsonArray();
        for (JsonObject message : oldestFirst) {
            if (message.getInt("reply_count", 0) > 0) {
                String ts = message.getString("ts", "");
                Threads.Seen thread = new Threads.Seen(person.id(), channel + "/" + ts);
                message.put("replies", threads.replies(thread, message, () -> replies(person, channel, ts)));
            }
            messages.add(message);
        }
        return messages;
    }

    /** The answers; none where the message that begins the thread went since the history was read. */
    private JsonArray replies(Persona person, String channel, String ts) {
        try {
            List<JsonObject> thread =
                    all(person, "conversations.replies", "messages", Map.of("channel", channel, "ts", ts));
            return new JsonArray(thread.stream()
                    .filter(message -> !message.getString("ts", "").equals(ts))
                    .toList());
        } catch (Refused e) {
            if (e.status() == 404) {
                return new JsonArray();
            }
            throw e;
        }
    }

    private JsonArray ephemeral(Persona person, String channel) {
        JsonArray here = new JsonArray();
        Systems.objects(api.show("ephemerals", Map.of("user", user(person))), "messages").stream()
                .filter(message -> message.getString("channel", "").equals(channel))
                .forEach(here::add);
        return here;
    }

    private JsonArray bookmarks(Persona person, String id, JsonObject channel) {
        return channel.getBoolean("is_im", false)
                ? new JsonArray()
                : new JsonArray(Systems.objects(call(person, "bookmarks.list", Map.of("channel_id", id)), "bookmarks"));
    }

    /** Whom messages mention and selects offer, by their ids. */
    private JsonObject users() {
        JsonObject users = new JsonObject();
        Systems.objects(api.show("people", Map.of()), "people").forEach(user -> {
            boolean bot = user.getBoolean("is_bot", false);
            users.put(
                    user.getString("id", ""),
                    JsonObject.builder()
                            .value("name", user.getString("real_name", ""))
                            .value("bot", bot)
                            .value("selectable", !bot && !user.getBoolean("deleted", false))
                            .done());
        });
        return users;
    }

    private static JsonArray shortcuts() {
        JsonArray shortcuts = new JsonArray();
        SHORTCUTS.forEach((id, name) -> shortcuts.add(JsonObject.builder()
                .value("callback_id", id)
                .value("name", name)
                .done()));
        return shortcuts;
    }

    private Reply views(Ask ask) {
        JsonObject json = new JsonObject(api.show("views", Map.of("user", user(personas.asking(ask)))));
        json.put("users", users());
        return Reply.json(json);
    }

    private Reply download(Ask ask) {
        Persona person = personas.asking(ask);
        JsonObject file =
                call(person, "files.info", Map.of("file", ask.segment(2))).getObject("file", new JsonObject());
        Matcher address = FILE.matcher(file.getString("url_private", ""));
        if (!address.matches()) {
            throw Refused.missing("The file is kept elsewhere: " + file.getString("url_private", ""));
        }
        Optional<String> token = person.slackToken().map(known -> "Bearer " + known);
        return Reply.download(file.getString("name", "file"), api.bytes(address.group(1), Map.of(), token));
    }

    /** Fields of what a person does, by the names that the simulator has for them. */
    private Map<String, Object> deed(JsonObject given, List<String> required, List<String> optional) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("user", user(personas.doing(given)));
        required.forEach(name -> fields.put(name, Ask.text(given, name)));
        optional.forEach(name -> Ask.optional(given, name).ifPresent(value -> fields.put(name, value)));
        return fields;
    }

    private static Reply accepted(JsonObject delivery) {
        return Deeds.accepted(delivery, "belay");
    }

    private Reply press(Ask ask) {
        return accepted(api.act("press", deed(ask.fields(), List.of("channel", "ts", "action_id"), List.of())));
    }

    private Reply submit(Ask ask) {
        JsonObject given = ask.fields();
        Map<String, Object> fields = deed(given, List.of(), List.of());
        fields.put("view", ask.segment(2));
        fields.put("values", Ask.object(given, "values"));
        JsonObject done = api.act("submit", fields);
        return Reply.json(JsonObject.builder()
                .value("open", done.getBoolean("open", false))
                .value("errors", done.getObject("errors", new JsonObject()))
                .value("notice", done.getString("notice", ""))
                .done());
    }

    private Reply close(Ask ask) {
        Map<String, Object> fields = deed(ask.fields(), List.of(), List.of());
        fields.put("view", ask.segment(2));
        api.act("close", fields);
        return Deeds.DONE;
    }

    /** A text that begins with a slash is a command. */
    private Reply say(Ask ask) {
        JsonObject given = ask.fields();
        Map<String, Object> fields = deed(given, List.of("channel", "text"), List.of("thread_ts"));
        String text = Ask.text(given, "text").strip();
        if (text.startsWith("/")) {
            String[] parts = text.split("\\s+", 2);
            fields.put("command", parts[0]);
            fields.put("text", parts.length > 1 ? parts[1] : "");
            return accepted(api.act("command", fields));
        }
        return Reply.json(
                201,
                JsonObject.builder()
                        .value("ts", api.act("say", fields).getString("ts", ""))
                        .done());
    }

    private Reply edit(Ask ask) {
        api.act("edit-message", deed(ask.fields(), List.of("channel", "ts", "text"), List.of()));
        return Deeds.DONE;
    }

    private Reply delete(Ask ask) {
        api.act("delete-message", deed(ask.fields(), List.of("channel", "ts"), List.of()));
        return Deeds.DONE;
    }

    private Reply pin(Ask ask) {
        api.act("pin", deed(ask.fields(), List.of("channel", "ts"), List.of()));
        return Deeds.DONE;
    }

    private Reply shortcut(Ask ask) {
        return accepted(api.act("shortcut", deed(ask.fields(), List.of("channel", "ts", "callback_id"), List.of())));
    }

    private Reply share(Ask ask) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("user", user(personas.asking(ask)));
        fields.put("channel", ask.required("channel"));
        ask.parameter("thread_ts").ifPresent(ts -> fields.put("thread_ts", ts));
        fields.put("name", ask.required("name"));
        fields.put("content", Base64.getEncoder().encodeToString(Deeds.someBytes(ask)));
        return Reply.json(
                201,
                JsonObject.builder()
                        .value("ts", api.act("share-file", fields).getString("ts", ""))
                        .done());
    }
}
