package dev.belay.local.demo;

import dev.belay.local.demo.stage.Stage;
import dev.belay.local.demo.stage.Story;
import dev.belay.local.demo.view.Ticket;
import dev.belay.local.room.Person;
import dev.belay.local.room.Room.Told;
import java.util.List;
import java.util.Map;

/** A record changes hands from the card: given to whom a dialog names, and taken back. */
final class HandOverStory implements Story {
    @Override
    public String name() {
        return "hand-over";
    }

    @Override
    public String about() {
        return "a record is handed over in a dialog and taken over again; both people stand in the note and are told";
    }

    @Override
    public void play(Stage stage) {
        Ticket incident = stage.open(1, 1, "Payments time out");
        String channel = stage.channelOf(incident).id();
        String card = stage.card(channel, incident).id();
        stage.press(Person.ALICE, channel, card, "ack");
        stage.cardShows(channel, incident, "In Progress", "Alice Archer");
        stage.awaitIdle();
        int told = stage.room().told(Person.CAROL).size();
        stage.enter(
                Person.ALICE,
                channel,
                card,
                "hand-over",
                Map.of("to", List.of(stage.room().id(Person.CAROL))));
        stage.cardShows(channel, incident, "Carol");
        stage.awaitIdle();
        stage.require(
                "one work note names both",
                stage.serviceNow().notes(incident, "Handed over from Alice Archer to Carol") == 1);
        Told news = stage.told(Person.CAROL, told + 1);
        stage.tell("Alice presses Hand over to … and chooses Carol in the dialog; Carol is told: " + news.text());
        int before = stage.room().told(Person.CAROL).size();
        stage.press(Person.BOB, channel, card, "take-over");
        stage.cardShows(channel, incident, "Bob Baker");
        stage.awaitIdle();
        stage.require("one work note says so", stage.serviceNow().notes(incident, "Taken over from Carol") == 1);
        Told taken = stage.told(Person.CAROL, before + 1);
        stage.tell("Bob presses Take over; Carol is told: " + taken.text());
    }
}
