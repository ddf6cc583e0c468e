package dev.belay.conversation.people;

import dev.belay.line.Line;
import dev.belay.link.ConversationLink.Standing;
import dev.belay.platform.ChatPlatform;
import dev.belay.platform.Invited;
import dev.belay.platform.Invitee;
import dev.belay.record.Happening.Participant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Says in lines of their own who was called in, mentioning them, and who could not be and what to do about that. The message is
 * looked for before it is said.
 */
public final class SayWhoCame implements Arrivals {
    @Override
    public void tell(ChatPlatform chat, Standing link, String id, List<Invited> people) {
        List<Line> lines = lines(people);
        Optional<String> thread = link.placement().thread(link.conversation().card());
        String marker = link.claim().marker() + "-people-" + id;
        if (!lines.isEmpty()
                && !chat.lines()
                        .isSaid(
                                link.conversation().channel(),
                                thread,
                                marker,
                                link.claim().at())) {
            chat.lines().say(link.conversation().channel(), thread, lines, marker);
        }
    }

    private static List<Line> lines(List<Invited> people) {
        List<Line> lines = new ArrayList<>();
        Line called = Line.of("Called in");
        String between = ": ";
        for (Invited invited : people) {
            switch (invited) {
                case Invited.Absent(Invitee who, String why) -> lines.add(Line.of(who.name() + " " + why + "."));
                case Invited.Joined _, Invited.Present _ -> {
                    called = called.and(between).and(participant(invited));
                    between = ", ";
                }
            }
        }
        if (between.equals(", ")) {
            lines.addFirst(called);
        }
        return lines;
    }

    private static Participant participant(Invited invited) {
        return new Participant(invited.who().name(), BringPeople.user(invited), Optional.empty());
    }
}
