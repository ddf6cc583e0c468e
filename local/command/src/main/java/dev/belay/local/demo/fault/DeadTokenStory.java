package dev.belay.local.demo.fault;

import dev.belay.local.demo.stage.Stage;
import dev.belay.local.demo.stage.Story;
import dev.belay.local.demo.view.ChatView.FoundChannel;
import dev.belay.local.demo.view.Ticket;
import java.time.Duration;

/** The platform refuses our token: who runs Belay hears of it once, what needs it waits, and goes on when it is accepted again. */
public final class DeadTokenStory implements Story {
    private static final Duration AN_HOUR = Duration.ofMinutes(61);

    @Override
    public String name() {
        return "dead-token";
    }

    @Override
    public String about() {
        return "our token is refused: told once, nothing is lost, and all goes on by itself when it is accepted again";
    }

    @Override
    public void play(Stage stage) {
        String platform = stage.room().platform().label();
        String credential = stage.room().platform().id() + "/";
        stage.acceptToken(false);
        stage.tell(platform + " refuses Belay's token from now on");
        Ticket incident = stage.open(1, 1, "Payments down");
        stage.awaitEvents();
        stage.pass(AN_HOUR);
        stage.noticed(credential, 1, "is unhealthy");
        stage.require("the record has no channel", !stage.hasChannel(incident));
        stage.tell("the alarm topic hears of it, once; the record's event waits in the queue");

        stage.acceptToken(true);
        stage.tell(platform + " accepts it again");
        stage.awaitIdleAfterTimeouts();
        FoundChannel channel = stage.channelOf(incident);
        stage.card(channel.id(), incident);
        stage.pass(AN_HOUR);
        stage.noticed(credential, 2, "is healthy");
        stage.toldEverywhere();
        stage.awaitIdleAfterTimeouts();
        stage.require("nothing is in a dead-letter queue", stage.deadLetters() == 0);
        stage.tell(
                "the record has its channel and card, the topic and the operations channel hear of the return, and no dead-letter queue holds anything");
    }
}
