package dev.belay.local.demo.fault;

import dev.belay.local.demo.stage.Stage;
import dev.belay.local.demo.stage.Story;
import dev.belay.local.demo.view.ChatView.FoundChannel;
import dev.belay.local.demo.view.Ticket;
import dev.belay.local.room.Person;
import java.time.Duration;

/** The platform makes no channel: the card stands in the shared one and works there, until a channel can be had. */
public final class NoRoomStory implements Story {
    private static final Duration AN_HOUR = Duration.ofMinutes(61);

    @Override
    public String name() {
        return "no-room";
    }

    @Override
    public String about() {
        return "the platform refuses to make a channel: the card works in the shared one, until a channel can be had";
    }

    @Override
    public void play(Stage stage) {
        String platform = stage.room().platform().label();
        String support = stage.room().support();
        stage.allowChannels(false);
        stage.tell(platform + " lets the app make no channel from now on");
        Ticket incident = stage.open(1, 1, "Logins fail");
        stage.cardShows(support, incident, "No channel of its own");
        stage.tell("its card is in #support with the reason");
        stage.press(Person.ALICE, support, stage.card(support, incident).id(), "ack");
        stage.cardShows(support, incident, "Alice Archer");
        stage.tell("Alice presses Acknowledge there");
        stage.awaitIdle();

        stage.allowChannels(true);
        stage.tell(platform + " lets the app make channels again");
        stage.pass(AN_HOUR);
        FoundChannel channel = stage.channelOf(incident);
        stage.cardShows(channel.id(), incident, "Alice Archer");
        stage.awaitIdleAfterTimeouts();
        stage.tell("within the hour #" + channel.name() + " is made, and the thread leads there");
    }
}
