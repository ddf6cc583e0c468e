package dev.belay.teams.protocol;

import com.grack.nanojson.JsonObject;
import dev.belay.chat.ChatUser;
import dev.belay.chat.Platform;
import dev.belay.chat.ReplyAddress;
import dev.belay.dialog.Input;
import dev.belay.event.Press;
import dev.belay.event.PressedButton;
import dev.belay.signature.Sha256;
import java.time.Instant;
import java.util.Optional;

/**
 * A press on a button of a card. An {@code Action.Submit} comes as a message that has a value, an {@code Action.Execute} as
 * an invoke (learn.microsoft.com/adaptive-cards/authoring-cards/universal-action-model); an invoke may carry either.
 */
final class CardPress {
    private CardPress() {}

    static TeamsActivity read(InboundActivity inbound, Instant acceptedAt) throws MalformedActivity {
        JsonObject activity = inbound.activity();
        if (!inbound.isInvoke()) {
            JsonObject data = activity.getObject("value");
            return data != null && ButtonData.isOurs(data)
                    ? pressed(inbound, ButtonData.read(data, null), acceptedAt)
                    : Words.read(inbound, acceptedAt);
        }
        String name = activity.getString("name", "");
        JsonObject value = Json.child(activity, "value");
        if (name.equals("task/fetch") || name.equals("task/submit")) {
            return ofDialog(inbound, value, name.equals("task/submit"), acceptedAt);
        }
        if (name.equals("composeExtension/fetchTask") || name.equals("composeExtension/submitAction")) {
            return Messages.marked(inbound, value, acceptedAt);
        }
        return name.equals("adaptiveCard/action")
                ? executed(inbound, value, acceptedAt)
                : TeamsActivity.notForUs("invoke");
    }

    /** A dialog's button says which message the pressed button is of: its own activity need not. */
    private static TeamsActivity ofDialog(
            InboundActivity inbound, JsonObject value, boolean submitted, Instant acceptedAt) throws MalformedActivity {
        JsonObject data = value.getObject("data");
        if (data == null || !ButtonData.isOurs(data)) {
            return TeamsActivity.notForUs("invoke");
        }
        Optional<String> message = Json.optionalId(data, "message");
        PressedButton button = ButtonData.read(data, null);
        String dialog = dialogId(inbound, data, submitted, acceptedAt);
        if (!submitted) {
            return new TeamsActivity.Asked(press(dialog, inbound, button, message, Input.NONE, acceptedAt), dialog);
        }
        Input input = ButtonData.input(data, button);
        String id = Sha256.hex(dialog + "\n" + input.content());
        return new TeamsActivity.Submitted(press(id, inbound, button, message, input, acceptedAt), dialog);
    }

    /**
     * Of an opened dialog, which carries it: what is entered in one dialog is one press, however often and under how many activities
     * it is sent. It ends with who opened the dialog, so that nobody's dialog is sent in another person's place.
     */
    private static String dialogId(InboundActivity inbound, JsonObject data, boolean submitted, Instant acceptedAt)
            throws MalformedActivity {
        String sender = ":" + inbound.sender();
        Optional<String> opened = submitted ? Json.optionalId(data, DialogCard.ID) : Optional.empty();
        if (opened.isPresent() && !opened.get().endsWith(sender)) {
            throw new MalformedActivity("the dialog is another person's");
        }
        return opened.isPresent() ? opened.get() : Sha256.hex(eventId(inbound, acceptedAt)) + sender;
    }

    private static String eventId(InboundActivity inbound, Instant acceptedAt) throws MalformedActivity {
        return inbound.eventId(Conversation.of(inbound.activity()), acceptedAt);
    }

    private static TeamsActivity executed(InboundActivity inbound, JsonObject value, Instant acceptedAt)
            throws MalformedActivity {
        JsonObject action = value.getObject("action");
        if (action == null) {
            throw new MalformedActivity("the invoke has no action");
        }
        if (value.getString("trigger", "").equals("automatic")) {
            return new TeamsActivity.NotForUs("refresh"); // nobody pressed anything
        }
        JsonObject data = action.getObject("data");
        return data != null && ButtonData.isOurs(data)
                ? pressed(inbound, ButtonData.read(data, action.getString("verb")), acceptedAt)
                : new TeamsActivity.NotForUs("button");
    }

    private static TeamsActivity pressed(InboundActivity inbound, PressedButton button, Instant acceptedAt)
            throws MalformedActivity {
        return new TeamsActivity.Pressed(
                press(eventId(inbound, acceptedAt), inbound, button, Optional.empty(), Input.NONE, acceptedAt));
    }

    private static Press press(
            String id,
            InboundActivity inbound,
            PressedButton button,
            Optional<String> message,
            Input input,
            Instant acceptedAt)
            throws MalformedActivity {
        JsonObject activity = inbound.activity();
        Conversation conversation = Conversation.of(activity);
        return new Press(
                id,
                inbound.app(),
                new ChatUser(Platform.TEAMS, inbound.tenant(), inbound.sender()),
                inbound.senderTenant(),
                new Press.Place(
                        conversation.channel(),
                        conversation.direct(),
                        conversation.thread(),
                        message.isPresent() ? message.get() : message(activity, conversation)),
                button,
                input,
                Optional.of(new ReplyAddress(inbound.serviceUrl())),
                acceptedAt);
    }

    private static String message(JsonObject activity, Conversation conversation) throws MalformedActivity {
        Optional<String> card = Json.optionalId(activity, "replyToId");
        Optional<String> root = conversation.thread();
        return card.isEmpty() && root.isPresent() ? root.get() : Json.id(activity, "replyToId");
    }
}
