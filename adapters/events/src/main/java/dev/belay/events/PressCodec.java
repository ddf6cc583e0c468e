package dev.belay.events;

import com.grack.nanojson.JsonStringWriter;
import dev.belay.event.Press;
import dev.belay.signature.Sha256;

/** A press as a queue message. All presses on a record are processed in order. */
public final class PressCodec {
    private static final String KIND = "press";

    private PressCodec() {}

    public static QueueMessage write(Press press) {
        JsonStringWriter json = MessageBody.begin(KIND)
                .value("press_id", press.pressId())
                .value("platform", press.platform().word())
                .value("workspace", press.workspace())
                .value("app_id", press.appId())
                .value("user", press.user())
                .value("channel", press.channel())
                .value("message", press.message())
                .value("table", press.record().table())
                .value("sys_id", press.record().sysId().value())
                .value("action", press.word())
                .value("accepted_at", press.acceptedAt().toEpochMilli());
        putOptional(json, press);
        return new QueueMessage(
                Sha256.hex(press.record().toString()),
                Sha256.hex(press.pressId()),
                json.end().done());
    }

    private static void putOptional(JsonStringWriter json, Press press) {
        MessageBody.put(json, "user_workspace", press.userWorkspace());
        if (press.direct()) {
            json.value("direct", true);
        }
        MessageBody.put(json, "thread", press.thread());
        if (press.generation().isPresent()) {
            json.value("generation", press.generation().getAsLong());
        }
        MessageBody.put(json, "replaces", press.replaces());
        MessageBody.put(json, "response_url", press.responseUrl());
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
                json.platform(),
                json.text("workspace"),
                json.text("app_id"),
                json.text("user"),
                json.optionalText("user_workspace"),
                json.text("channel"),
                json.flag("direct"),
                json.optionalText("thread"),
                json.text("message"),
                json.record(),
                json.text("action"),
                json.optionalNumber("generation"),
                json.optionalText("replaces"),
                json.optionalText("response_url"),
                json.time("accepted_at"));
    }
}
