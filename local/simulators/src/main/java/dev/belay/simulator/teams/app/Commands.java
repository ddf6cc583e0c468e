package dev.belay.simulator.teams.app;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import dev.belay.simulator.teams.tenant.Message;
import dev.belay.simulator.teams.tenant.Person;

/** What a command in a message's menu sends: the message, as Graph shows it (…/action-commands/respond-to-task-module-submit). */
final class Commands {
    private Commands() {}

    static JsonObject value(Message message, Person author, String command) {
        JsonObject user = Envelope.object("id", author.id(), "displayName", author.name());
        user.put("userIdentityType", "aadUser");
        JsonObject from = new JsonObject();
        from.put("user", user);
        JsonObject payload = Envelope.object(
                "id", message.id(), "createdDateTime", message.created().toString());
        payload.put(
                "lastModifiedDateTime",
                message.edited().orElse(message.created()).toString());
        payload.put("from", from);
        payload.put(
                "body",
                Envelope.object("contentType", "html", "content", "<p>" + new Typed(message.text()).html() + "</p>"));
        payload.put("attachments", new JsonArray());
        payload.put("mentions", new JsonArray());
        JsonObject value = Envelope.object("commandId", command, "commandContext", "message");
        value.put("messagePayload", payload);
        return value;
    }
}
