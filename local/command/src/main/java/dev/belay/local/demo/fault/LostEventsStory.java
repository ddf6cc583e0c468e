package dev.belay.local.demo.fault;

import dev.belay.local.demo.stage.Stage;
import dev.belay.local.demo.stage.Story;
import dev.belay.local.demo.view.ChatView.FoundChannel;
import dev.belay.local.demo.view.Ticket;
import java.time.Duration;
import java.util.Map;

/** ServiceNow sends no event: reconciliation finds what happened, minutes later. */
public final class LostEventsStory implements Story {
    private static final Duration SIX_MINUTES = Duration.ofMinutes(6);

    @Override
    public String name() {
        return "lost-events";
    }

    @Override
    public String about() {
        return "ServiceNow's events are lost: reconciliation finds an incident and its resolution minutes later";
    }

    @Override
    public void play(Stage stage) {
        stage.world().serviceNow().rule().active(false);
        stage.tell("ServiceNow sends no events from now on");
        Ticket incident = stage.open(1, 1, "VPN down");
        stage.pass(SIX_MINUTES);
        FoundChannel channel = stage.channelOf(incident);
        stage.card(channel.id(), incident);
        stage.tell("its channel is there all the same: reconciliation read what changed");
        stage.awaitIdle();

        stage.serviceNow()
                .change(incident, Map.of("state", "6", "close_code", "Solved", "close_notes", "Gateway restarted"));
        stage.tell("ServiceNow: " + incident.number() + " is resolved, and no event tells of it");
        stage.pass(SIX_MINUTES);
        stage.cardShows(channel.id(), incident, "Resolved");
        stage.awaitInTime("the summary", () -> stage.said(channel.id(), "is over"));
        stage.world().serviceNow().rule().active(true);
        stage.awaitIdleAfterTimeouts();
        stage.tell("the card says so minutes later, and the channel sums it up");
    }
}
