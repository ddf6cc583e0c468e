package dev.belay.local.demo;

import dev.belay.local.demo.stage.Stage;
import dev.belay.local.demo.stage.Story;
import dev.belay.local.demo.view.Ticket;
import dev.belay.local.room.Person;
import dev.belay.local.room.Room.Told;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A major incident candidate is decided on from the card. */
final class CandidateStory implements Story {
    @Override
    public String name() {
        return "candidate";
    }

    @Override
    public String about() {
        return "major incident candidates: one is accepted, one is rejected with a reason, one without the role is not";
    }

    @Override
    public void play(Stage stage) {
        accepted(stage);
        rejected(stage);
    }

    private static void accepted(Stage stage) {
        Ticket incident = proposed(stage, "Half of the phones are dead");
        String support = stage.room().support();
        String card = stage.card(support, incident).id();
        int told = stage.room().told(Person.CAROL).size();
        stage.press(Person.CAROL, support, card, "accept");
        Told refused = stage.told(Person.CAROL, told + 1);
        stage.awaitIdle();
        stage.require("it is a candidate still", state(stage, incident).equals("proposed"));
        stage.tell("Carol presses Accept as major, and only she sees: " + refused.text());
        stage.press(Person.ALICE, support, card, "accept");
        stage.await("it is accepted", () -> Optional.of(state(stage, incident)).filter("accepted"::equals));
        stage.awaitIdle();
        stage.require(
                "one work note says so",
                stage.serviceNow().notes(incident, "Accepted as a major incident by Alice Archer") == 1);
        stage.require(
                "the card offers it no more",
                !stage.card(support, incident).content().contains("Accept as major"));
        stage.tell("Alice presses it; it is a major incident, one work note says by whom");
    }

    private static void rejected(Stage stage) {
        Ticket incident = proposed(stage, "One phone is dead");
        String support = stage.room().support();
        stage.enter(
                Person.ALICE,
                support,
                stage.card(support, incident).id(),
                "reject",
                Map.of("reason", List.of("One phone is not the company")));
        stage.await("it is rejected", () -> Optional.of(state(stage, incident)).filter("rejected"::equals));
        stage.awaitIdle();
        stage.require(
                "one work note says why", stage.serviceNow().notes(incident, "One phone is not the company") == 1);
        stage.tell("Alice presses Reject … on another one and says why in the dialog; one work note tells it");
    }

    private static Ticket proposed(Stage stage, String title) {
        Ticket incident = stage.open(3, 3, title);
        String support = stage.room().support();
        stage.card(support, incident);
        stage.awaitIdle();
        stage.serviceNow().change(incident, "major_incident_state", "proposed");
        stage.cardShows(support, incident, "Accept as major", "Reject");
        stage.tell(
                "somebody proposes it as a major incident in ServiceNow; the card offers Accept as major and Reject …");
        return incident;
    }

    private static String state(Stage stage, Ticket incident) {
        return stage.serviceNow().field(incident, "major_incident_state");
    }
}
