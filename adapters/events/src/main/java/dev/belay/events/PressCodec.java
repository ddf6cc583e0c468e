package dev.belay.events;

import com.grack.nanojson.JsonStringWriter;
import dev.belay.chat.ChatUser;
import dev.belay.chat.ReplyAddress;
import dev.belay.event.Press;
import dev.belay.event.PressedButton;
import dev.belay.signature.Sha256;
import java.time.Duration;

/**
 * A press as a queue message. All presses on a record are processed in order. Several presses of one person on the same button within
 * a few seconds are one: the queue drops the others, so that nobody's clicks stand before everyone else's.
 */
public final class PressCodec {
    private static final String KIND = "press";

    /** SQS remembers a deduplication id for five minutes; the window is shorter, since a person may press again and mean it. */
    private static final Duration WINDOW = Duration.ofSeconds(5);

    private PressCodec() {}

    public static QueueMessage write(Press press) {
        PressedButton button = press.button();
        JsonStringWriter json = MessageBody.begin(KIND)
                .value("press_id", press.pressId())
                .value("platform", press.platform().id())
                .value("workspace", press.workspace())
                .value("app_id", press.appId())
                .value("user", press.user().id())
                .value("channel", press.place().channel())
                .value("message", press.place().message())
                .value("table", button.record().table())
                .value("sys_id", button.record().sysId().value())
                .value("action", button.action())
                .value("accepted_at", press.acceptedAt().toEpochMilli());
        putOptional(json, press);
        return new QueueMessage(
                Sha256.hex(press.record().toString()),
                Sha256.hex(sameClick(press)),
                json.end().done());
    }

    private static String sameClick(Press press) {
        PressedButton button = press.button();
        return press.platform().id() + "\n" + press.workspace() + "\n"
                + press.user().id() + "\n"
                + press.place().channel() + "\n" + press.place().message() + "\n" + button.record() + "\n"
                + button.action() + "\n" + button.generation() + "\n"
                + button.shown().orElse("") + "\n"
                + button.replaces().orElse("") + "\n"
                + press.acceptedAt().getEpochSecond() / WINDOW.toSeconds();
    }

    private static void putOptional(JsonStringWriter json, Press press) {
        PressedButton button = press.button();
        MessageBody.put(json, "user_workspace", press.userWorkspace());
        if (press.place().direct()) {
            json.value("direct", true);
        }
        MessageBody.put(json, "thread", press.place().thread());
        if (button.generation().isPresent()) {
            json.value("generation", button.generation().getAsLong());
        }
        MessageBody.put(json, "shown", button.shown());
        MessageBody.put(json, "replaces", button.replaces());
        if (press.reply().isPresent()) {
            json.value("reply", press.reply().get().value());
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
                        json.text("channel"), json.flag("direct"), json.optionalText("thread"), json.text("message")),
                new PressedButton(
                        json.record(),
                        json.text("action"),
                        json.optionalNumber("generation"),
                        json.optionalText("shown"),
                        json.optionalText("replaces")),
                json.optionalText("reply").map(ReplyAddress::new),
                json.time("accepted_at"));
    }
}
