package dev.belay.local.demo;

import dev.belay.local.demo.stage.Stage;
import dev.belay.local.demo.stage.Story;
import dev.belay.local.demo.view.ChatView.FoundChannel;
import dev.belay.local.demo.view.Ticket;
import dev.belay.local.room.Person;
import dev.belay.simulator.pagerduty.account.AcmeAccount;
import java.util.List;
import java.util.Map;

/** Responders are paged from the card: first by name and by whoever is on call, then more of them. */
final class PageStory implements Story {
    private static final String WORDS = "Checkout is down, please join.";

    @Override
    public String name() {
        return "page";
    }

    @Override
    public String about() {
        return "a person and who is on call are paged, and then more of them, with one incident in PagerDuty";
    }

    @Override
    public void play(Stage stage) {
        Ticket incident = stage.open(1, 1, "Checkout down");
        FoundChannel channel = stage.channelOf(incident);
        String card = stage.card(channel.id(), incident).id();
        int before = open(stage);
        int heard = stage.room().told(Person.CAROL).size();
        String carol = stage.room().id(Person.CAROL);
        stage.enter(
                Person.ALICE,
                channel.id(),
                card,
                "page",
                Map.of(
                        "people", List.of(carol),
                        "targets", List.of(AcmeAccount.ON_CALL),
                        "message", List.of(WORDS)));
        String told = stage.told(Person.CAROL, heard + 1).text();
        stage.require(
                "Carol is told by whom and why: " + told,
                told.contains("Alice Archer paged you") && told.contains(WORDS));
        stage.awaitIdle();
        stage.require("PagerDuty has one more incident", open(stage) == before + 1);
        stage.require(
                "one work note says who was paged", stage.serviceNow().notes(incident, "Paged by Alice Archer") == 1);
        stage.require(
                "Carol joined the record",
                !stage.serviceNow().field(incident, "additional_assignee_list").isEmpty());
        stage.tell(
                "Alice pages Carol and who is on call: PagerDuty has an incident, Carol is told and joins the record, and one work"
                        + " note says all of it");
        stage.enter(Person.BOB, channel.id(), card, "page", Map.of("targets", List.of(AcmeAccount.DATABASES)));
        stage.noted(incident, "Paged by Bob Baker");
        stage.awaitIdle();
        stage.require("PagerDuty has no second incident", open(stage) == before + 1);
        stage.tell("Bob pages Databases: they are asked to join the same incident");
    }

    private static int open(Stage stage) {
        return (int) stage.world().pagerDuty().account().incidents().stream()
                .filter(paged -> paged.isOpen())
                .count();
    }
}
