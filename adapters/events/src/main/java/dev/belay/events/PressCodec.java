package dev.belay.events;

import com.grack.nanojson.JsonStringWriter;
import dev.belay.card.CardAction;
import dev.belay.chat.ChatUser;
import dev.belay.chat.ReplyAddress;
import dev.belay.event.Press;
import dev.belay.event.PressedButton;
import dev.belay.signature.Sha256;
import java.time.Duration;

/**
 * A press as a queue message. What one person can put before the others is bounded, whatever they press and however often:
 *
 * <ul>
 *   <li>A message group is a person's. Nobody's press waits in line behind another person's; which of several people's presses on
 *       one record comes first is settled by the lease on the record, which only those get who may press.
 *   <li>A person has {@link #GROUPS} groups, so no more than that many of their presses are worked on at the same time, and one
 *       that has to wait does not hold up all of their others. One message's presses are all in one group, in order.
 *   <li>Presses of one person on the same button of the same message within {@link #WINDOW} are one: the queue drops the others.
 *       Only what the platform vouches for tells two presses apart, and of what the button carries no more than which of our
 *       actions it is, and the card's generation by its last two bits: whoever presses again because the card was drawn anew is
 *       heard, and what a client invents makes a few messages at most. A dialog that was filled in differently is another press: that
 *       is a person's own work, and each message is of their own groups.
 * </ul>
 */
public final class PressCodec {
    private static final String KIND = "press";

    /** SQS remembers a deduplication id for five minutes; the window is shorter, since a person may press again and mean it. */
    static final Duration WINDOW = Duration.ofSeconds(2);

    /** Fewer than there are workers at least: the template's test holds that. */
    public static final int GROUPS = 3;

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
                group(press.user(), message(press)),
                Sha256.hex(sameClick(press)),
                json.end().done());
    }

    /** One of the person's groups: what concerns the same is in the same one. */
    static String group(ChatUser user, String what) {
        return Sha256.hex(person(user) + "\n" + Math.floorMod(what.hashCode(), GROUPS));
    }

    private static String sameClick(Press press) {
        String action = press.button().action();
        return person(press.user()) + "\n" + message(press) + "\n"
                + (CardAction.of(action).isPresent() ? action : "") + "\n"
                + (press.button().generation().orElse(0) & 3) + "\n"
                + (press.input().isEmpty() ? "" : press.pressId() + "\n")
                + press.acceptedAt().getEpochSecond() / WINDOW.toSeconds();
    }

    private static String person(ChatUser user) {
        return user.platform().id() + "\n" + user.workspace() + "\n" + user.id();
    }

    private static String message(Press press) {
        return press.place().channel() + "\n" + press.place().message();
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
        MessageBody.put(json, press.input());
        if (!button.options().isEmpty()) {
            MessageBody.put(json, button.options());
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
                        json.optionalText("replaces"),
                        json.options()),
                json.input(),
                json.optionalText("reply").map(ReplyAddress::new),
                json.time("accepted_at"));
    }
}
