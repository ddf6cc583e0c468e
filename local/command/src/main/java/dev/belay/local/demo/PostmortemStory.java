package dev.belay.local.demo;

import dev.belay.local.demo.stage.Stage;
import dev.belay.local.demo.stage.Story;
import dev.belay.local.demo.view.Ticket;
import dev.belay.local.room.Person;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A postmortem is attached after the end: from the card, which keeps that one button, and in words. */
final class PostmortemStory implements Story {
    private static final String DRAFT = "https://wiki.acme.example/draft";
    private static final String FINAL = "https://wiki.acme.example/postmortem";

    @Override
    public String name() {
        return "postmortem";
    }

    @Override
    public String about() {
        return "a postmortem is attached to a closed incident from its card, and replaced in words";
    }

    @Override
    public void play(Stage stage) {
        Ticket incident = stage.open(1, 1, "Search is slow");
        String channel = stage.channelOf(incident).id();
        stage.serviceNow()
                .change(incident, Map.of("state", "7", "close_code", "Solved", "close_notes", "Index rebuilt"));
        stage.cardShows(channel, incident, "Closed", "postmortem");
        stage.tell("ServiceNow: " + incident.number() + " is closed; its card keeps one button, Postmortem …");
        fromTheCard(stage, incident, channel);
        inWords(stage, incident);
    }

    private static void fromTheCard(Stage stage, Ticket incident, String channel) {
        String card = stage.card(channel, incident).id();
        stage.enter(Person.ALICE, channel, card, "postmortem", Map.of("address", List.of(DRAFT)));
        stage.noted(incident, "Postmortem attached by " + Person.ALICE.called());
        stage.tell("Alice enters an address in its dialog; one work note bears it");
    }

    private static void inWords(Stage stage, Ticket incident) {
        int before = stage.room().told(Person.BOB).size();
        stage.requireAccepted(
                stage.room().ask(Person.BOB, stage.room().support(), "postmortem " + incident.number() + " " + FINAL));
        stage.await("Bob alone is told that it is attached", () -> Optional.of(
                        stage.room().told(Person.BOB))
                .filter(told ->
                        told.size() > before && told.getLast().text().contains("is attached to " + incident.number())));
        stage.noted(incident, "Postmortem attached by " + Person.BOB.called());
        stage.awaitIdle();
        stage.tell("Bob names the record by its number in #support; the address is replaced, and he alone is told");
    }
}
