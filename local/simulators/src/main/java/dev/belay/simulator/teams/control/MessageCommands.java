package dev.belay.simulator.teams.control;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import dev.belay.simulator.control.Command;
import dev.belay.simulator.control.Deliveries;
import dev.belay.simulator.control.Fields;
import dev.belay.simulator.control.Missing;
import dev.belay.simulator.teams.app.AppTraffic;
import dev.belay.simulator.teams.tenant.Channel;
import dev.belay.simulator.teams.tenant.DriveFile;
import dev.belay.simulator.teams.tenant.Message;
import dev.belay.simulator.teams.tenant.Person;
import dev.belay.simulator.teams.tenant.PersonalChat;
import dev.belay.simulator.teams.tenant.Tenant;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** What one person sees of the tenant's conversations, and does with their messages and files. */
final class MessageCommands {
    private final Tenant tenant;
    private final AppTraffic traffic;

    MessageCommands(Tenant tenant, AppTraffic traffic) {
        this.tenant = tenant;
        this.traffic = traffic;
    }

    List<Command> all() {
        return List.of(
                Command.show(
                        "conversations",
                        "person",
                        "the channels and the chat that a person is in",
                        given -> tenant.atomically(() -> conversations(person(given)))),
                Command.show(
                        "conversation",
                        "person, conversation",
                        "a conversation as a person sees it, with what they alone see",
                        given -> tenant.atomically(() -> conversation(person(given), given.text("conversation")))),
                Command.change(
                        "edit-message", "person, channel, message, text", "changes a message of one's own", this::edit),
                Command.change(
                        "delete-message", "person, channel, message", "deletes a message of one's own", this::delete),
                Command.change(
                        "undelete-message",
                        "person, channel, message",
                        "undoes the deletion of a message of one's own",
                        this::undelete),
                Command.act(
                        "command",
                        "person, channel, message, command",
                        "chooses a command of the app from a message's menu",
                        this::command),
                Command.act(
                        "share-file",
                        "person, channel, thread?, name, type?, content (Base64)",
                        "shares a file",
                        this::share),
                Command.show(
                        "file",
                        "person, url",
                        "a file of a channel that the person is in, in Base64",
                        given -> tenant.atomically(() -> file(person(given), given.text("url")))));
    }

    private JsonObject conversations(Person person) {
        JsonArray teams = new JsonArray();
        tenant.teams().forEach(team -> {
            JsonArray channels = new JsonArray();
            team.channels().stream()
                    .filter(channel -> channel.members().contains(person.id()))
                    .forEach(channel -> channels.add(json(channel, person)));
            if (!channels.isEmpty()) {
                teams.add(JsonObject.builder()
                        .value("id", team.id())
                        .value("name", team.name())
                        .value("channels", channels)
                        .done());
            }
        });
        JsonObject answer = new JsonObject();
        answer.put("teams", teams);
        answer.put("chat", person.canPress() ? json(tenant.chatWith(person.id()), person) : null);
        return answer;
    }

    private static JsonObject json(Channel channel, Person person) {
        return JsonObject.builder()
                .value("id", channel.id())
                .value("displayName", channel.name())
                .value("description", channel.description())
                .value("membershipType", channel.kind().name().toLowerCase(Locale.ROOT))
                .value("isArchived", channel.isArchived())
                .value("teamId", channel.team().id())
                .value("newest", newest(seen(channel.timeline().all(), person)))
                .done();
    }

    private JsonObject json(PersonalChat chat, Person person) {
        return JsonObject.builder()
                .value("id", chat.id())
                .value("name", tenant.app().name())
                .value("writable", tenant.hasPersonalApp(person.id()))
                .value("newest", newest(chat.timeline().all()))
                .done();
    }

    private static String newest(List<Message> messages) {
        return messages.isEmpty() ? "" : messages.getLast().id();
    }

    private static List<Message> seen(Collection<Message> messages, Person person) {
        return messages.stream()
                .filter(message -> message.audience().map(person.id()::equals).orElse(true))
                .toList();
    }

    private JsonObject conversation(Person person, String id) {
        return tenant.channel(id)
                .filter(channel -> channel.members().contains(person.id()))
                .map(channel -> channel(channel, person))
                .or(() -> tenant.chat(id)
                        .filter(chat -> chat.person().equals(person.id()))
                        .map(chat -> chat(chat, person)))
                .orElseThrow(() -> new Missing(person.name() + " sees no conversation " + id));
    }

    private JsonObject channel(Channel channel, Person person) {
        JsonObject about = json(channel, person);
        about.put("kind", "channel");
        JsonArray tabs = new JsonArray();
        channel.tabs()
                .forEach(tab -> tabs.add(JsonObject.builder()
                        .value("displayName", tab.displayName())
                        .value("websiteUrl", tab.websiteUrl())
                        .done()));
        JsonObject answer = new JsonObject();
        answer.put("conversation", about);
        answer.put("writable", !channel.isArchived() && person.canPress());
        answer.put("messages", messages(seen(channel.timeline().all(), person)));
        answer.put("tabs", tabs);
        return answer;
    }

    private JsonObject chat(PersonalChat chat, Person person) {
        JsonObject about = json(chat, person);
        about.put("kind", "chat");
        about.put("displayName", tenant.app().name());
        JsonObject answer = new JsonObject();
        answer.put("conversation", about);
        answer.put("writable", tenant.hasPersonalApp(person.id()));
        answer.put("messages", messages(chat.timeline().all()));
        answer.put("tabs", new JsonArray());
        return answer;
    }

    private JsonArray messages(List<Message> messages) {
        JsonArray all = new JsonArray();
        messages.forEach(message -> all.add(json(message)));
        return all;
    }

    private JsonObject json(Message message) {
        boolean bot = message.byBot();
        String name = message.author().equals(tenant.app().mri())
                ? tenant.app().name()
                : tenant.person(message.author()).map(Person::name).orElse(message.author());
        JsonObject json = new JsonObject();
        json.put("id", message.id());
        json.put("root", message.root());
        json.put(
                "author",
                JsonObject.builder()
                        .value("id", message.author())
                        .value("name", name)
                        .value("bot", bot)
                        .done());
        json.put("created", message.created().toString());
        json.put("edited", message.edited().map(Object::toString).orElse(null));
        json.put("private", message.audience().isPresent());
        json.put("activity", message.activity());
        return json;
    }

    private void edit(Fields given) {
        traffic.edit(given.text("person"), given.text("channel"), given.text("message"), given.text("text"));
    }

    private void delete(Fields given) {
        traffic.delete(given.text("person"), given.text("channel"), given.text("message"));
    }

    private void undelete(Fields given) {
        traffic.undelete(given.text("person"), given.text("channel"), given.text("message"));
    }

    private JsonObject command(Fields given) {
        return Deliveries.json(traffic.command(
                given.text("person"), given.text("channel"), given.text("message"), given.text("command")));
    }

    private JsonObject share(Fields given) {
        Message shared = traffic.shareFile(
                given.text("person"),
                given.text("channel"),
                given.optional("thread").orElse(""),
                given.text("name"),
                given.optional("type").orElse("application/octet-stream"),
                given.bytes("content"));
        return json(shared);
    }

    private JsonObject file(Person person, String url) {
        DriveFile found = tenant.teams().stream()
                .flatMap(team -> team.channels().stream())
                .filter(channel -> channel.members().contains(person.id()))
                .map(channel -> tenant.library().of(channel))
                .flatMap(folder -> folder.files().stream()
                        .filter(file -> folder.webUrl(file.name()).equals(url)))
                .findFirst()
                .orElseThrow(() -> new Missing(person.name() + " sees no file there"));
        return JsonObject.builder()
                .value("name", found.name())
                .value("type", found.type())
                .value("content", Base64.getEncoder().encodeToString(found.bytes()))
                .done();
    }

    private Person person(Fields given) {
        String person = given.text("person");
        return tenant.person(person).orElseThrow(() -> new IllegalArgumentException("nobody is " + person));
    }
}
