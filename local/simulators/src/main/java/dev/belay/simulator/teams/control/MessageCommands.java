package dev.belay.simulator.teams.control;

import com.grack.nanojson.JsonObject;
import dev.belay.simulator.control.Command;
import dev.belay.simulator.control.Deliveries;
import dev.belay.simulator.control.Fields;
import dev.belay.simulator.teams.app.AppTraffic;
import dev.belay.simulator.teams.tenant.Message;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What people do with messages that stand in a channel, and the files that they share there. No bot is told of pins and reactions. */
final class MessageCommands {
    private static final String MESSAGE = "person, channel, message";

    private final AppTraffic traffic;

    MessageCommands(AppTraffic traffic) {
        this.traffic = traffic;
    }

    List<Command> all() {
        return List.of(
                Command.change(
                        "edit-message",
                        MESSAGE + ", text",
                        "changes a message that the person wrote",
                        given -> traffic.edit(
                                given.text("person"),
                                given.text("channel"),
                                given.text("message"),
                                given.text("text"))),
                Command.change(
                        "delete-message",
                        MESSAGE,
                        "deletes a message that the person wrote",
                        given -> traffic.delete(given.text("person"), given.text("channel"), given.text("message"))),
                Command.act(
                        "command",
                        MESSAGE + ", command",
                        "chooses a command of the app from a message's menu",
                        given -> Deliveries.json(traffic.command(
                                given.text("person"),
                                given.text("channel"),
                                given.text("message"),
                                given.text("command")))),
                Command.act(
                        "share-file",
                        "person, channel, name, text, thread?",
                        "shares a text file of this name",
                        this::share));
    }

    private JsonObject share(Fields given) {
        Message shared = traffic.shareFile(
                given.text("person"),
                given.text("channel"),
                given.optional("thread").orElse(""),
                given.text("name"),
                "text/plain",
                given.text("text").getBytes(StandardCharsets.UTF_8));
        return JsonObject.builder().value("id", shared.id()).done();
    }
}
