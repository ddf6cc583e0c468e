package dev.belay.local.demo;

import dev.belay.local.demo.stage.Stage;
import dev.belay.local.demo.stage.Story;
import dev.belay.local.demo.view.Ticket;
import dev.belay.local.room.Person;
import dev.belay.simulator.pagerduty.account.AcmeAccount;
import java.util.List;
import java.util.Map;

/** A change_request is worked on like an incident, in the words that ServiceNow has for its states. */
final class ChangeRequestStory implements Story {
    private static final String REVIEW = "https://wiki.acme.example/switch-review";

    @Override
    public String name() {
        return "change-request";
    }

    @Override
    public String about() {
        return "a change request gets a card too: somebody takes it, pages on it and attaches a link";
    }

    @Override
    public void play(Stage stage) {
        String support = stage.room().support();
        Ticket change = stage.open(
                "change_request",
                Map.of(
                        "impact", "3",
                        "urgency", "2",
                        "short_description", "Replace the core switch",
                        "assignment_group", stage.world().serviceNow().people().group("Network")));
        String card = stage.card(support, change).id();
        stage.press(Person.ALICE, support, card, "ack");
        stage.cardShows(support, change, "Alice Archer", "Take over");
        stage.awaitIdle();
        stage.require(
                "its state is left to its model",
                stage.serviceNow().field(change, "state").equals("-5"));
        stage.tell(
                "Alice presses Acknowledge; it is assigned to her, and its state is left to ServiceNow's change model");
        stage.enter(Person.ALICE, support, card, "page", Map.of("targets", List.of(AcmeAccount.ON_CALL)));
        stage.noted(change, "Paged by Alice Archer");
        stage.enter(Person.ALICE, support, card, "postmortem", Map.of("address", List.of(REVIEW)));
        stage.noted(change, REVIEW);
        stage.tell("she pages who is on call and attaches a link; a work note says each");
        stage.serviceNow().change(change, "state", "-4");
        stage.cardShows(support, change, "Assess", REVIEW);
        stage.awaitIdle();
        stage.require(
                "and each one once",
                stage.serviceNow().notes(change, "Paged by Alice Archer") == 1
                        && stage.serviceNow().notes(change, REVIEW) == 1);
        stage.tell("ServiceNow: it is assessed; the card says Assess");
    }
}
