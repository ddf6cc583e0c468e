package dev.belay.local.demo;

import java.time.Duration;

/** ServiceNow signs its events with a key that Belay does not know: nothing arrives, and ServiceNow's own log tells why. */
final class SilentPlatformStory implements Story {
    private static final Duration AN_HOUR = Duration.ofMinutes(61);
    /** ServiceNow's log tells seconds: what happens within one may have come in any order. */
    private static final Duration LATER = Duration.ofMinutes(2);

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
        stage.pass(LATER);
        stage.world().serviceNow().rule().signWrongly(true);
        stage.tell("ServiceNow signs its events with another key from now on");
        Ticket unheard = stage.open(1, 1, "Payments down");
        stage.awaitEvents();
        stage.pass(AN_HOUR);
        stage.noticed(CREDENTIAL, 1, "is unhealthy");
        stage.require("the record has no channel", !stage.hasChannel(unheard));
        stage.tell(
                "no event comes; the check reads ServiceNow's log of outbound requests, and the alarm topic hears of the 401");

        stage.world().serviceNow().rule().signWrongly(false);
        stage.channelOf(stage.open(1, 1, "Search down"));
        stage.pass(AN_HOUR);
        stage.noticed(CREDENTIAL, 2, "is healthy");
        stage.awaitIdleAfterTimeouts();
        stage.tell("with the right key the next record has its channel, and the topic hears that calls arrive again");
    }
}
