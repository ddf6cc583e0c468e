package dev.belay.local.demo;

import dev.belay.local.demo.stage.Stage;
import dev.belay.local.demo.view.ChatView.FoundChannel;
import dev.belay.local.demo.view.Ticket;
import dev.belay.local.room.Person;
import dev.belay.local.room.Room;
import java.util.List;

/** One incident is bound to a conversation on each platform at once: a press in one refreshes the card in the other. */
final class BothStory {
    static final String NAME = "both";
    static final String ABOUT =
            "one incident in Slack and Teams at once: a press in one refreshes the card in the other";

    private BothStory() {}

    static void play(Stage slack, Stage teams) {
        major(slack, teams);
        ordinary(slack, teams);
    }

    private static void major(Stage slack, Stage teams) {
        Ticket incident = slack.open(1, 1, "Login fails");
        FoundChannel inSlack = slack.channelOf(incident);
        FoundChannel inTeams = teams.channelOf(incident);
        slack.awaitIdle();
        for (Stage stage : List.of(slack, teams)) {
            String channel = stage == slack ? inSlack.id() : inTeams.id();
            stage.require(
                    "the record holds the channel's id",
                    stage.serviceNow().field(incident, stage.room().field()).equals(channel));
            stage.card(channel, incident);
        }
        slack.require("a work note for each", slack.serviceNow().notes(incident).size() == 2);
        slack.tell(
                "#" + inSlack.name() + " exists in Slack and in Teams, with a card in each; the record holds both ids");
        Room.Press late = teams.room()
                .prepare(
                        Person.BOB,
                        inTeams.id(),
                        teams.card(inTeams.id(), incident).id(),
                        "ack");
        slack.press(
                Person.ALICE, inSlack.id(), slack.card(inSlack.id(), incident).id(), "ack");
        slack.cardShows(inSlack.id(), incident, "In Progress", "Alice Archer");
        teams.cardShows(inTeams.id(), incident, "In Progress", "Alice Archer");
        slack.tell("Alice presses Acknowledge in Slack; the card in Teams shows it too");
        once(slack, incident, "Acknowledged by Alice Archer");
        teams.requireAccepted(late.send());
        String told = teams.told(Person.BOB, 1).text();
        teams.require("Bob is told whose it is", told.contains("Alice Archer"));
        teams.require("in Teams only", slack.room().told(Person.BOB).isEmpty());
        teams.tell("Bob's press in Teams comes a moment too late; only he sees, and only there: " + told);
        once(slack, incident, "Acknowledged by");
    }

    private static void ordinary(Stage slack, Stage teams) {
        Ticket incident = teams.open(3, 3, "Badge reader is dark");
        String inSlack = slack.room().support();
        String inTeams = teams.room().support();
        slack.card(inSlack, incident);
        String card = teams.card(inTeams, incident).id();
        teams.awaitIdle();
        teams.press(Person.BOB, inTeams, card, "ack");
        teams.cardShows(inTeams, incident, "In Progress", "Bob Baker");
        slack.cardShows(inSlack, incident, "In Progress", "Bob Baker");
        teams.tell("Bob presses Acknowledge on another one in Teams; the card in Slack shows it too");
        once(teams, incident, "Acknowledged by Bob Baker");
    }

    private static void once(Stage stage, Ticket incident, String words) {
        stage.awaitIdle();
        stage.require("one work note says: " + words, stage.serviceNow().notes(incident, words) == 1);
    }
}
