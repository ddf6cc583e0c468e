package dev.belay.events;

import com.grack.nanojson.JsonStringWriter;
import dev.belay.card.CardAction;
import dev.belay.card.CardButton;
import dev.belay.card.PrivateAnswer;
import dev.belay.chat.ChatUser;
import dev.belay.chat.ConversationId;
import dev.belay.chat.Platform;
import dev.belay.chat.ReplyAddress;
import dev.belay.event.LateAnswer;
import dev.belay.signature.Sha256;
import java.util.Optional;

/** An answer that waits as a queue message. Each is a group of its own: it stands before nothing. */
public final class LateAnswerCodec {
    private static final String KIND = "answer";

    private LateAnswerCodec() {}

    public static QueueMessage write(LateAnswer answer) {
        JsonStringWriter json = MessageBody.begin(KIND)
                .value("press_id", answer.pressId())
                .value("platform", answer.user().platform().id())
                .value("workspace", answer.user().workspace())
                .value("user", answer.user().id())
                .value("channel", answer.at().channel())
                .value("sentence", answer.answer().sentence())
                .value("reason", answer.reason())
                .value("subject", answer.subject())
                .value("pressed_at", answer.pressedAt().toEpochMilli());
        MessageBody.put(json, "thread", answer.at().thread());
        MessageBody.put(json, "reply", answer.reply().map(ReplyAddress::value));
        answer.answer().offer().ifPresent(button -> put(json, button));
        String id = "answer:" + answer.pressId();
        return new QueueMessage(Sha256.hex(id), Sha256.hex(id), json.end().done());
    }

    private static void put(JsonStringWriter json, CardButton button) {
        json.value("action", button.action().id())
                .value("table", button.record().table())
                .value("sys_id", button.record().sysId().value())
                .value("generation", button.generation())
                .value("shown", button.shown())
                .value("label", button.label());
        MessageBody.put(json, "replaces", button.replaces());
        if (!button.options().isEmpty()) {
            MessageBody.put(json, button.options());
        }
    }

    /** Whether a message's body holds an answer: those and presses come on one queue. */
    public static boolean matches(String body) {
        return MessageBody.kindOf(body).equals(KIND);
    }

    /**
     * Reads an answer from a message's body.
     *
     * @throws MalformedMessage when it is not one
     */
    public static LateAnswer read(String body) {
        MessageBody json = MessageBody.of(KIND, body);
        Platform platform = json.platform();
        String workspace = json.text("workspace");
        return new LateAnswer(
                json.text("press_id"),
                new ChatUser(platform, workspace, json.text("user")),
                new ConversationId(platform, workspace, json.text("channel"), json.optionalText("thread")),
                json.optionalText("reply").map(ReplyAddress::new),
                new PrivateAnswer(json.text("sentence"), button(json)),
                json.text("reason"),
                json.text("subject"),
                json.time("pressed_at"));
    }

    private static Optional<CardButton> button(MessageBody json) {
        return json.optionalText("action")
                .map(id -> CardAction.of(id).orElseThrow(() -> new MalformedMessage("the message's action is unknown")))
                .map(action -> new CardButton(
                        action,
                        json.record(),
                        json.optionalNumber("generation").orElse(0),
                        json.text("shown"),
                        json.optionalText("replaces"),
                        json.options(),
                        json.optionalText("label").orElse(action.label())));
    }
}
