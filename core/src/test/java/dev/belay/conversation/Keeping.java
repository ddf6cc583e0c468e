package dev.belay.conversation;

import dev.belay.health.Counters;
import dev.belay.link.InMemoryConversationLinks;
import dev.belay.person.InMemoryDirectory;
import dev.belay.ratelimit.InMemoryRateLimitStore;
import dev.belay.record.Records;
import dev.belay.time.MovedClock;
import java.util.Map;

/** Keeps conversations, with what is remembered of them in memory. Nobody is known in ServiceNow. */
public final class Keeping {
    private Keeping() {}

    public static KeepConversation of(
            InMemoryConversationLinks links, Records records, SetUpChannel setUp, Counters counters, MovedClock clock) {
        TellLines lines = new TellLines(links, new MentionPeople(new InMemoryDirectory()), counters, clock);
        TellOperators operators = new TellOperators(Map.of(), new InMemoryRateLimitStore(clock), counters, clock);
        BringPeople people =
                new BringPeople(links, new InMemoryDirectory(), (_, _, _, _) -> {}, operators, counters, clock);
        return new KeepConversation(new RefreshCard(links, records, clock), lines, setUp, people, links, clock);
    }
}
