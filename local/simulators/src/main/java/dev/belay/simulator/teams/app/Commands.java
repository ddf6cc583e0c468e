package dev.belay.simulator.teams.app;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import dev.belay.simulator.teams.tenant.Message;
import dev.belay.simulator.teams.tenant.Person;
import java.util.Optional;

/** What a command in a message's menu sends: the message, as Graph shows it (…/action-commands/respond-to-task-module-submit). */
final class Commands {
    private Commands() {}

    /** @param author none where a bot wrote it */
    static JsonObject value(Message message, Optional<Person> author, String command) {
        JsonObject payload = Envelope.object(
                "id", message.id(), "createdDateTime", message.created().toString());
        payload.put(
                "lastModifiedDateTime",
                message.edited().orElse(message.created()).toString());
        payload.put("from", author.map(Commands::user).orElseGet(() -> application(message)));
        payload.put(
                "body",
                Envelope.object("contentType", "html", "content", "<p>" + new Typed(message.text()).html() + "</p>"));
        payload.put("attachments", new JsonArray());
        payload.put("mentions", new JsonArray());
        JsonObject value = Envelope.object("commandId", command, "commandContext", "message");
        value.put("messagePayload", payload);
        return value;
    }

    private static JsonObject user(Person author) {
        JsonObject user = Envelope.object("id", author.id(), "displayName", author.name());
        user.put("userIdentityType", "aadUser");
        JsonObject from = new JsonObject();
        from.put("user", user);
        from.put("application", null);
        return from;
    }

    private static JsonObject application(Message message) {
        JsonObject application = Envelope.object("id", message.author().substring("28:".length()));
        application.put("applicationIdentityType", "bot");
        JsonObject from = new JsonObject();
        from.put("user", null);
        from.put("application", application);
        return from;
    }
}
