package dev.belay.local.demo;

import dev.belay.local.demo.stage.Stage;
import dev.belay.local.demo.stage.Story;
import dev.belay.local.demo.view.ChatView.FoundChannel;
import dev.belay.local.demo.view.Ticket;
import java.util.Map;

/** An incident is raised: it gets a channel of its own, and the thread leads there. */
final class PromotionStory implements Story {
    @Override
    public String name() {
        return "promotion";
    }

    @Override
    public String about() {
        return "a P3 is raised to P1: it gets its own channel, and the thread and its old card lead there";
    }

    @Override
    public void play(Stage stage) {
        String support = stage.room().support();
        Ticket incident = stage.open(3, 3, "Checkout is slow");
        stage.card(support, incident);
        stage.awaitIdle();
        stage.serviceNow().change(incident, Map.of("impact", "1", "urgency", "1"));
        stage.tell("ServiceNow: " + incident.number() + " is raised to priority 1");
        FoundChannel channel = stage.channelOf(incident);
        stage.cardShows(channel.id(), incident, "P1 " + incident.number());
        stage.awaitIdle();
        stage.require(
                "the old card has no buttons any more and leads to the channel",
                stage.card(support, incident).content().contains("Goes on in"));
        stage.require(
                "two work notes name the conversations",
                stage.serviceNow().notes(incident, "The conversation about this record is here") == 2);
        stage.tell("#" + channel.name() + " exists with the card; the thread in #support and its card lead there");
    }
}
