package dev.belay.local.demo;

import dev.belay.local.demo.stage.Stage;
import dev.belay.local.demo.stage.Story;
import dev.belay.local.demo.view.ChatView.FoundChannel;
import dev.belay.local.demo.view.Ticket;
import dev.belay.local.room.Person;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An incident ends: it is summed up, its channel is archived a week later, and it is reopened. */
final class EndingStory implements Story {
    private static final Duration EIGHT_DAYS = Duration.ofDays(8);

    @Override
    public String name() {
        return "ending";
    }

    @Override
    public String about() {
        return "a resolved incident is summed up, its channel is archived a week after closing, and it is reopened";
    }

    @Override
    public void play(Stage stage) {
        Ticket incident = stage.open(1, 1, "Orders hang");
        FoundChannel channel = stage.channelOf(incident);
        String card = stage.card(channel.id(), incident).id();
        stage.press(Person.ALICE, channel.id(), card, "ack");
        stage.cardShows(channel.id(), incident, "Alice Archer");
        stage.awaitIdle();
        over(stage, incident, "6");
        stage.awaitInTime("the summary in the channel", () -> stage.said(channel.id(), "is over"));
        stage.tell("ServiceNow: " + incident.number() + " is resolved; the channel sums up what happened and when");
        stage.enter(
                Person.ALICE,
                channel.id(),
                card,
                "postmortem",
                Map.of("address", List.of("https://wiki.acme.example/postmortems/orders")));
        stage.awaitIdle();
        over(stage, incident, "7");
        stage.awaitIdle();
        stage.pass(EIGHT_DAYS);
        stage.awaitInTime("the channel is archived", () -> Optional.of(channel)
                .filter(it -> stage.chat().isArchived(it.id())));
        stage.tell("a week after it was closed, with its postmortem, the channel is archived");

        stage.serviceNow().change(incident, Map.of("state", "2", "active", "true"));
        stage.awaitIdleAfterTimeouts();
        FoundChannel now = stage.awaitInTime("a live channel", () -> stage.live(incident));
        stage.cardShows(now.id(), incident, "In Progress");
        stage.tell("ServiceNow: " + incident.number() + " is reopened; it goes on in #" + now.name());
    }

    private static void over(Stage stage, Ticket incident, String state) {
        stage.serviceNow()
                .change(incident, Map.of("state", state, "close_code", "Solved", "close_notes", "Queue drained"));
    }
}
