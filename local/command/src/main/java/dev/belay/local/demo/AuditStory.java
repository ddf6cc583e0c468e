package dev.belay.local.demo;

import dev.belay.local.demo.stage.Operator.Answer;
import dev.belay.local.demo.stage.Stage;
import dev.belay.local.demo.stage.Story;
import dev.belay.local.demo.view.ChatView.FoundChannel;
import dev.belay.local.demo.view.Ticket;
import dev.belay.local.room.Person;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** An older integration bound a channel by its name: an audit finds it, and a person's command adopts it. */
final class AuditStory implements Story {
    private static final Duration A_WHILE = Duration.ofMinutes(21);

    @Override
    public String name() {
        return "audit";
    }

    @Override
    public String about() {
        return "an audit finds a channel that is bound by its name alone; a person adopts it, and its card works";
    }

    @Override
    public void play(Stage stage) {
        stage.world().serviceNow().rule().active(false);
        Ticket incident = stage.open(1, 1, "Search is slow");
        String name = incident.number().toLowerCase(Locale.ROOT) + "-war-room";
        stage.startAt(stage.world().clock().instant().plus(Duration.ofDays(1)));
        FoundChannel channel = stage.chat().makeChannel(name, "All about " + incident.number());
        stage.world().serviceNow().rule().active(true);
        stage.tell("people made #" + name + " for it before Belay was there; nothing binds it but its name");
        stage.awaitIdle();
        stage.pass(A_WHILE);
        stage.awaitIdle();

        Answer found = stage.operator().audit(incident.number());
        stage.require("the audit finds it (" + found.status() + ")", found.status() >= 20);
        stage.require("it is name-bound", line(found, channel).contains(incident.number()));
        stage.require(
                "nothing stands in it",
                stage.chat().cards(channel.id(), incident).isEmpty());
        stage.tell("./belay audit: name-bound: " + line(found, channel).strip());

        Answer adopted = stage.operator().audit(incident.number(), "--adopt");
        said(adopted, "mentions " + incident.number()).forEach(stage::tell);
        stage.require(
                "it is adopted: " + adopted.out(),
                adopted.out()
                        .contains("#" + name + " in " + stage.room().platform().label() + " is adopted"));
        stage.tell("./belay audit --adopt: each is shown with why it is safe; " + incident.number() + " is confirmed");
        FoundChannel own = stage.channelOf(incident);
        stage.require("it is the same channel", own.id().equals(channel.id()));
        stage.press(Person.ALICE, own.id(), stage.card(own.id(), incident).id(), "ack");
        stage.cardShows(own.id(), incident, "Alice Archer");
        stage.noted(incident, "The conversation about this record is here");
        stage.tell("its card stands there, and Alice acknowledges on it");
        stage.awaitIdleAfterTimeouts();

        Answer after = stage.operator().audit(incident.number());
        stage.require("nothing is found of it any more", !after.out().contains(channel.id()));
        stage.startAt(Stage.LONG_AGO);
        stage.pass(A_WHILE);
        stage.tell("the next audit has nothing to say of it");
    }

    private static String line(Answer answer, FoundChannel channel) {
        String bound = answer.out().replaceFirst("(?s)^.*\\bname-bound ", "");
        return bound.lines()
                .filter(line -> line.contains(channel.id()))
                .findFirst()
                .orElse("");
    }

    private static List<String> said(Answer answer, String words) {
        return answer.out()
                .lines()
                .map(String::strip)
                .filter(line -> line.contains(words))
                .toList();
    }
}
