package dev.belay.local.demo.message;

import dev.belay.local.demo.stage.Stage;
import dev.belay.local.demo.stage.Story;
import dev.belay.local.demo.view.ChatView.FoundChannel;
import dev.belay.local.demo.view.Ticket;
import dev.belay.local.room.Person;
import java.util.List;
import java.util.Optional;

/** What happens to a record is said in its conversation, whether it happened in ServiceNow or in the chat. */
public final class LinesStory implements Story {
    @Override
    public String name() {
        return "lines";
    }

    @Override
    public String about() {
        return "what happens to a record is said in its conversation, in one short line each";
    }

    @Override
    public void play(Stage stage) {
        Ticket incident = stage.open(1, 1, "Search is slow");
        FoundChannel channel = stage.channelOf(incident);
        stage.awaitIdle();
        stage.require("opening says nothing", stage.chat().lines(channel.id()).isEmpty());
        String database = stage.world().serviceNow().people().group("Database");
        stage.serviceNow().change(incident, "state", "2");
        stage.serviceNow().change(incident, "impact", "2");
        stage.serviceNow().change(incident, "assignment_group", database);
        said(stage, channel, "Priority 1 → 2", "State: New → In Progress", "Group none → Database");
        stage.tell("priority, state and group change in ServiceNow; the conversation says so");
        stage.cardShows(channel.id(), incident, "P2", "In Progress", "Database");
        stage.press(
                Person.ALICE, channel.id(), stage.card(channel.id(), incident).id(), "ack");
        said(stage, channel, "Alice Archer acknowledged");
        stage.awaitIdle();
        List<String> lines = stage.chat().lines(channel.id());
        stage.require(
                "each line once",
                lines.stream().flatMap(String::lines).distinct().count()
                        == lines.stream().flatMap(String::lines).count());
        stage.tell("Alice presses Acknowledge; the conversation says so, and nothing of it twice");
    }

    private static void said(Stage stage, FoundChannel channel, String... lines) {
        stage.await("the conversation says " + String.join(", ", lines), () -> Optional.of(
                        stage.chat().lines(channel.id()).stream()
                                .flatMap(String::lines)
                                .toList())
                .filter(said -> said.containsAll(List.of(lines))));
    }
}
