package dev.belay.local.demo.fault;

import com.grack.nanojson.JsonObject;
import dev.belay.local.demo.stage.Stage;
import dev.belay.local.demo.stage.Story;
import dev.belay.local.demo.view.Ticket;
import dev.belay.local.room.Person;
import dev.belay.local.room.Room.Told;
import dev.belay.simulator.servicenow.event.Outbound;
import java.time.Duration;

/** Each gate refuses: nothing changes, and only the person sees why. */
public final class RefusalsStory implements Story {
    @Override
    public String name() {
        return "refusals";
    }

    @Override
    public String about() {
        return "each gate refuses: role, identity, membership, signature, assignee, start, pause, clone";
    }

    @Override
    public void play(Stage stage) {
        Ticket incident = stage.open(2, 2, "Mail is slow");
        String card = stage.card(stage.room().support(), incident).id();
        stage.awaitIdle();
        refused(stage, incident, card, Person.CAROL, "major_incident_manager");
        refused(stage, incident, card, Person.DAVE, "No active ServiceNow user");
        refused(stage, incident, card, Person.ERIN, "More than one");
        refused(stage, incident, card, Person.GUEST, "full members");
        stranger(stage, incident, card);
        forged(stage, incident, card);
        anotherHasIt(stage, incident, card);
        clone(stage);
        beforeTheStart(stage);
        paused(stage);
    }

    private static void refused(Stage stage, Ticket incident, String card, Person person, String words) {
        int before = stage.room().told(person).size();
        stage.press(person, stage.room().support(), card, "ack");
        toldWhy(stage, incident, person, before, words);
    }

    private static void toldWhy(Stage stage, Ticket incident, Person person, int before, String words) {
        Told answer = stage.told(person, before + 1);
        stage.awaitIdle();
        stage.require("'" + answer.text() + "' says " + words, answer.text().contains(words));
        stage.require("only once", stage.room().told(person).size() == before + 1);
        untouched(stage, incident);
        stage.tell(person.called() + " presses Acknowledge, and only they see: " + answer.text());
    }

    /** Another organisation is met at the door where the platform says so there, and else at the gate. */
    private static void stranger(Stage stage, Ticket incident, String card) {
        int status = stage.room()
                .prepare(Person.STRANGER, stage.room().support(), card, "ack")
                .send()
                .status();
        if (status / 100 == 2) {
            toldWhy(stage, incident, Person.STRANGER, 0, "full members");
        } else {
            stage.require("the door says 403, not " + status, status == 403);
            stage.awaitIdle();
            untouched(stage, incident);
            stage.tell(Person.STRANGER.called() + " presses Acknowledge, and the press is answered 403");
        }
    }

    private static void untouched(Stage stage, Ticket incident) {
        stage.require(
                "the record is still New",
                stage.serviceNow().field(incident, "state").equals("1"));
        stage.require(
                "no work note tells of an acknowledgement",
                stage.serviceNow().notes(incident).stream().noneMatch(note -> note.contains("Acknowledged")));
    }

    private static void forged(Stage stage, Ticket incident, String card) {
        int status = stage.room()
                .prepare(Person.ALICE, stage.room().support(), card, "ack")
                .forge()
                .status();
        stage.require("a forged proof is answered 401, not " + status, status == 401);
        stage.awaitIdle();
        untouched(stage, incident);
        stage.tell("a press in Alice's name with a forged proof is answered 401");
    }

    private static void anotherHasIt(Stage stage, Ticket incident, String card) {
        String support = stage.room().support();
        stage.serviceNow().change(incident, "assigned_to", userId(stage, Person.ALICE));
        stage.cardShows(support, incident, "Alice Archer");
        stage.awaitIdle();
        stage.press(Person.BOB, support, card, "ack");
        Told offer = stage.told(Person.BOB, 1);
        stage.require("the answer says to whom", offer.text().contains("Alice Archer"));
        stage.tell("it is Alice's; Bob presses Acknowledge and only he sees: " + offer.text());
        stage.press(Person.BOB, offer.place(), offer.id(), "take-over");
        stage.cardShows(support, incident, "Bob Baker", "In Progress");
        stage.awaitIdle();
        stage.require(
                "it is Bob's",
                stage.serviceNow().field(incident, "assigned_to.name").equals("Bob Baker"));
        stage.require(
                "one work note names both",
                stage.serviceNow().notes(incident, "Taken over from Alice Archer by Bob Baker") == 1);
        stage.tell("Bob presses Take over; the record is his, and one work note names both");
    }

    private static String userId(Stage stage, Person person) {
        return stage.world()
                .serviceNow()
                .tables()
                .row("sys_user", "user_name", person.userName())
                .orElseThrow()
                .sysId();
    }

    private static void clone(Stage stage) {
        stage.world().serviceNow().rule().instance("acmetest");
        stage.open(1, 1, "Rehearsal on a clone");
        stage.awaitIdle();
        stage.world().serviceNow().rule().instance("acme");
        Outbound last = stage.world().serviceNow().rule().sent().getLast();
        stage.require("a clone's event is answered 403, not " + last.status(), last.status() == 403);
        stage.tell("an event of the instance \"acmetest\", a clone with our key, is answered 403");
    }

    private static void beforeTheStart(Stage stage) {
        changeSetting(stage, "start_at", "2099-01-01T00:00:00Z");
        Ticket early = stage.open(1, 1, "Opened before the start");
        stage.awaitIdle();
        stage.require("it gets no conversation", stage.link(early).isEmpty());
        changeSetting(stage, "start_at", "2000-01-01T00:00:00Z");
        stage.tell("a record opened before start_at gets no conversation");
    }

    private static void paused(Stage stage) {
        Ticket before = stage.open(1, 2, "Search is down");
        String channel = stage.channelOf(before).id();
        stage.awaitIdle();
        String card = stage.card(channel, before).id();
        changeSetting(stage, "pause_outbound", true);
        Ticket during = stage.open(1, 1, "Opened during the pause");
        stage.press(Person.ALICE, channel, card, "ack");
        stage.pass(Duration.ofMinutes(11));
        untouched(stage, before);
        stage.require("nothing goes out during a pause", stage.link(during).isEmpty());
        int told = stage.room().told(Person.ALICE).size();
        changeSetting(stage, "pause_outbound", false);
        stage.pass(Duration.ofMinutes(16));
        stage.awaitIdleAfterTimeouts();
        stage.channelOf(during);
        Told dropped = stage.told(Person.ALICE, told + 1);
        untouched(stage, before);
        stage.require("the press was dropped", dropped.text().contains("dropped"));
        stage.tell(
                "after the pause the channel is made, for no event was lost; Alice's press is too old, and she is told: "
                        + dropped.text());
    }

    /** Settings are read again within a minute. */
    private static void changeSetting(Stage stage, String name, Object value) {
        stage.world().installation().changeSettings((JsonObject settings) -> settings.put(name, value));
        stage.pass(Duration.ofMinutes(2));
    }
}
