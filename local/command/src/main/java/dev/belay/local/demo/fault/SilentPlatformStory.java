package dev.belay.local.demo.fault;

import dev.belay.local.demo.stage.Stage;
import dev.belay.local.demo.stage.Story;
import dev.belay.local.demo.view.Ticket;
import java.time.Duration;

/**
 * ServiceNow signs its events with a key that Belay does not know: nothing arrives, ServiceNow's own log tells why, and reconciliation
 * finds the record.
 */
public final class SilentPlatformStory implements Story {
    private static final Duration AN_HOUR = Duration.ofMinutes(61);
    private static final Duration A_MOMENT = Duration.ofMinutes(2);
    private static final String CREDENTIAL = "servicenow-events/";

    @Override
    public String name() {
        return "silent-platform";
    }

    @Override
    public String about() {
        return "ServiceNow's calls are answered 401: its own log of outbound requests tells it, and their return";
    }

    @Override
    public void play(Stage stage) {
        stage.channelOf(stage.open(1, 1, "Checkout down"));
        stage.awaitIdle();
        stage.world().serviceNow().rule().signWrongly(true);
        stage.tell("ServiceNow signs its events with another key from now on");
        stage.pass(A_MOMENT); // ServiceNow's log has whole seconds: what succeeded in the same one is not before it
        Ticket unheard = stage.open(1, 1, "Payments down");
        stage.awaitEvents();
        stage.pass(AN_HOUR);
        stage.noticed(CREDENTIAL, 1, "is unhealthy");
        stage.tell(
                "no event comes; the check reads ServiceNow's log of outbound requests, and the alarm topic hears of the 401");
        stage.card(stage.channelOf(unheard).id(), unheard);
        stage.tell("the record has its channel and card all the same: reconciliation found it");

        stage.world().serviceNow().rule().signWrongly(false);
        stage.channelOf(stage.open(1, 1, "Search down"));
        stage.pass(AN_HOUR);
        stage.noticed(CREDENTIAL, 2, "is healthy");
        stage.toldEverywhere();
        stage.awaitIdleAfterTimeouts();
        stage.tell("with the right key the next record has its channel, and the topic hears that calls arrive again");
    }
}
