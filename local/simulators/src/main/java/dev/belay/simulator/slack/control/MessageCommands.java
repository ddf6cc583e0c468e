package dev.belay.simulator.slack.control;

import com.grack.nanojson.JsonObject;
import dev.belay.simulator.control.Command;
import dev.belay.simulator.control.Deliveries;
import dev.belay.simulator.control.Fields;
import dev.belay.simulator.slack.app.AppTraffic;
import java.util.List;

/** What people do with messages that stand in a channel, and the files that they share. */
final class MessageCommands {
    private final AppTraffic traffic;

    MessageCommands(AppTraffic traffic) {
        this.traffic = traffic;
    }

    List<Command> all() {
        return List.of(
                Command.change("edit-message", "user, channel, ts, text", "changes a message of one's own", this::edit),
                Command.change("delete-message", "user, channel, ts", "deletes a message of one's own", this::delete),
                Command.change("pin", "user, channel, ts", "pins a message", this::pin),
                Command.change(
                        "react",
                        "user, channel, ts, emoji",
                        "reacts to a message, with the emoji of this name",
                        this::react),
                Command.act(
                        "shortcut",
                        "user, channel, ts, callback_id",
                        "chooses a shortcut of the app from a message's menu",
                        this::shortcut),
                Command.act(
                        "share-file",
                        "user, channel, thread_ts?, name, type?, content (Base64)",
                        "shares a file",
                        this::share));
    }

    private void edit(Fields given) {
        traffic.messages().edit(given.text("user"), given.text("channel"), given.text("ts"), given.text("text"));
    }

    private void delete(Fields given) {
        traffic.messages().delete(given.text("user"), given.text("channel"), given.text("ts"));
    }

    private void pin(Fields given) {
        traffic.messages().pin(given.text("user"), given.text("channel"), given.text("ts"));
    }

    private void react(Fields given) {
        traffic.messages().react(given.text("user"), given.text("channel"), given.text("ts"), given.text("emoji"));
    }

    private JsonObject shortcut(Fields given) {
        return Deliveries.json(traffic.messages()
                .shortcut(given.text("user"), given.text("channel"), given.text("ts"), given.text("callback_id")));
    }

    private JsonObject share(Fields given) {
        return traffic.shareFile(
                        given.text("user"),
                        given.text("channel"),
                        given.optional("thread_ts").orElse(""),
                        given.text("name"),
                        given.optional("type").orElse("application/octet-stream"),
                        given.bytes("content"))
                .json(false);
    }
}
