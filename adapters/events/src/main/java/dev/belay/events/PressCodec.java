package dev.belay.events;

import com.grack.nanojson.JsonStringWriter;
import dev.belay.chat.ChatUser;
import dev.belay.chat.ReplyAddress;
import dev.belay.event.Press;
import dev.belay.event.PressedButton;
import dev.belay.signature.Sha256;

/** A press as a queue message. All presses on a record are processed in order. */
public final class PressCodec {
    private static final String KIND = "press";

    private PressCodec() {}

    public static QueueMessage write(Press press) {
        JsonStringWriter json = MessageBody.begin(KIND)
                .value("press_id", press.pressId())
                .value("platform", press.platform().id())
                .value("workspace", press.workspace())
                .value("app_id", press.appId())
                .value("user", press.user().id())
                .value("channel", press.place().channel())
                .value("message", press.place().message())
                .value("table", press.record().table())
                .value("sys_id", press.record().sysId().value())
                .value("action", press.button().action())
                .value("accepted_at", press.acceptedAt().toEpochMilli());
        putOptional(json, press);
        return new QueueMessage(
                Sha256.hex(press.record().toString()),
                Sha256.hex(press.pressId()),
                json.end().done());
    }

    private static void putOptional(JsonStringWriter json, Press press) {
        MessageBody.put(json, "user_workspace", press.userWorkspace());
        if (press.place().direct()) {
            json.value("direct", true);
        }
        MessageBody.put(json, "thread", press.place().thread());
        if (press.button().generation().isPresent()) {
            json.value("generation", press.button().generation().getAsLong());
        }
        MessageBody.put(json, "shown", press.button().shown());
        MessageBody.put(json, "replaces", press.button().replaces());
        if (press.reply().isPresent()) {
            json.value("response_url", press.reply().get().value());
        }
    }

    /**
     * Reads a press from a message's body.
     *
     * @throws MalformedMessage when it is not one
     */
    public static Press read(String body) {
        MessageBody json = MessageBody.of(KIND, body);
        return new Press(
                json.text("press_id"),
                json.text("app_id"),
                new ChatUser(json.platform(), json.text("workspace"), json.text("user")),
                json.optionalText("user_workspace"),
                new Press.Place(
                        json.text("channel"),
                        json.flag("direct"),
                        json.optionalText("thread"),
                        json.text("message")),
                new PressedButton(
                        json.record(),
                        json.text("action"),
                        json.optionalNumber("generation"),
                        json.optionalText("shown"),
                        json.optionalText("replaces")),
                json.optionalText("response_url").map(ReplyAddress::new),
                json.time("accepted_at"));
    }
}
