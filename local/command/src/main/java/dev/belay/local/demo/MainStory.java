package dev.belay.local.demo;

import com.grack.nanojson.JsonObject;
import java.time.Duration;
import java.util.List;

/** One major incident and one ordinary one, from opening to acknowledgement. */
final class MainStory implements Story {
    private static final Duration A_SECOND = Duration.ofSeconds(1);

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
        Incident incident = stage.open(1, 1, "Checkout down");
        String channel = stage.channelOf(incident);
        JsonObject card = stage.card(channel, incident);
        JsonObject info = stage.slack().channel(channel);
        stage.require(
                "the channel is named by rule",
                info.getString("name").equals(incident.number().toLowerCase(java.util.Locale.ROOT) + "-checkout-down"));
        stage.require(
                "the topic is set", info.getObject("topic").getString("value").contains(incident.number()));
        stage.require(
                "the purpose is set",
                !info.getObject("purpose").getString("value").isEmpty());
        stage.require(
                "the responders are in", stage.slack().members(channel).containsAll(List.of(Stage.ALICE, Stage.BOB)));
        stage.require("the card is pinned", stage.slack().pins(channel).contains(card.getString("ts")));
        stage.tell("Slack: #" + info.getString("name") + " stands, responders invited, card pinned");
        stage.require(
                "the record bears the channel",
                stage.serviceNow().field(incident, "u_chat_channel").equals(channel));
        stage.require("one work note links it", notes(stage, incident, channel) == 1);
        stage.tell("ServiceNow: the record bears the channel, and one work note links it");
        acknowledge(stage, incident, channel, Stage.ALICE, "Alice Archer");
    }

    private static void ordinary(Stage stage) {
        Incident incident = stage.open(2, 2, "Printer on floor 3 jams");
        stage.card(Stage.SUPPORT, incident);
        stage.quiet();
        stage.require(
                "no channel is made for it",
                stage.slack()
                        .channels(incident.number().toLowerCase(java.util.Locale.ROOT))
                        .isEmpty());
        String thread =
                stage.link(incident).orElseThrow().getObject("thread_id").getString("S");
        stage.require(
                "it is linked by thread",
                stage.card(Stage.SUPPORT, incident).getString("ts").equals(thread));
        stage.tell("Slack: its card stands in #support, linked by thread; no channel was made");
        acknowledge(stage, incident, Stage.SUPPORT, Stage.BOB, "Bob Baker");
    }

    private static void acknowledge(Stage stage, Incident incident, String channel, String user, String name) {
        String ts = stage.card(channel, incident).getString("ts");
        long pressed = System.nanoTime();
        stage.press(user, channel, ts, "ack");
        stage.cardShows(channel, incident, "In Progress", name);
        Duration took = Duration.ofNanos(System.nanoTime() - pressed);
        stage.tell(name + " presses Acknowledge; the card shows it to everyone after " + took.toMillis() + " ms");
        stage.require("within a second", took.compareTo(A_SECOND) <= 0);
        stage.quiet();
        stage.require(
                "the record is In Progress",
                stage.serviceNow().field(incident, "state").equals("2"));
        stage.require(
                "it is assigned to " + name,
                stage.serviceNow().field(incident, "assigned_to.name").equals(name));
        stage.require("one work note names them", notes(stage, incident, "Acknowledged by " + name) == 1);
        stage.tell("ServiceNow: " + incident.number() + " is In Progress, assigned to " + name
                + ", and one work note names them");
    }

    private static long notes(Stage stage, Incident incident, String words) {
        return stage.serviceNow().notes(incident).stream()
                .filter(note -> note.contains(words))
                .count();
    }
}
