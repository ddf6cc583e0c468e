package dev.belay.simulator.slack.control;

import com.grack.nanojson.JsonObject;
import dev.belay.simulator.control.Command;
import dev.belay.simulator.control.Deliveries;
import dev.belay.simulator.control.Fields;
import dev.belay.simulator.slack.app.AppTraffic;
import dev.belay.simulator.slack.app.MessageDeeds;
import dev.belay.simulator.slack.workspace.Workspace;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** What people do with messages that stand in a channel, and the files that they share there. */
final class MessageCommands {
    private static final String MESSAGE = "user, channel, ts";

    private final Workspace workspace;
    private final AppTraffic traffic;
    private final MessageDeeds deeds;

    MessageCommands(Workspace workspace, AppTraffic traffic) {
        this.workspace = workspace;
        this.traffic = traffic;
        this.deeds = traffic.messages();
    }

    List<Command> all() {
        return List.of(
                Command.change(
                        "edit-message",
                        MESSAGE + ", text",
                        "changes a message that the person wrote",
                        given -> deeds.edit(
                                given.text("user"), given.text("channel"), given.text("ts"), given.text("text"))),
                Command.change(
                        "delete-message",
                        MESSAGE,
                        "deletes a message that the person wrote",
                        given -> deeds.delete(given.text("user"), given.text("channel"), given.text("ts"))),
                Command.change(
                        "pin",
                        MESSAGE,
                        "pins a message",
                        given -> deeds.pin(given.text("user"), given.text("channel"), given.text("ts"))),
                Command.change(
                        "react",
                        MESSAGE + ", emoji",
                        "reacts to a message, with the emoji of this name",
                        given -> deeds.react(
                                given.text("user"), given.text("channel"), given.text("ts"), given.text("emoji"))),
                Command.act(
                        "shortcut",
                        MESSAGE + ", callback_id",
                        "chooses a shortcut of the app from a message's menu",
                        given -> Deliveries.json(deeds.shortcut(
                                given.text("user"),
                                given.text("channel"),
                                given.text("ts"),
                                given.text("callback_id")))),
                Command.act(
                        "share-file",
                        "user, channel, name, text, thread_ts?",
                        "shares a text file of this name",
                        this::share));
    }

    private JsonObject share(Fields given) {
        String user = given.text("user");
        byte[] bytes = given.text("text").getBytes(StandardCharsets.UTF_8);
        return traffic.shareFile(
                        user, given.text("channel"), given.optional("thread_ts").orElse(""), () -> workspace
                                .files()
                                .add(given.text("name"), "text/plain", user, Optional.of(bytes), ""))
                .json(false);
    }
}
