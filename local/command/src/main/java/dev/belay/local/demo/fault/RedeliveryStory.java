package dev.belay.local.demo.fault;

import dev.belay.local.demo.stage.Stage;
import dev.belay.local.demo.stage.Story;
import dev.belay.local.demo.view.Ticket;
import dev.belay.local.room.Person;
import dev.belay.local.room.Room;
import dev.belay.simulator.servicenow.event.BusinessRule;
import dev.belay.simulator.servicenow.event.Event;
import java.time.Duration;
import java.util.List;

/** Everything is delivered three times, late and out of order, and happens once. */
public final class RedeliveryStory implements Story {
    private static final Duration AN_HOUR = Duration.ofHours(1);

    @Override
    public String name() {
        return "redelivery";
    }

    @Override
    public String about() {
        return "everything is delivered three times, late and out of order, and happens once";
    }

    @Override
    public void play(Stage stage) {
        BusinessRule rule = stage.world().serviceNow().rule();
        rule.hold();
        Ticket incident = stage.open(1, 1, "Payments fail");
        stage.serviceNow().change(incident, "short_description", "Payments fail in Europe");
        List<Event> events = rule.held();
        send(stage, events.get(1), events.get(0), events.get(1), events.get(0), events.get(0));
        stage.tell("ServiceNow: the second event arrives before the first, and each more than once");
        String channel = stage.channelOf(incident).id();
        stage.awaitIdle();
        stage.pass(AN_HOUR);
        send(stage, events.get(0), events.get(1));
        stage.awaitIdle();
        stage.channelOf(incident);
        stage.cardShows(channel, incident, "Payments fail in Europe");
        stage.tell("an hour later both arrive again: still one channel, one card, one link");
        presses(stage, incident, channel);
        rule.release();
        stage.awaitIdle();
        once(stage, incident, channel);
        stage.tell("ServiceNow: one acknowledgement, one work note for it, one for the conversation");
    }

    private static void send(Stage stage, Event... events) {
        for (Event event : events) {
            stage.world().serviceNow().rule().send(event);
            stage.require(
                    "the event was sent", stage.world().serviceNow().rule().awaitIdle(Duration.ofSeconds(10)));
        }
    }

    private static void presses(Stage stage, Ticket incident, String channel) {
        String card = stage.card(channel, incident).id();
        Room.Press press = stage.room().prepare(Person.ALICE, channel, card, "ack");
        for (int i = 0; i < 3; i++) {
            stage.requireAccepted(press.send());
        }
        stage.cardShows(channel, incident, "In Progress", "Alice Archer");
        stage.awaitIdle();
        stage.tell("Alice presses Acknowledge, and the press arrives three times");
        stage.pass(AN_HOUR);
        stage.requireAccepted(press.repeat());
        stage.awaitIdle();
        stage.tell("an hour later, past the queue's de-duplication, the press arrives again");
    }

    private static void once(Stage stage, Ticket incident, String channel) {
        stage.require("one card", stage.chat().cards(channel, incident).size() == 1);
        List<String> notes = stage.serviceNow().notes(incident);
        stage.require(
                "one acknowledgement in " + notes.size() + " work notes",
                notes.stream().filter(note -> note.contains("Acknowledged by")).count() == 1);
        stage.require("two work notes in all", notes.size() == 2);
        stage.require(
                "it is Alice's",
                stage.serviceNow().field(incident, "assigned_to.name").equals("Alice Archer"));
    }
}
