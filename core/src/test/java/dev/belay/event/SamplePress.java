package dev.belay.event;

import dev.belay.chat.ChatUser;
import dev.belay.chat.Platform;
import dev.belay.chat.ReplyAddress;
import dev.belay.dialog.Input;
import dev.belay.event.Press.Place;
import dev.belay.record.Sample;
import java.time.Instant;
import java.util.Optional;

/** Presses to test with: Jane's, in the channel that is a record's conversation, each told apart by what differs from it. */
public record SamplePress(
        String id,
        String app,
        ChatUser user,
        Optional<String> userWorkspace,
        Place place,
        PressedButton button,
        Input input,
        Optional<ReplyAddress> reply,
        Instant acceptedAt) {
    public static final String APP = "A01BELAY";
    public static final ChatUser JANE = new ChatUser(Platform.SLACK, "T01ACME", "U01FULL");
    public static final Place HERE = new Place("C01", false, Optional.empty(), "1795336131.000001");

    public static SamplePress of(PressedButton button) {
        return new SamplePress(
                "press-1", APP, JANE, Optional.empty(), HERE, button, Input.NONE, Optional.empty(), Sample.OPENED);
    }

    public Press press() {
        return new Press(id, app, user, userWorkspace, place, button, input, reply, acceptedAt);
    }

    public SamplePress id(String next) {
        return new SamplePress(next, app, user, userWorkspace, place, button, input, reply, acceptedAt);
    }

    public SamplePress app(String next) {
        return new SamplePress(id, next, user, userWorkspace, place, button, input, reply, acceptedAt);
    }

    public SamplePress user(ChatUser next) {
        return new SamplePress(id, app, next, userWorkspace, place, button, input, reply, acceptedAt);
    }

    public SamplePress from(String workspace) {
        return new SamplePress(id, app, user, Optional.of(workspace), place, button, input, reply, acceptedAt);
    }

    public SamplePress at(Place next) {
        return new SamplePress(id, app, user, userWorkspace, next, button, input, reply, acceptedAt);
    }

    public SamplePress button(PressedButton next) {
        return new SamplePress(id, app, user, userWorkspace, place, next, input, reply, acceptedAt);
    }

    /** With what was entered in the action's dialog. */
    public SamplePress entering(Input next) {
        return new SamplePress(id, app, user, userWorkspace, place, button, next, reply, acceptedAt);
    }

    public SamplePress reply(ReplyAddress next) {
        return new SamplePress(id, app, user, userWorkspace, place, button, input, Optional.of(next), acceptedAt);
    }

    public SamplePress acceptedAt(Instant next) {
        return new SamplePress(id, app, user, userWorkspace, place, button, input, reply, next);
    }
}
