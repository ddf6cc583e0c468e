package dev.belay.local.demo;

import dev.belay.local.demo.stage.Stage;
import dev.belay.local.demo.stage.Story;
import dev.belay.local.demo.view.ChatView.FoundChannel;
import dev.belay.local.demo.view.Ticket;
import dev.belay.local.room.Person;
import dev.belay.local.room.Room.Card;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** One major incident and one ordinary one, from opening to acknowledgement. */
final class MainStory implements Story {
    @Override
    public String name() {
        return "main";
    }

    @Override
    public String about() {
        return "one P1 and one P3, from opening to acknowledgement";
    }

    @Override
    public void play(Stage stage) {
        major(stage);
        ordinary(stage);
    }

    private static void major(Stage stage) {
        Ticket incident = stage.open(1, 1, "Checkout down");
        FoundChannel channel = stage.channelOf(incident);
        Card card = stage.card(channel.id(), incident);
        stage.require(
                "the channel is named by rule",
                channel.name().equals(incident.number().toLowerCase(Locale.ROOT) + "-checkout-down"));
        List<String> lacking = stage.chat().lacks(channel, incident, card);
        stage.require("the channel has " + String.join(", ", lacking), lacking.isEmpty());
        stage.tell("#" + channel.name()
                + " exists with all that belongs to it, and the card is in it; the responders are invited");
        stage.awaitIdle();
        stage.require(
                "the record holds the channel's id",
                stage.serviceNow().field(incident, stage.room().field()).equals(channel.id()));
        stage.require(
                "one work note links to it", stage.serviceNow().notes(incident).size() == 1);
        stage.tell("ServiceNow: the record holds the channel's id, and one work note links to it");
        acknowledge(stage, incident, channel.id(), Person.ALICE);
    }

    private static void ordinary(Stage stage) {
        String support = stage.room().support();
        Ticket incident = stage.open(2, 2, "Printer on floor 3 jams");
        stage.card(support, incident);
        stage.awaitIdle();
        stage.require(
                "no channel is made for it",
                stage.chat()
                        .channels(incident.number().toLowerCase(Locale.ROOT))
                        .isEmpty());
        String thread =
                stage.link(incident).orElseThrow().getObject("thread_id").getString("S");
        stage.require(
                "it is linked by thread", stage.card(support, incident).id().equals(thread));
        stage.tell("its card is a thread in #support; no channel was made");
        acknowledge(stage, incident, support, Person.BOB);
    }

    private static void acknowledge(Stage stage, Ticket incident, String channel, Person person) {
        String name = person.called();
        String card = stage.card(channel, incident).id();
        long pressed = System.nanoTime();
        Duration kept = stage.chat().keptFromLooking();
        stage.press(person, channel, card, "ack");
        stage.cardShows(channel, incident, "In Progress", name);
        Duration took = Duration.ofNanos(System.nanoTime() - pressed)
                .minus(stage.chat().keptFromLooking().minus(kept));
        stage.tell(name + " presses Acknowledge; the card shows it to everyone after " + took.toMillis() + " ms");
        stage.requirePrompt(took);
        stage.awaitIdle();
        stage.require(
                "the record is In Progress",
                stage.serviceNow().field(incident, "state").equals("2"));
        stage.require(
                "it is assigned to " + name,
                stage.serviceNow().field(incident, "assigned_to.name").equals(name));
        stage.require("one work note names them", stage.serviceNow().notes(incident, "Acknowledged by " + name) == 1);
        stage.tell("ServiceNow: " + incident.number() + " is In Progress, assigned to " + name
                + ", and one work note names them");
    }
}
