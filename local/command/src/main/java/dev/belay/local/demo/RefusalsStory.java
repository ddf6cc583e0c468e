package dev.belay.local.demo;

import com.grack.nanojson.JsonObject;
import dev.belay.simulator.servicenow.event.Outbound;
import dev.belay.simulator.slack.AcmeWorkspace;
import dev.belay.simulator.slack.app.SignedRequest;
import dev.belay.simulator.slack.workspace.PrivateMessage;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** Each gate refuses: nothing changes, and only the person sees why. */
final class RefusalsStory implements Story {
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
        Incident incident = stage.open(2, 2, "Mail is slow");
        String card = stage.card(Stage.SUPPORT, incident).getString("ts");
        stage.quiet();
        refused(stage, incident, card, AcmeWorkspace.CAROL, "Carol, who lacks the role", "major_incident_manager");
        refused(
                stage,
                incident,
                card,
                AcmeWorkspace.DAVE,
                "Dave, whom ServiceNow does not know",
                "No active ServiceNow user");
        refused(stage, incident, card, AcmeWorkspace.ERIN, "Erin, whom ServiceNow knows twice", "More than one");
        refused(stage, incident, card, AcmeWorkspace.GUEST, "a guest", "full members");
        refused(stage, incident, card, AcmeWorkspace.STRANGER, "somebody of a connected workspace", "full members");
        forged(stage, incident, card);
        anotherHasIt(stage, incident, card);
        clone(stage);
        beforeTheStart(stage);
        paused(stage);
    }

    private static void refused(Stage stage, Incident incident, String card, String user, String who, String words) {
        int before = stage.world().slack().ephemerals(user).size();
        stage.press(user, Stage.SUPPORT, card, "ack");
        PrivateMessage answer = stage.told(user, before + 1);
        stage.quiet();
        stage.require("the answer says why: " + words, answer.text().contains(words));
        stage.require("only once", stage.world().slack().ephemerals(user).size() == before + 1);
        untouched(stage, incident);
        stage.tell(who + " presses Acknowledge; only they see: " + answer.text());
    }

    private static void untouched(Stage stage, Incident incident) {
        stage.require(
                "the record is still New",
                stage.serviceNow().field(incident, "state").equals("1"));
        stage.require(
                "no work note tells of an acknowledgement",
                stage.serviceNow().notes(incident).stream().noneMatch(note -> note.contains("Acknowledged")));
    }

    private static void forged(Stage stage, Incident incident, String card) {
        SignedRequest honest = stage.world().slack().prepare(Stage.ALICE, Stage.SUPPORT, card, "ack");
        Map<String, String> headers = new HashMap<>(honest.headers());
        headers.replaceAll((name, value) -> value.startsWith("v0=") ? "v0=" + "0".repeat(64) : value);
        int status = stage.world()
                .slack()
                .send(new SignedRequest(headers, honest.body()))
                .status();
        stage.require("a forged signature is answered 401, not " + status, status == 401);
        stage.quiet();
        untouched(stage, incident);
        stage.tell("a click in Alice's name with a forged signature is answered 401");
    }

    private static void anotherHasIt(Stage stage, Incident incident, String card) {
        stage.serviceNow().change(incident, "assigned_to", userId(stage, "alice"));
        stage.cardShows(Stage.SUPPORT, incident, "Alice Archer");
        stage.quiet();
        stage.press(Stage.BOB, Stage.SUPPORT, card, "ack");
        PrivateMessage offer = stage.told(Stage.BOB, 1);
        stage.require("the answer says to whom", offer.text().contains("Alice Archer"));
        stage.tell("it is Alice's; Bob presses Acknowledge and only he sees: " + offer.text());
        stage.press(Stage.BOB, Stage.SUPPORT, offer.ts(), "take-over");
        stage.cardShows(Stage.SUPPORT, incident, "Bob Baker", "In Progress");
        stage.quiet();
        stage.require(
                "it is Bob's",
                stage.serviceNow().field(incident, "assigned_to.name").equals("Bob Baker"));
        long notes = stage.serviceNow().notes(incident).stream()
                .filter(note -> note.contains("Taken over from Alice Archer by Bob Baker"))
                .count();
        stage.require("one work note names both", notes == 1);
        stage.tell("Bob presses Take over; the record is his, and one work note names both");
    }

    private static String userId(Stage stage, String userName) {
        return stage.world()
                .serviceNow()
                .tables()
                .row("sys_user", "user_name", userName)
                .orElseThrow()
                .sysId();
    }

    private static void clone(Stage stage) {
        stage.world().serviceNow().rule().instance("acmetest");
        stage.serviceNow().open(1, 1, "Rehearsal on a clone");
        stage.quiet();
        stage.world().serviceNow().rule().instance("acme");
        Outbound last = stage.world().serviceNow().rule().sent().getLast();
        stage.require("a clone's event is answered 403, not " + last.status(), last.status() == 403);
        stage.tell("an event of the instance \"acmetest\", a clone with our key, is answered 403");
    }

    private static void beforeTheStart(Stage stage) {
        decide(stage, "start_at", "2099-01-01T00:00:00Z");
        Incident early = stage.open(1, 1, "Opened before the start");
        stage.quiet();
        stage.require("it gets no conversation", stage.link(early).isEmpty());
        decide(stage, "start_at", "2026-01-01T00:00:00Z");
        stage.tell("a record opened before start_at gets no conversation");
    }

    private static void paused(Stage stage) {
        Incident before = stage.open(1, 2, "Search is down");
        String channel = stage.channelOf(before);
        stage.quiet();
        String card = stage.card(channel, before).getString("ts");
        decide(stage, "pause_outbound", true);
        Incident during = stage.open(1, 1, "Opened during the pause");
        stage.press(Stage.ALICE, channel, card, "ack");
        stage.pass(Duration.ofMinutes(11));
        untouched(stage, before);
        stage.require("nothing goes out during a pause", stage.link(during).isEmpty());
        int told = stage.world().slack().ephemerals(Stage.ALICE).size();
        decide(stage, "pause_outbound", false);
        stage.pass(Duration.ofMinutes(16));
        stage.channelOf(during);
        PrivateMessage dropped = stage.told(Stage.ALICE, told + 1);
        stage.quiet();
        untouched(stage, before);
        stage.require("the press was dropped", dropped.text().contains("dropped"));
        stage.tell("a pause loses no hint: the channel stands after it; Alice's press grew too old: " + dropped.text());
    }

    /** Settings are read again within a minute. */
    private static void decide(Stage stage, String name, Object value) {
        stage.world().installation().decide((JsonObject settings) -> settings.put(name, value));
        stage.pass(Duration.ofMinutes(2));
    }
}
