package dev.belay.local.demo.message;

import dev.belay.local.demo.stage.Stage;
import dev.belay.local.demo.stage.Story;
import dev.belay.local.demo.view.ChatView.FoundChannel;
import dev.belay.local.demo.view.Ticket;
import dev.belay.local.room.Person;
import java.util.List;
import java.util.Optional;

/** What is said in the room stands on the record, and what is noted on the record is said in the room; nothing comes back. */
public final class MessagesStory implements Story {
    private static final String WRITTEN = "Written in ";

    @Override
    public String name() {
        return "messages";
    }

    @Override
    public String about() {
        return "what people say becomes work notes, changes and deletions follow, and people's work notes are said";
    }

    @Override
    public void play(Stage stage) {
        Ticket incident = stage.open(1, 1, "Payments time out");
        FoundChannel channel = stage.channelOf(incident);
        stage.cardShows(channel.id(), incident, "becomes work notes on this record");
        stage.tell("the first message in the channel says what is recorded, and where");
        stage.awaitIdle();
        saidInChannel(stage, incident, channel.id());
        changedAndDeleted(stage, incident, channel.id());
        notedInServiceNow(stage, incident, channel.id());
        markedInThread(stage);
    }

    private static void saidInChannel(Stage stage, Ticket incident, String channel) {
        stage.room().say(Person.ALICE, channel, "", "The gateway answers 503.");
        stage.room().say(Person.BOB, channel, "", "Restarting node 4.\nThen node 5.");
        stage.room().say(Person.DAVE, channel, "", "Customers call.");
        stage.awaitIdle();
        stage.noted(incident, "Alice Archer: The gateway answers 503.");
        stage.noted(incident, "Bob Baker: Restarting node 4.\n| Then node 5.");
        stage.noted(incident, "(not known in ServiceNow): Customers call.");
        stage.require("three messages are one note", written(stage, incident) == 1);
        stage.tell("three people write; their words are one work note, each with who said it");
    }

    private static void changedAndDeleted(Stage stage, Ticket incident, String channel) {
        String wrong = stage.room().say(Person.ALICE, channel, "", "It is teh cache.");
        String secret = stage.room().say(Person.BOB, channel, "", "The password is swordfish.");
        stage.room().delete(Person.BOB, channel, secret);
        stage.awaitIdle();
        stage.noted(incident, "It is teh cache.");
        stage.room().edit(Person.ALICE, channel, wrong, "It is the cache.");
        stage.awaitIdle();
        stage.noted(incident, ", now: It is the cache.");
        stage.room().delete(Person.ALICE, channel, wrong);
        stage.awaitIdle();
        stage.noted(incident, "was deleted in " + stage.room().platform().label());
        stage.require("what was deleted at once is nowhere", stage.serviceNow().notes(incident, "swordfish") == 0);
        stage.tell("a change and a deletion follow as notes; what was deleted at once was never noted");
    }

    private static void notedInServiceNow(Stage stage, Ticket incident, String channel) {
        long notes = written(stage, incident);
        stage.serviceNow().change(incident, "work_notes", "The vendor has a patch.");
        stage.await("the note is said in the conversation", () -> Optional.of(said(stage, channel))
                .filter(said -> said.size() == 1));
        stage.awaitIdle();
        stage.require(
                "the note names its author", said(stage, channel).getFirst().contains(" noted in ServiceNow:"));
        stage.require("once", said(stage, channel).size() == 1);
        stage.require("nothing comes back", written(stage, incident) == notes);
        stage.tell("a work note of a person is said in the conversation, once; what we noted ourselves is not");
    }

    private static List<String> said(Stage stage, String channel) {
        return stage.chat().lines(channel).stream()
                .filter(line -> line.contains("The vendor has a patch."))
                .toList();
    }

    private static void markedInThread(Stage stage) {
        Ticket printer = stage.open(3, 3, "Printer jams");
        String support = stage.room().support();
        String card = stage.card(support, printer).id();
        stage.awaitIdle();
        stage.room().say(Person.BOB, support, card, "Anybody hungry?");
        String message = stage.room().say(Person.BOB, support, card, "Tray 2 is broken.");
        stage.awaitIdle();
        stage.require("nothing is recorded unasked", written(stage, printer) == 0);
        stage.requireAccepted(stage.room().mark(Person.CAROL, support, message));
        stage.awaitIdle();
        stage.noted(printer, "Bob Baker: Tray 2 is broken.");
        stage.require("only that", stage.serviceNow().notes(printer, "hungry") == 0);
        stage.tell("in the shared channel only what somebody adds to the record is recorded");
        markedByPin(stage, printer, card);
        markedByReaction(stage, printer, card);
    }

    private static void markedByPin(Stage stage, Ticket printer, String card) {
        String support = stage.room().support();
        String message = stage.room().say(Person.BOB, support, card, "Use the printer on floor 2.");
        if (!stage.room().pin(Person.ALICE, support, message)) {
            return;
        }
        stage.awaitIdle();
        stage.noted(printer, "Bob Baker: Use the printer on floor 2.");
        stage.tell("so is what somebody pins");
    }

    private static void markedByReaction(Stage stage, Ticket printer, String card) {
        String support = stage.room().support();
        String message = stage.room().say(Person.ALICE, support, card, "The spare part is ordered.");
        if (!stage.room().react(Person.BOB, support, message)) {
            return;
        }
        stage.room().react(Person.CAROL, support, message);
        stage.awaitIdle();
        stage.noted(printer, "Alice Archer: The spare part is ordered.");
        stage.require("two reactions record it once", stage.serviceNow().notes(printer, "spare part") == 1);
        stage.tell("so is what somebody reacts to with a memo, once, whoever reacts");
    }

    private static long written(Stage stage, Ticket ticket) {
        return stage.serviceNow().notes(ticket).stream()
                .filter(note -> note.startsWith(WRITTEN))
                .count();
    }
}
