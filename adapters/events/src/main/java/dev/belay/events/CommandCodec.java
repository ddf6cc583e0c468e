package dev.belay.events;

import com.grack.nanojson.JsonStringWriter;
import dev.belay.card.CardAction;
import dev.belay.chat.ChatUser;
import dev.belay.chat.ReplyAddress;
import dev.belay.command.Command;
import dev.belay.event.Press;
import dev.belay.record.RecordNumber;
import dev.belay.signature.Sha256;
import java.util.Optional;

/** A command as a queue message. Commands and presses come on one queue, and a person's commands take their places among them. */
public final class CommandCodec {
    private static final String KIND = "command";

    private CommandCodec() {}

    public static QueueMessage write(Command command) {
        JsonStringWriter json = MessageBody.begin(KIND)
                .value("command_id", command.id())
                .value("platform", command.platform().id())
                .value("workspace", command.user().workspace())
                .value("app_id", command.appId())
                .value("user", command.user().id())
                .value("channel", command.place().channel())
                .value("message", command.place().message())
                .value("action", command.action().id())
                .value("number", command.number().value())
                .value("accepted_at", command.acceptedAt().toEpochMilli());
        MessageBody.put(json, "user_workspace", command.userWorkspace());
        if (command.place().direct()) {
            json.value("direct", true);
        }
        MessageBody.put(json, "thread", command.place().thread());
        MessageBody.put(json, "reply", command.reply().map(ReplyAddress::value));
        MessageBody.put(json, command.input());
        return new QueueMessage(
                PressCodec.group(command.user(), command.number().value()),
                Sha256.hex("command:" + command.id()),
                json.end().done());
    }

    /** Whether a message's body holds a command. */
    public static boolean matches(String body) {
        return MessageBody.kindOf(body).equals(KIND);
    }

    /**
     * Reads a command from a message's body.
     *
     * @throws MalformedMessage when it is not one
     */
    public static Command read(String body) {
        MessageBody json = MessageBody.of(KIND, body);
        return new Command(
                json.text("command_id"),
                json.text("app_id"),
                new ChatUser(json.platform(), json.text("workspace"), json.text("user")),
                json.optionalText("user_workspace"),
                new Press.Place(
                        json.text("channel"),
                        json.flag("direct"),
                        json.optionalText("thread"),
                        json.text("message"),
                        Optional.of(number(json))),
                action(json),
                json.input(),
                json.optionalText("reply").map(ReplyAddress::new),
                json.time("accepted_at"));
    }

    private static RecordNumber number(MessageBody json) {
        return RecordNumber.of(json.text("number"))
                .orElseThrow(() -> new MalformedMessage("the message names no record by its number"));
    }

    private static CardAction action(MessageBody json) {
        return CardAction.of(json.text("action"))
                .orElseThrow(() -> new MalformedMessage("the message's action is unknown"));
    }
}
