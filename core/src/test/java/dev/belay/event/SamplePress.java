package dev.belay.event;

import dev.belay.card.CardButton;
import dev.belay.chat.ChatUser;
import dev.belay.chat.Platform;
import dev.belay.event.Press.Place;
import dev.belay.record.Sample;
import java.util.Optional;
import java.util.OptionalLong;

/** Presses to test with, in the channel that is a record's conversation, each told apart by what differs from the first. */
public final class SamplePress {
    public static final String APP = "A01BELAY";
    public static final ChatUser JANE = new ChatUser(Platform.SLACK, "T01ACME", "U01JANE");
    public static final Place HERE = new Place("C01", false, Optional.empty(), "1795336131.000001");

    private SamplePress() {}

    /** Of a button as a card or an answer carries it. */
    public static Press of(CardButton button) {
        return of(new PressedButton(
                button.record(), button.action().id(), OptionalLong.of(button.generation()), button.replaces()));
    }

    public static Press of(PressedButton button) {
        return new Press("press-1", APP, JANE, Optional.empty(), HERE, button, Optional.empty(), Sample.OPENED);
    }

    public static Press with(Press press, Place place) {
        return new Press(
                press.pressId(),
                press.appId(),
                press.user(),
                press.userWorkspace(),
                place,
                press.button(),
                press.reply(),
                press.acceptedAt());
    }
}
